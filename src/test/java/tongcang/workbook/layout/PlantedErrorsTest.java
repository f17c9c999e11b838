package tongcang.workbook.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.Figure;
import tongcang.Reading;
import tongcang.assurance.Grading;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.workbook.WorkbookReader;

/**
 * The table {@code planted.txt}: small sheets that add up, and the same with one error planted. What a sheet's own arithmetic or
 * its own words contradict is told and held, and a sound sheet is left alone.
 */
class PlantedErrorsTest {
    private static final Path TABLE = Path.of("src/test/resources/tongcang/workbook/planted/planted.txt");
    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();
    private static final Grading GRADING = new Grading();
    private static final String NOTHING = "-";

    /** Title, unit and heads stand above the numbers. */
    private static final int FIRST = 3;

    @TempDir
    private Path folder = Path.of("");

    private record Planted(String kind, List<List<String>> sheet, String changes, String told) {
        boolean isSound() {
            return told.equals(NOTHING);
        }

        @Override
        public String toString() {
            return kind + " in " + sheet.get(0).get(0) + ": " + changes;
        }
    }

    @Test
    void plantedErrorsAreCaught() throws IOException {
        List<Planted> planted = table().stream().filter(p -> !p.isSound()).toList();
        List<Planted> missed = new ArrayList<>();
        for (Planted each : planted) {
            if (!isCaught(each, read(each))) {
                missed.add(each);
            }
        }

        assertThat(planted).hasSizeGreaterThanOrEqualTo(60);
        assertThat(missed.size() * 20).as("missed: %s", missed).isLessThanOrEqualTo(planted.size());
    }

    @Test
    void soundSheetsRaiseNothing() throws IOException {
        List<Planted> sound = table().stream().filter(Planted::isSound).toList();
        for (Planted each : sound) {
            Reading reading = read(each);

            assertThat(reading.findings()).as("%s", each).isEmpty();
            assertThat(doubted(reading)).as("%s", each).isEmpty();
            assertThat(reading.figures()).hasSizeGreaterThan(10);
        }
        assertThat(sound).hasSizeGreaterThanOrEqualTo(60);
    }

    private static boolean isCaught(Planted planted, Reading reading) {
        if (planted.told().matches("\\p{IsHan}+")) {
            return !reading.figures().isEmpty()
                    && reading.figures().stream().allMatch(f -> f.region().equals(planted.told()));
        }
        List<String> doubted = doubted(reading);
        return planted.told().equals("*") ? !doubted.isEmpty() : doubted.contains(planted.told());
    }

    /** The cells of which something was told or whose figures are held. */
    private static List<String> doubted(Reading reading) {
        return Stream.concat(
                        reading.findings().stream()
                                .filter(f -> f.rule().equals("workbook.contradiction"))
                                .map(f -> f.provenance().place()),
                        reading.figures().stream()
                                .filter(PlantedErrorsTest::isHeld)
                                .map(f -> f.provenance().place()))
                .map(place -> place.substring(place.indexOf('!') + 1))
                .toList();
    }

    /** Whether it is held for what its table says against it. */
    private static boolean isHeld(Figure figure) {
        return figure.evidence().doubts().stream()
                        .anyMatch(d -> d.code().startsWith("value.") || d.code().equals("label.twice"))
                && !GRADING.of(figure.evidence(), false).releasable();
    }

    private Reading read(Planted planted) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        planted.sheet().forEach(row -> rows.add(new ArrayList<>(row)));
        Arrays.stream(planted.changes().split(" "))
                .filter(change -> !change.isEmpty())
                .forEach(change -> change(rows, change));
        Path file = folder.resolve("表.csv");
        Files.write(file, rows.stream().map(r -> String.join(",", r)).toList());
        return new WorkbookReader(UNITS, Limits.DEFAULT).read(file, "表.csv");
    }

    private static void change(List<List<String>> rows, String change) {
        int column = change.charAt(0) - 'A';
        List<List<String>> numbers = rows.subList(FIRST, rows.size());
        if (change.contains("<>")) {
            int other = change.charAt(3) - 'A';
            numbers.forEach(row -> row.set(column, row.set(other, row.get(column))));
        } else if (change.endsWith("↓")) {
            for (int r = numbers.size() - 1; r > 0; r--) {
                numbers.get(r).set(column, numbers.get(r - 1).get(column));
            }
        } else if (change.contains("×")) {
            BigDecimal times = new BigDecimal(change.substring(2));
            numbers.forEach(row -> row.set(
                    column, new BigDecimal(row.get(column)).multiply(times).toPlainString()));
        } else if (change.endsWith("+")) {
            int row = Integer.parseInt(change.substring(0, change.length() - 1));
            rows.add(row, new ArrayList<>(rows.get(row - 1)));
        } else {
            int equals = change.indexOf('=');
            rows.get(Integer.parseInt(change.substring(1, equals)) - 1).set(column, change.substring(equals + 1));
        }
    }

    private static List<Planted> table() throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        List<Planted> planted = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith("= ")) {
                section = line.substring(2);
            } else if (section.equals("planted")) {
                String[] cells = line.split("\t", -1);
                planted.add(new Planted(cells[0], Objects.requireNonNull(sheets.get(cells[1])), cells[2], cells[3]));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                sheets.computeIfAbsent(section, s -> new ArrayList<>()).add(List.of(line.split(",", -1)));
            }
        }
        return planted;
    }
}
