package tongcang.workbook.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.meaning.TableLayout;

/** Every form of the tray next year, next month, with other numbers, and with its heads changed. */
class FingerprintOfTraysTest {
    private static final Pattern YEAR = Pattern.compile("20(\\d\\d)(?=年)");
    private static final Pattern MONTH = Pattern.compile("(?<=\\d年|[-—])(\\d)(?=月)");

    private static final List<Sample> SAMPLES = new ArrayList<>();

    /** A sheet of the tray with figures, under the name of its file. */
    private record Sample(String file, SheetReading read) {
        String fingerprint() {
            return read.fingerprint();
        }

        TableLayout table() {
            return read.tables().get(0);
        }
    }

    @BeforeAll
    static void readTheTray() throws IOException {
        for (Map.Entry<String, List<Grid>> file : SampleGrids.tray().entrySet()) {
            SampleGrids.read(file.getValue(), file.getKey(), memory()).stream()
                    .filter(sheet -> !sheet.figures().isEmpty())
                    .forEach(sheet -> SAMPLES.add(new Sample(file.getKey(), sheet)));
        }
        assertThat(SAMPLES).hasSizeGreaterThan(25);
    }

    @Test
    void theNextYearHasTheSame() {
        for (Sample sample : SAMPLES) {
            UnaryOperator<String> next =
                    text -> YEAR.matcher(text).replaceAll(m -> "20" + (Integer.parseInt(m.group(1)) + 1));
            Grid later = with(sample.read().grid(), cell -> text(cell, next.apply(cell.text())));

            assertThat(print(later, next.apply(sample.file())))
                    .as(sample.file())
                    .isEqualTo(sample.fingerprint());
        }
    }

    @Test
    void theNextMonthHasTheSame() {
        int months = 0;
        for (Sample sample : SAMPLES) {
            UnaryOperator<String> next =
                    text -> MONTH.matcher(text).replaceAll(m -> String.valueOf(Integer.parseInt(m.group(1)) % 9 + 1));
            Grid later = with(sample.read().grid(), cell -> text(cell, next.apply(cell.text())));
            months += next.apply(sample.file()).equals(sample.file()) ? 0 : 1;

            assertThat(print(later, next.apply(sample.file())))
                    .as(sample.file())
                    .isEqualTo(sample.fingerprint());
        }
        assertThat(months).isGreaterThan(4);
    }

    @Test
    void otherNumbersHaveTheSame() {
        Random random = new Random(7);
        for (Sample sample : SAMPLES) {
            Grid other = with(sample.read().grid(), cell -> isValue(sample, cell) ? number(cell, random) : cell);

            assertThat(print(other, sample.file())).as(sample.file()).isEqualTo(sample.fingerprint());
        }
    }

    @Test
    void aChangedHeadHasAnother() {
        for (Sample sample : SAMPLES) {
            Optional<Cell> head = lowestHead(sample);
            if (head.isPresent()) {
                Grid changed = with(
                        sample.read().grid(),
                        cell -> cell.equals(head.get()) ? text(cell, cell.text() + "（修订）") : cell);

                assertThat(print(changed, sample.file())).as(sample.file()).isNotEqualTo(sample.fingerprint());
            }
        }
    }

    @Test
    void anAddedColumnHasAnother() {
        for (Sample sample : SAMPLES) {
            int right = sample.table().table().right();
            if (lowestHead(sample).isPresent() && right == sample.read().grid().columnCount() - 1) {
                Grid wider = added(sample, right);

                assertThat(print(wider, sample.file())).as(sample.file()).isNotEqualTo(sample.fingerprint());
            }
        }
    }

    @Test
    void columnsThatChangedPlacesHaveAnother() {
        int swapped = 0;
        for (Sample sample : SAMPLES) {
            List<Integer> columns = sample.table().table().columns();
            if (columns.size() > 1 && isTold(sample, columns.get(0), columns.get(1))) {
                swapped++;
                Grid other = with(sample.read().grid(), cell -> moved(cell, columns.get(0), columns.get(1)));

                assertThat(print(other, sample.file())).as(sample.file()).isNotEqualTo(sample.fingerprint());
            }
        }
        assertThat(swapped).isGreaterThan(8);
    }

    /** Where two columns differ in more than their time, and no head stands over both. */
    private static boolean isTold(Sample sample, int first, int second) {
        TableLayout table = sample.table();
        boolean merged = sample.read().grid().areas().stream()
                .anyMatch(a -> a.firstColumn() != a.lastColumn()
                        && table.table().heads().contains(a.firstRow()));
        return !merged && !Fingerprint.head(table.head(first), "").equals(Fingerprint.head(table.head(second), ""));
    }

    private static Cell moved(Cell cell, int first, int second) {
        int column = cell.column() == first ? second : cell.column() == second ? first : cell.column();
        return new Cell(cell.row(), column, cell.text(), cell.number(), cell.format(), cell.kind());
    }

    private static Grid added(Sample sample, int right) {
        Grid grid = sample.read().grid();
        List<Integer> heads = sample.table().table().heads();
        int lowest = heads.get(heads.size() - 1);
        Stream<Cell> more = grid.cells()
                .filter(cell -> cell.column() == right && isValue(sample, cell))
                .map(cell -> new Cell(cell.row(), right + 1, cell.text(), cell.number(), cell.format(), cell.kind()));
        Cell head = new Cell(lowest, right + 1, "从业人员", null, "", Cell.Kind.TEXT);
        List<Cell> cells =
                Stream.of(grid.cells(), Stream.of(head), more).flatMap(s -> s).toList();
        return new Grid(grid.sheet(), cells, grid.areas(), grid.hidden());
    }

    /** The head nearest to the figures of the last column; none where the rows name all. */
    private static Optional<Cell> lowestHead(Sample sample) {
        List<Integer> heads = sample.table().table().heads();
        int column = sample.table().table().right();
        return heads.isEmpty()
                ? Optional.empty()
                : sample.read()
                        .grid()
                        .cells()
                        .filter(c -> c.row() == heads.get(heads.size() - 1) && c.column() == column)
                        .filter(c -> c.kind() == Cell.Kind.TEXT && !hasTime(c.text()))
                        .findFirst();
    }

    private static boolean hasTime(String words) {
        Matcher year = YEAR.matcher(words);
        return year.find();
    }

    private static boolean isValue(Sample sample, Cell cell) {
        return cell.isNumber()
                && sample.read().tables().stream()
                        .anyMatch(t -> t.table().rows().contains(cell.row())
                                && t.table().columns().contains(cell.column()));
    }

    private static Cell number(Cell cell, Random random) {
        BigDecimal number = BigDecimal.valueOf(random.nextInt(90_000) + 10_000L, 1);
        return new Cell(cell.row(), cell.column(), number.toPlainString(), number, cell.format(), cell.kind());
    }

    private static Cell text(Cell cell, String words) {
        return cell.kind() == Cell.Kind.TEXT
                ? new Cell(cell.row(), cell.column(), words, null, cell.format(), cell.kind())
                : cell;
    }

    private static Grid with(Grid grid, UnaryOperator<Cell> change) {
        return new Grid(grid.sheet(), grid.cells().map(change).toList(), grid.areas(), grid.hidden())
                .countedFrom1904(grid.isCountedFrom1904());
    }

    private static String print(Grid grid, String file) {
        return SampleGrids.read(List.of(grid), file, memory()).get(0).fingerprint();
    }

    private static LayoutMemory memory() {
        return new LayoutMemory(new LabelReader(SampleGrids.UNITS));
    }
}
