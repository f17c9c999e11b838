package tongcang.workbook.layout;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Provenance;
import tongcang.assurance.Grading;
import tongcang.coding.Codelists;
import tongcang.relation.Kind;
import tongcang.relation.NumberGrid;
import tongcang.relation.Relation;
import tongcang.relation.Relations;
import tongcang.support.Limits;
import tongcang.workbook.file.WorkbookFile;
import tongcang.workbook.file.WorkbookSettings;
import tongcang.workbook.form.Forms;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;

/**
 * Spoils the workbooks of a folder, one error at a time, and counts what is caught: a number off by a power of ten or without a
 * digit, two columns that changed places, a column slipped by a row, a year in a head. A spoilt cell counts where a relation of
 * the sound sheet covers it and is broken; others that were released and are held then are false alarms.
 */
public final class MutationBench {
    private static final int MOST_CELLS = 20_000;
    private static final Grading GRADING = new Grading();

    private enum Spoil {
        POWER_OF_TEN,
        DIGIT_DROPPED,
        COLUMNS_SWAPPED,
        ROWS_SHIFTED,
        YEAR_CHANGED
    }

    /** Of the spoilt cells that a relation covers those that are caught; of the others that were released those held now. */
    private static final class Count {
        private long covered;
        private long caught;
        private long others;
        private long held;
    }

    private final Map<Spoil, Count> counts = new LinkedHashMap<>();
    private final LayoutMemory memory = new LayoutMemory(
            new LabelReader(Codelists.load(Path.of("seeds/codelists")).units()));

    private MutationBench() {}

