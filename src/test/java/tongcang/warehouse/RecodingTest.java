package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tongcang.LabelDecision;
import tongcang.LabelDecision.NewIndicator;
import tongcang.LabelDecision.Reach;
import tongcang.LabelMeaning;
import tongcang.NameDecision;
import tongcang.Status;
import tongcang.UnknownLabel;
import tongcang.UnknownName;
import tongcang.UnknownName.Kind;
import tongcang.coding.Codelists;
import tongcang.coding.Coder;
import tongcang.coding.Teaching;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/** What a statistician teaches re-codes all history: the warehouse is what it would be, had it known from the start. */
class RecodingTest extends SmallWarehouse {
    private static final String COUNTED =
            "SELECT indicator_code, count(*) FROM fact_observation GROUP BY ALL ORDER BY indicator_code";

    @BeforeEach
    void ownCodelists() throws IOException {
        codelists = Files.createDirectory(folder.resolve("codelists"));
        try (Stream<Path> lists = Files.list(Path.of("seeds/codelists"))) {
            for (Path list : lists.toList()) {
                Files.copy(list, codelists.resolve(list.getFileName()));
            }
        }
    }

    @Test
    void labelsMergedCataloguedAndRefusedAreWhatTheyWouldBeHadTheyBeenKnownFromTheStart() throws IOException {
        Releases learned = new Releases(folder.resolve("learned"));
        Releases knew = new Releases(folder.resolve("knew"));
        sendAYear("2021");
        coder = new Coder(Codelists.load(codelists))::code;
        publish(learned, "a");
        assertThat(asked(learned, "a", COUNTED)).hasSize(3).allMatch(row -> row.startsWith("x_") && row.endsWith("=1"));

        teach();
        coder = new Coder(Codelists.load(codelists))::code;
        publish(knew, "a");
        sendAYear("2022");
        earlier = learned.soundDatabase("test", "taught");
        publish(learned, "b");
        earlier = Optional.of(knew.database("a"));
        publish(knew, "b");

        assertThat(asked(learned, "b", COUNTED)).containsExactly("gdp=2", "households_savings=2", "labour_cost=2");
        assertThat(asked(learned, "b", "SELECT reason, count(*) FROM fact_uncoded GROUP BY ALL"))
                .containsExactly("coding.not-for-us=2");
        assertThat(hashes(learned, "b")).isEqualTo(hashes(knew, "b"));
    }

    private void sendAYear(String year) {
        send(
                "市统计局",
                Integer.parseInt(year) + 1 + "-01-20",
                figure("全社会生产总量", "3655", "亿元", year, Status.ACTUAL),
                figure("规上企业用工成本", "37", "亿元", year, Status.ACTUAL),
                figure("食堂采购经费", "3", "万元", year, Status.ACTUAL),
                figure("住户存款余额", "9", "", year, Status.ACTUAL)); // held: nobody writes its unit
    }

    private void teach() throws IOException {
        NewIndicator made = new NewIndicator("企业用工成本", "改革开放", "企业用工的成本", "亿元", "flow", "none");
        Teaching.Taught taught = Teaching.apply(
                codelists,
                List.of(
                        new LabelDecision(3, label("全社会生产总量"), "地区生产总值", Reach.EVERYWHERE, "", null),
                        new LabelDecision(4, label("规上企业用工成本"), "labour_cost", Reach.EVERYWHERE, "", made),
                        new LabelDecision(5, label("食堂采购经费"), LabelMeaning.NOT_FOR_US, Reach.EVERYWHERE, "", null)),
                List.of(new NameDecision(
                        3, new UnknownName(Kind.UNIT_OF_LABEL, "住户存款余额", "市统计局", 1, List.of(), List.of()), "亿元")));
        assertThat(taught.refused()).isEmpty();
    }

    private static UnknownLabel label(String label) {
        return new UnknownLabel(
                label, "市统计局", "", List.of("level"), List.of("亿元"), 1, LocalDate.of(2022, 1, 20), List.of(), List.of());
    }

    private static List<String> asked(Releases releases, String id, String sql) {
        try (ReleaseReader reader = new ReleaseReader(releases.database(id))) {
            return reader.ask(sql).rows().stream()
                    .map(row -> row.get(0) + "=" + row.get(1))
                    .toList();
        }
    }
}
