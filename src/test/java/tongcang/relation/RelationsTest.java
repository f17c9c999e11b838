package tongcang.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RelationsTest {

    @TestFactory
    Stream<DynamicTest> casesOfTheFile() throws IOException {
        String text;
        try (InputStream in = RelationsTest.class.getResourceAsStream("cases.txt")) {
            text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        return Arrays.stream(text.split("\n\\s*\n"))
                .filter(block -> !block.startsWith("#"))
                .map(block -> block.strip().split("\n"))
                .map(block -> DynamicTest.dynamicTest(block[0], () -> holds(block)));
    }

    private static void holds(String[] block) {
        List<String> grid = Arrays.stream(block).filter(l -> l.startsWith(" ")).toList();
        List<String> wanted =
                Arrays.stream(block).skip(1).filter(l -> !l.startsWith(" ")).toList();
        List<String> found =
                Relations.find(grid(grid)).stream().map(RelationsTest::line).toList();
        if (wanted.equals(List.of("nothing"))) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).containsAll(wanted);
        }
    }

    private static NumberGrid grid(List<String> rows) {
        NumberGrid.Builder grid = new NumberGrid.Builder();
        for (int r = 0; r < rows.size(); r++) {
            String[] cells = rows.get(r).strip().split(" +");
            for (int c = 0; c < cells.length; c++) {
                if (cells[c].equals("w")) {
                    grid.putWords(r, c);
                } else if (!cells[c].equals("-")) {
                    grid.put(r, c, new BigDecimal(cells[c]));
                }
            }
        }
        return grid.build();
    }

    private static String line(Relation relation) {
        List<String> parts =
                relation.parts().stream().map(Relation.Place::address).toList();
        boolean range = parts.size() > 3;
        return relation.kind().code() + " " + relation.result().address() + " = "
                + (range ? parts.get(0) + ":" + parts.get(parts.size() - 1) : String.join(" ", parts));
    }

    @RepeatedTest(20)
    void aPlantedTotalIsFoundWhereverItStands(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int columns = 4 + random.nextInt(5);
        int first = random.nextInt(4);
        int parts = 2 + random.nextInt(9);
        long[][] numbers = numbers(random, first + parts + 1, columns);
        for (int c = 0; c < columns; c++) {
            int column = c;
            numbers[first + parts][c] = IntStream.range(first, first + parts)
                    .mapToLong(r -> numbers[r][column])
                    .sum();
        }
        String range = parts > 3
                ? "A" + (first + 1) + ":A" + (first + parts)
                : String.join(
                        " ",
                        IntStream.range(first, first + parts)
                                .mapToObj(r -> "A" + (r + 1))
                                .toList());
        assertThat(Relations.find(grid(numbers, 0)).stream().map(RelationsTest::line))
                .contains("sum A" + (first + parts + 1) + " = " + range);
    }

    @RepeatedTest(20)
    void numbersThatAreShuffledTellAlmostNothing(RepetitionInfo run) {
        Random random = new Random(1000 + run.getCurrentRepetition());
        long[][] numbers = numbers(random, 40, 8);
        for (long[] row : numbers) {
            row[5] = row[0] + row[1] + row[2];
        }
        assertThat(Relations.find(grid(numbers, 1))).hasSizeGreaterThanOrEqualTo(40);
        List<Long> all = new ArrayList<>();
        Arrays.stream(numbers).flatMapToLong(Arrays::stream).forEach(all::add);
        Collections.shuffle(all, random);
        for (int i = 0; i < all.size(); i++) {
            numbers[i / 8][i % 8] = all.get(i);
        }
        assertThat(Relations.find(grid(numbers, 1))).hasSizeLessThanOrEqualTo(2);
    }

    private static long[][] numbers(Random random, int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(r -> random.longs(columns, 1_000, 100_000).toArray())
                .toArray(long[][]::new);
    }

    private static NumberGrid grid(long[][] numbers, int decimals) {
        NumberGrid.Builder grid = new NumberGrid.Builder();
        for (int r = 0; r < numbers.length; r++) {
            for (int c = 0; c < numbers[r].length; c++) {
                grid.put(r, c, BigDecimal.valueOf(numbers[r][c], decimals));
            }
        }
        return grid.build();
    }

    @Test
    void theToleranceIsThatOfTheDecimalsShown() {
        assertThat(checked("70.1 40.2 110.4", Kind.SUM, 2, 0, 1))
                .returns(true, Relation::holds)
                .returns(new BigDecimal("0.1"), Relation::difference)
                .returns(new BigDecimal("0.1"), Relation::tolerance);
        assertThat(checked("70.1 40.2 110.5", Kind.SUM, 2, 0, 1).holds()).isFalse();
        assertThat(checked("70.10 40.20 110.40", Kind.SUM, 2, 0, 1).holds()).isFalse();
        assertThat(checked("70 40 100", Kind.SUM, 2, 0, 1))
                .returns(false, Relation::holds)
                .returns(new BigDecimal("-10"), Relation::difference);
    }

    @Test
    void aPromisedGrowthIsHeldAgainstItsLevels() {
        assertThat(checked("98 92 16.5", Kind.GROWTH, 2, 1, 0).holds()).isFalse();
        assertThat(checked("98 92 6.5", Kind.GROWTH, 2, 1, 0).holds()).isTrue();
        assertThat(checked("98 92 0.065", Kind.GROWTH, 2, 1, 0).holds()).isTrue();
        assertThat(checked("1.1 1.0 14.0", Kind.GROWTH, 2, 1, 0).holds())
                .as("1.14/1.00")
                .isTrue();
    }

    private static Relation checked(String row, Kind kind, int result, int... parts) {
        return Relations.check(grid(List.of(row)), List.of(new Claim(true, kind, result, parts)))
                .get(0);
    }

    @Test
    void numbersOfAnyLengthAreTakenExactly() {
        NumberGrid grid = grid(List.of("123456789012345 0.123456789012345 123456789012345.123456789012345"));
        assertThat(Relations.check(grid, List.of(new Claim(true, Kind.SUM, 2, 0, 1)))
                        .get(0)
                        .holds())
                .isTrue();
        assertThat(Relations.find(grid(List.of("1000000000000000000000000000 5 7"))))
                .isEmpty();
    }

    @Test
    void anEmptyGridTellsNothing() {
        assertThat(Relations.find(new NumberGrid.Builder().build())).isEmpty();
    }
}
