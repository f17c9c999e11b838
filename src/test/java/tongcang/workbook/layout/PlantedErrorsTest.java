package tongcang.workbook.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.Figure;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.workbook.WorkbookReader;

/**
 * Small sheets that add up, in four forms, and the same with one error planted: what the sheet's own arithmetic or its own
 * words contradict is told and held, and a sound sheet is left alone.
 */
class PlantedErrorsTest {
    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();
    private static final List<String> PLACES = List.of("魏都区", "建安区", "禹州市", "长葛市", "鄢陵县", "襄城县");
    private static final int SHEETS = 60;

    @TempDir
    private Path folder = Path.of("");

    /** A sheet by rows and columns. */
    private record Sheet(List<List<String>> rows, int firstRow, int form) {
        Sheet with(int row, int column, String text) {
            List<List<String>> changed = copy();
            changed.get(row).set(column, text);
            return new Sheet(changed, firstRow, form);
        }

        String at(int row, int column) {
            return rows.get(row).get(column);
        }

        List<List<String>> copy() {
            List<List<String>> copy = new ArrayList<>();
            rows.forEach(row -> copy.add(new ArrayList<>(row)));
            return copy;
        }

        Sheet without(List<List<String>> changed) {
            return new Sheet(changed, firstRow, form);
        }
    }

    private static String tenths(long n) {
        return BigDecimal.valueOf(n, 1).toPlainString();
    }

    private static List<String> row(String... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    private static Sheet sound(Random random, int form) {
        return switch (form) {
            case 0 -> growth(random);
            case 1 -> quarters(random);
            case 2 -> sectors(random);
            default -> years(random);
        };
    }

    /** 合计 above the places; this year, last year, growth. */
    private static Sheet growth(Random random) {
        List<List<String>> rows = head("2023年6月社会消费品零售总额", "亿元", row("县区", "本年累计", "上年同期", "增长%"));
        long[] now = amounts(random);
        long[] before = amounts(random);
        rows.add(grown("合计", Arrays.stream(now).sum(), Arrays.stream(before).sum()));
        for (int i = 0; i < PLACES.size(); i++) {
            rows.add(grown(PLACES.get(i), now[i], before[i]));
        }
        return new Sheet(rows, 3, 0);
    }

    private static List<String> grown(String place, long now, long before) {
        BigDecimal growth = BigDecimal.valueOf(now)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(before), 10, RoundingMode.HALF_UP)
                .subtract(BigDecimal.valueOf(100))
                .setScale(1, RoundingMode.HALF_UP);
        return row(place, tenths(now), tenths(before), growth.toPlainString());
    }

    /** The places above 合计; four quarters. */
    private static Sheet quarters(Random random) {
        List<List<String>> rows = head("2022年各县区固定资产投资", "亿元", row("县区", "一季度", "二季度", "三季度", "四季度"));
        return new Sheet(totalled(rows, random, 4), 3, 1);
    }

    /** Three industries and their sum, the places and theirs. */
    private static Sheet sectors(Random random) {
        List<List<String>> rows = head("2022年各县区税收收入", "万元", row("县区", "增值税", "企业所得税", "契税", "合计"));
        long[][] each = new long[PLACES.size() + 1][3];
        for (int i = 0; i < PLACES.size(); i++) {
            for (int c = 0; c < 3; c++) {
                each[i][c] = amount(random);
                each[PLACES.size()][c] += each[i][c];
            }
        }
        for (int i = 0; i <= PLACES.size(); i++) {
            String place = i < PLACES.size() ? PLACES.get(i) : "合计";
            long[] e = each[i];
            rows.add(row(place, tenths(e[0]), tenths(e[1]), tenths(e[2]), tenths(e[0] + e[1] + e[2])));
        }
        return new Sheet(rows, 3, 2);
    }

    /** Years side by side. */
    private static Sheet years(Random random) {
        List<List<String>> rows = head("各县区粮食产量", "万吨", row("县区", "2019年", "2020年", "2021年", "2022年"));
        return new Sheet(totalled(rows, random, 4), 3, 3);
    }

    private static List<List<String>> totalled(List<List<String>> rows, Random random, int columns) {
        long[] sums = new long[columns];
        for (String place : PLACES) {
            List<String> row = row(place);
            for (int c = 0; c < columns; c++) {
                long n = amount(random);
                sums[c] += n;
                row.add(tenths(n));
            }
            rows.add(row);
        }
        List<String> total = row("合计");
        Arrays.stream(sums).forEach(n -> total.add(tenths(n)));
        rows.add(total);
        return rows;
    }

    private static List<List<String>> head(String title, String unit, List<String> heads) {
        List<List<String>> rows = new ArrayList<>();
        List<String> first = row(title);
        List<String> second = row("单位：" + unit);
        while (first.size() < heads.size()) {
            first.add("");
            second.add("");
        }
        rows.add(first);
        rows.add(second);
        rows.add(heads);
        return rows;
    }

    private static long[] amounts(Random random) {
        return random.longs(PLACES.size(), 1200, 9800).toArray();
    }

    private static long amount(Random random) {
        return 1200 + random.nextInt(8600);
    }

