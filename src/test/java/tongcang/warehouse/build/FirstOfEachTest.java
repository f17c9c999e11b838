package tongcang.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A rule may find millions of places: a thousand of each submission are kept, the same whatever their order. */
class FirstOfEachTest {
    private static final Comparator<List<@Nullable String>> BY_PLACE =
            Comparator.comparing(row -> String.valueOf(row.get(AuditRules.PLACE)));

    private static List<@Nullable String> row(@Nullable String submission, int place) {
        return Arrays.asList("r", "ERROR", submission, "市统计局", "A%05d".formatted(place), "1", "2", "第 " + place + " 处");
    }

    private static List<FirstOfEach.Row> kept(List<List<@Nullable String>> rows) {
        FirstOfEach kept = new FirstOfEach(BY_PLACE);
        rows.forEach(kept::add);
        return kept.rows();
    }

    @Test
    void theFirstThousandAreKeptAndOneRowStandsForTheOthers() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 1; i <= 2500; i++) {
            rows.add(row("b", i));
        }
        rows.add(row("a", 1));
        rows.add(row(null, 1));
        List<FirstOfEach.Row> inOrder = kept(rows);
        Collections.shuffle(rows, new Random(7));

        assertThat(kept(rows)).isEqualTo(inOrder);
        assertThat(inOrder).hasSize(1 + 1001 + 1);
        assertThat(inOrder.get(0).cells()).contains("a");
        assertThat(inOrder.get(1000).cells()).contains("A01000");
        assertThat(inOrder.get(1001).count()).isEqualTo(1500);
        assertThat(inOrder.get(1001).cells()).contains("另有 1500 处", "b", "市统计局");
        assertThat(inOrder.get(1002).cells().get(AuditRules.SUBMISSION)).isNull();
        assertThat(inOrder.stream().mapToLong(FirstOfEach.Row::count).sum()).isEqualTo(2502);
    }

    @Test
    void aThousandAreKeptAsTheyAre() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            rows.add(row("b", i));
        }

        assertThat(kept(rows)).hasSize(1000).allMatch(row -> row.count() == 1);
    }
}
