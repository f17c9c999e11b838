package tongcang.coding.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tongcang.NamedPlaces;
import tongcang.NamedPlaces.Meaning;

class RegionCoderTest {
    private static final RegionList REGIONS = RegionList.read(Path.of("seeds/codelists"));

    private final RegionCoder coder = new RegionCoder(REGIONS, "411000");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sheets(String shows, String around, int year, Map<String, String> places) {
        Map<String, String> found = new LinkedHashMap<>();
        coder.code(new NamedPlaces(List.copyOf(places.keySet()), List.of(around), year, year))
                .forEach((name, meaning) -> found.put(name, meaning.region().isEmpty() ? "-" : meaning.region()));

        assertThat(found).as(shows).isEqualTo(places);
    }

    static Stream<Arguments> sheets() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/tongcang/coding/region/sheets.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> Arguments.of(row[0], row[1], Integer.parseInt(row[2]), places(row[3])));
    }

    private static Map<String, String> places(String cells) {
        Map<String, String> places = new LinkedHashMap<>();
        for (String cell : cells.split(" ")) {
            places.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
        }
        return places;
    }

    @Test
    void theNationReadsForItself() {
        assertThat(new RegionCoder(REGIONS, "100000")
                        .code(new NamedPlaces(List.of("", "合计", "河南"), List.of(), 2022, 2022)))
                .containsEntry("", new Meaning("100000", "home", ""))
                .containsEntry("合计", new Meaning("100000", "home", ""));
    }

    @Test
    void theWholeOfACitysDistrictsIsTheCityForTheNationToo() {
        assertThat(new RegionCoder(REGIONS, "100000")
                        .code(new NamedPlaces(List.of("全市", "荔湾区", "越秀区"), List.of(), 2021, 2021)))
                .containsEntry("全市", new Meaning("440100", "total", ""));
    }

    @Test
    void theWholeCityIsNeverTheNation() {
        Meaning meaning = new RegionCoder(REGIONS, "100000")
                .code(new NamedPlaces(List.of("全市"), List.of(), 2021, 2021))
                .get("全市");

        assertThat(meaning.region()).isEmpty();
        assertThat(meaning.problem()).contains("“全市”不是全国", "请在表题中写明地区");
    }

    @Test
    void ofPlacesThatFollowedEachOtherUnderOneNameTheOneOfTheLastYearIsMeant() {
        assertThat(coder.code(new NamedPlaces(List.of("永善县", "烟台"), List.of(), 1978, 2023)))
                .containsEntry("永善县", new Meaning("530625", "named", ""))
                .containsEntry("烟台", new Meaning("370600", "named", ""));
    }

    @Test
    void aNameThatManyShareIsToldWithItsPlaces() {
        assertThat(problem("朝阳区")).contains("同名的有", "北京市朝阳区（110105）", "请在表题或地区栏写明上级地区");
    }

    @Test
    void aMisspeltNameIsToldWithTheNearest() {
        assertThat(problem("禹洲市")).contains("禹州市", "seeds/codelists/regions_own.csv");
    }

    private String problem(String name) {
        return coder.code(new NamedPlaces(List.of(name), List.of(), 2022, 2022))
                .get(name)
                .problem();
    }
}