    /** An error of a kind; the kinds go round. */
    private static Sheet planted(Sheet sound, Random random, int kind) {
        int first = sound.firstRow();
        int row = first + (sound.form() == 0 ? 1 : 0) + random.nextInt(PLACES.size());
        int column = 1 + random.nextInt(sound.form() == 0 ? 2 : 3);
        String cell = sound.at(row, column);
        return switch (kind) {
            case 0 ->
                sound.with(row, column, new BigDecimal(cell).movePointRight(4).toPlainString());
            case 1 ->
                sound.with(row, column, new BigDecimal(cell).movePointLeft(1).toPlainString());
            case 2 -> sound.with(row, column, cell.substring(0, 1) + cell);
            case 3 -> sound.with(row, column, tenths(Math.round(Double.parseDouble(cell) * 10) + 37));
            case 4 ->
                sound.with(
                        totalRow(sound),
                        column,
                        tenths(Math.round(Double.parseDouble(sound.at(totalRow(sound), column)) * 10) + 250));
            case 5 -> sound.form() == 0 && column == 1 ? scaled(sound) : twice(sound, row, column);
            case 6 -> shifted(sound, column);
            case 7 ->
                sound.form() == 0 ? swapped(sound) : sound.with(totalRow(sound), column, shortened(sound, column));
            default -> otherwise(sound, row, column);
        };
    }

    private static int totalRow(Sheet sheet) {
        return sheet.form() == 0 ? sheet.firstRow() : sheet.rows().size() - 1;
    }

    private static Sheet twice(Sheet sheet, int row, int column) {
        List<List<String>> rows = sheet.copy();
        List<String> again = new ArrayList<>(rows.get(row));
        again.set(column, new BigDecimal(again.get(column)).movePointRight(1).toPlainString());
        rows.add(row + 1, again);
        return sheet.without(rows);
    }

    /** The numbers of a column slipped down by a row. */
    private static Sheet shifted(Sheet sheet, int column) {
        List<List<String>> rows = sheet.copy();
        for (int r = rows.size() - 1; r > sheet.firstRow(); r--) {
            rows.get(r).set(column, rows.get(r - 1).get(column));
        }
        return sheet.without(rows);
    }

    /** This year's column in another unit than the caption says. */
    private static Sheet scaled(Sheet sheet) {
        List<List<String>> rows = sheet.copy();
        rows.stream()
                .skip(sheet.firstRow())
                .forEach(
                        r -> r.set(1, new BigDecimal(r.get(1)).movePointRight(4).toPlainString()));
        return sheet.without(rows);
    }

    private static Sheet swapped(Sheet sheet) {
        List<List<String>> rows = sheet.copy();
        rows.stream().skip(sheet.firstRow()).forEach(r -> {
            String now = r.get(1);
            r.set(1, r.get(2));
            r.set(2, now);
        });
        return sheet.without(rows);
    }

    /** The total without one of its digits. */
    private static String shortened(Sheet sheet, int column) {
        String total = sheet.at(totalRow(sheet), column);
        return total.substring(0, 1) + total.substring(2);
    }

    /** A wrong year in the heads, a fall told as growth, a point left out. */
    private static Sheet otherwise(Sheet sheet, int row, int column) {
        return switch (sheet.form()) {
            case 0 ->
                sheet.with(row, 3, new BigDecimal(sheet.at(row, 3)).negate().toPlainString());
            case 3 -> sheet.with(2, 3, sheet.at(2, 2));
            default -> sheet.with(row, column, sheet.at(row, column).replace(".", ""));
        };
    }

    private Reading read(Sheet sheet) throws IOException {
        Path file = folder.resolve("表.csv");
        Files.write(file, sheet.rows().stream().map(r -> String.join(",", r)).toList());
        return new WorkbookReader(UNITS, Limits.DEFAULT).read(file, "表.csv");
    }

    private static boolean isDoubted(Reading reading) {
        return reading.findings().stream().anyMatch(f -> f.rule().equals("workbook.contradiction"))
                || reading.figures().stream().anyMatch(PlantedErrorsTest::isRivalled);
    }

    private static boolean isRivalled(Figure figure) {
        return figure.evidence().doubts().stream().anyMatch(d -> d.code().equals("label.twice"));
    }

    @Test
    void soundSheetsRaiseNothing() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < SHEETS; i++) {
            Reading reading = read(sound(random, i % 4));

            assertThat(reading.findings()).as("sheet %s", i).isEmpty();
            assertThat(reading.figures()).hasSizeGreaterThan(20).noneMatch(PlantedErrorsTest::isRivalled);
        }
    }

    @Test
    void plantedErrorsAreCaught() throws IOException {
        Random random = new Random(12);
        Map<Integer, Integer> missed = new TreeMap<>();
        int planted = 0;
        for (int kind = 0; kind < 9; kind++) {
            for (int i = 0; i < 8; i++) {
                planted++;
                if (!isDoubted(read(planted(sound(random, i % 4), random, kind)))) {
                    missed.merge(kind, 1, Integer::sum);
                }
            }
        }

        assertThat(planted).isGreaterThanOrEqualTo(SHEETS);
        assertThat(missed.values().stream().mapToInt(n -> n).sum() * 20)
                .as("missed by kind: %s", missed)
                .isLessThanOrEqualTo(planted);
    }

    @Test
    void theCellThatIsOffIsNamedWhereOnlyOneCanBe() throws IOException {
        Random random = new Random(13);
        int named = 0;
        for (int i = 0; i < 20; i++) {
            Sheet sound = sound(random, 2);
            int row = sound.firstRow() + random.nextInt(PLACES.size());
            String right = sound.at(row, 2);
            Sheet wrong = sound.with(row, 2, tenths(Math.round(Double.parseDouble(right) * 10) + 37));
            String cell = "C" + (row + 1);
            named += read(wrong).findings().stream()
                            .anyMatch(f -> f.provenance().place().endsWith("!" + cell)
                                    && f.expected()
                                            .equals(new BigDecimal(right)
                                                    .stripTrailingZeros()
                                                    .toPlainString()))
                    ? 1
                    : 0;
        }

        assertThat(named).isEqualTo(20);
    }
}