    /** Takes the folder, and how often each workbook is spoilt in each way. */
    public static void main(String[] args) throws IOException {
        MutationBench bench = new MutationBench();
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.sorted().toList()) {
                bench.spoil(file, times);
            }
        }
        Count all = new Count();
        bench.counts.forEach((spoil, count) -> {
            print(spoil.name(), count);
            all.covered += count.covered;
            all.caught += count.caught;
            all.others += count.others;
            all.held += count.held;
        });
        print("ALL", all);
    }

    private static void print(String name, Count c) {
        System.out.printf(
                Locale.ROOT,
                "%-16s covered %6d caught %.3f   others %8d newly held %.4f%n",
                name,
                c.covered,
                c.covered == 0 ? 0 : 1.0 * c.caught / c.covered,
                c.others,
                c.others == 0 ? 0 : 1.0 * c.held / c.others);
    }

    private void spoil(Path file, int times) {
        List<Grid> grids;
        try {
            grids = new WorkbookFile(Limits.DEFAULT, WorkbookSettings.DEFAULT)
                    .load(file, file.getFileName().toString());
        } catch (WorkbookFile.Unreadable | IOException | RuntimeException e) {
            return;
        }
        for (Grid grid : grids) {
            if (grid.cellCount() <= MOST_CELLS) {
                spoil(grid.visible(), file.getFileName().toString(), times);
            }
        }
    }

    private void spoil(Grid grid, String name, int times) {
        Map<Relation.Place, Figure> sound = read(grid, name);
        List<Relation> ties = ties(grid, sound);
        List<Relation.Place> cells = ties.stream()
                .flatMap(t -> Stream.concat(Stream.of(t.result()), t.parts().stream()))
                .filter(sound::containsKey)
                .distinct()
                .toList();
        Random random = new Random(name.hashCode() * 31L + grid.sheet().hashCode());
        for (Spoil spoil : Spoil.values()) {
            for (int i = 0; i < times && !cells.isEmpty(); i++) {
                Relation.Place at = cells.get(random.nextInt(cells.size()));
                Map<Relation.Place, Cell> changed = changed(grid, sound, spoil, at, random);
                if (!changed.isEmpty()) {
                    count(spoil, grid, name, sound, ties, changed);
                }
            }
        }
    }

    private Map<Relation.Place, Figure> read(Grid grid, String name) {
        Map<Relation.Place, Figure> figures = new HashMap<>();
        SheetReading.each(List.of(grid), name, memory, Forms.NONE, sheet -> sheet.figures()
                .forEach(f -> figures.put(Relation.Place.of(((Provenance.Cell) f.provenance()).cell()), f)));
        return figures;
    }

    private static boolean isReleased(@Nullable Figure figure) {
        return figure != null && GRADING.of(figure.evidence(), false).releasable();
    }

    /** The totals that are believed, and growth of levels in the same row that is found by numbers alone and read as growth. */
    private static List<Relation> ties(Grid grid, Map<Relation.Place, Figure> figures) {
        List<Relation> ties = new ArrayList<>(new Contradictions(grid, List.copyOf(figures.values()))
                .sums().stream().map(Tie::relation).toList());
        NumberGrid.Builder numbers = new NumberGrid.Builder();
        figures.forEach((place, f) ->
                numbers.put(place.row(), place.column(), f.quantity().value()));
        Relations.find(numbers.build()).stream()
                .filter(r -> r.kind() == Kind.GROWTH && isGrowth(figures.get(r.result())))
                .forEach(ties::add);
        return ties;
    }

    private static boolean isGrowth(@Nullable Figure figure) {
        return figure != null
                && figure.measure() == Measure.GROWTH_RATE
                && figure.evidence().doubtCodes().contains("growth-holds");
    }

    private static Map<Relation.Place, Cell> changed(
            Grid grid, Map<Relation.Place, Figure> sound, Spoil spoil, Relation.Place at, Random random) {
        Cell cell = grid.stored(at.row(), at.column()).orElseThrow();
        List<Relation.Place> column = sound.keySet().stream()
                .filter(p -> p.column() == at.column())
                .sorted((a, b) -> a.row() - b.row())
                .toList();
        return switch (spoil) {
            case POWER_OF_TEN -> number(cell)
                    .map(n -> Map.of(at, with(cell, n.movePointRight(List.of(-4, -1, 1, 4).get(random.nextInt(4))))))
                    .findFirst()
                    .orElse(Map.of());
            case DIGIT_DROPPED -> number(cell)
                    .filter(n -> n.abs().compareTo(BigDecimal.TEN) >= 0)
                    .map(n -> Map.of(at, with(cell, new BigDecimal(n.toPlainString().replaceFirst("(\\d)\\d", "$1")))))
                    .findFirst()
                    .orElse(Map.of());
            case COLUMNS_SWAPPED -> moved(grid, column, at.column() + 1, 0);
            case ROWS_SHIFTED -> moved(grid, column, at.column(), -1);
            case YEAR_CHANGED -> year(grid, at);
        };
    }

    private static Stream<BigDecimal> number(Cell cell) {
        return Stream.ofNullable(cell.number()).filter(n -> n.signum() != 0);
    }

    private static Cell with(Cell cell, BigDecimal number) {
        return new Cell(
                cell.row(), cell.column(), number.toPlainString(), number, cell.format(), Cell.Kind.NUMBER);
    }

    /** Numbers of a column from another, or from the rows before; those of the other from it. */
    private static Map<Relation.Place, Cell> moved(Grid grid, List<Relation.Place> column, int other, int by) {
        Map<Relation.Place, Cell> changed = new HashMap<>();
        for (int i = Math.max(0, -by); i < column.size(); i++) {
            Relation.Place to = column.get(i);
            Relation.Place from = new Relation.Place(column.get(i + by).row(), other);
            Cell target = grid.stored(to.row(), to.column()).orElseThrow();
            Cell source = grid.stored(from.row(), from.column()).orElse(null);
            if (source == null || source.number() == null || target.number() == null) {
                return Map.of();
            }
            changed.put(to, with(target, source.number()));
            if (by == 0) {
                changed.put(from, with(source, target.number()));
            }
        }
        return changed;
    }

    /** The nearest year above, a year later. */
    private static Map<Relation.Place, Cell> year(Grid grid, Relation.Place at) {
        for (int row = at.row() - 1; row >= 0; row--) {
            Cell head = grid.stored(row, at.column()).orElse(null);
            if (head != null && head.kind() == Cell.Kind.TEXT && head.text().matches(".*20[0-2]\\d.*")) {
                int start = head.text().indexOf("20");
                String text = head.text();
                String later = text.matches(".*20[0-2]\\d.*") && start + 4 <= text.length()
                        ? text.substring(0, start) + (Integer.parseInt(text.substring(start, start + 4).replaceAll("\\D", "0")) + 1)
                                + text.substring(start + 4)
                        : text;
                return Map.of(
                        new Relation.Place(row, at.column()),
                        new Cell(row, at.column(), later, null, head.format(), Cell.Kind.TEXT));
            }
        }
        return Map.of();
    }

    private void count(
            Spoil spoil,
            Grid grid,
            String name,
            Map<Relation.Place, Figure> sound,
            List<Relation> ties,
            Map<Relation.Place, Cell> changed) {
        Map<Relation.Place, Figure> now = read(with(grid, changed), name);
        Count count = counts.computeIfAbsent(spoil, s -> new Count());
        List<Relation> broken = ties.stream().filter(t -> isBroken(t, now)).toList();
        sound.forEach((place, before) -> {
            if (!isReleased(before)) {
                return;
            }
            Figure after = now.get(place);
            boolean spoilt = changed.containsKey(place)
                    || after != null && !Objects.equals(after.period(), before.period());
            boolean covers = spoil == Spoil.YEAR_CHANGED
                    ? before.evidence().doubtCodes().contains("period.growth-holds")
                    : broken.stream().anyMatch(t -> t.result().equals(place) || t.parts().contains(place));
            boolean held = !isReleased(after);
            if (spoilt && covers) {
                count.covered++;
                count.caught += held ? 1 : 0;
            } else if (!spoilt) {
                count.others++;
                count.held += held ? 1 : 0;
            }
        });
    }

    private static Grid with(Grid grid, Map<Relation.Place, Cell> changed) {
        List<Cell> cells = grid.cells()
                .map(c -> changed.getOrDefault(new Relation.Place(c.row(), c.column()), c))
                .collect(Collectors.toList());
        return new Grid(grid.sheet(), cells, grid.areas(), grid.hidden()).countedFrom1904(grid.isCountedFrom1904());
    }

    private static boolean isBroken(Relation tie, Map<Relation.Place, Figure> now) {
        BigDecimal[] values = Stream.concat(Stream.of(tie.result()), tie.parts().stream())
                .map(place -> now.get(place))
                .map(f -> f == null ? BigDecimal.ZERO : f.quantity().value())
                .toArray(BigDecimal[]::new);
        if (tie.kind() == Kind.GROWTH) {
            double due = values[1].signum() == 0 ? 0 : 100 * (values[2].doubleValue() / values[1].doubleValue() - 1);
            return Math.abs(due - values[0].doubleValue()) > tie.tolerance().doubleValue() * 1.01 + 1e-9;
        }
        BigDecimal sum = Arrays.stream(values).skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
        return values[0].subtract(sum).abs().compareTo(tie.tolerance()) > 0;
    }
}
