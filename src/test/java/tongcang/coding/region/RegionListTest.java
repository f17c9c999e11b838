package tongcang.coding.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of places as it is shipped, held against what is known of it. */
class RegionListTest {
    private static final RegionList REGIONS = RegionList.read(Path.of("seeds/codelists"));

    @ParameterizedTest
    @CsvSource({
        "110000,北京市,province,100000",
        "411081,禹州市,county,411000",
        "419001,济源市,county,410000",
        "429021,神农架林区,county,420000",
        "659001,石河子市,county,650000",
        "500101,万州区,county,500000",
        "820000,澳门特别行政区,province,100000",
        "660000,新疆生产建设兵团,province,650000"
    })
    void aPlaceHasItsLevelAndItsWhole(String code, String name, String level, String parent) {
        Region region = REGIONS.get(code);

        assertThat(region.name()).isEqualTo(name);
        assertThat(region.level()).isEqualTo(level);
        assertThat(region.parent()).isEqualTo(parent);
        assertThat(region.lastYear()).isEqualTo(Region.NO_END);
    }

    @ParameterizedTest
    @CsvSource({"411023,2016,411003", "371202,2018,370116", "420606,9999,", "110103,2010,110101"})
    void aPlaceEndsInTheYearOfTheChangeAndIsFollowed(String code, int lastYear, String successor) {
        Region region = REGIONS.get(code);

        assertThat(region.lastYear()).isEqualTo(lastYear);
        assertThat(String.join(";", region.successors())).isEqualTo(successor == null ? "" : successor);
    }

    @Test
    void aCodeMayStandForOneNameAfterAnother() {
        assertThat(REGIONS.names().find("襄樊市")).containsExactly("420600");
        assertThat(REGIONS.names().find("襄阳市")).containsExactly("420600");
        assertThat(REGIONS.get("420600").name()).isEqualTo("襄阳市");
    }
}
