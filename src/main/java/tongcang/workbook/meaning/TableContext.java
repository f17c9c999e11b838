package tongcang.workbook.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Origin;
import tongcang.Period;
import tongcang.UnitSource;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.CaptionUnit;
import tongcang.workbook.label.CensusYears;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.label.LabelWords;
import tongcang.workbook.label.MeasureWords;
import tongcang.workbook.label.TitleWords;
import tongcang.workbook.table.Table;

/**
 * What stands around a table and holds for all of it: title, caption unit, form number, place and time; the nearer goes
 * before the farther, table before sheet before file.
 *
 * @param title the table's title, or empty
 * @param label what the title says is measured, without time and place
 * @param subject whose attributes the table lists by its title (普通中学), or empty
 * @param unit of the caption, else of the sheet's or file's name
 * @param form number of the official form, or empty
 * @param region the place the form names, or empty
 * @param period the time of the table, or null
 * @param cumulative whether the title says that its months are counted from January
 * @param growth whether the title, or the sheet's name, says that its figures are of growth (…增速)
 * @param base what all its figures are index numbers of, by a line above it (上年=100), or empty
 * @param origins where all that is said
 */
public record TableContext(
        String title,
        String label,
        String subject,
        CaptionUnit unit,
        String form,
        String region,
        @Nullable Period period,
        boolean cumulative,
        Growth growth,
        String base,
        Origins origins) {

    /** Where unit, time, place and label of a table are said. */
    record Origins(Origin unit, Origin period, Origin region, Origin label) {
        /** Of a table on the next sheet that goes on with what is said here; its unit may be its own. */
        Origins onNextSheet(boolean ownUnit) {
            return new Origins(
                    ownUnit ? unit : Origin.OTHER_SHEET, Origin.OTHER_SHEET, Origin.OTHER_SHEET, Origin.OTHER_SHEET);
        }
    }

    /** Which figures of a table are of growth by its title. */
    enum Growth {
        NONE,
        /** 总量及增速: those in percent. */
        SOME,
        /** 分县区工业增加值增速. */
        ALL,
        /** A sheet 同比 beside one of levels: the units of its heads may be those of the levels. */
        SHEET;

        public static Growth of(String title, String sheet) {
            if (SHEET_OF_GROWTH.matcher(sheet).matches()) {
                return SHEET;
            }
            if (TITLE_OF_GROWTH.matcher(title.isEmpty() ? sheet : title).matches()) {
                return ALL;
            }
            return MeasureWords.of(title, "").equals(Optional.of(Measure.GROWTH_RATE)) ? SOME : NONE;
        }
    }

    private static final Pattern SHEET_OF_GROWTH = Pattern.compile("(?:累计|当[月季])?(?:同比|环比|增速|增长率|同比(?:增速|增长))");
    private static final Pattern SHEET_OF_SUMS = Pattern.compile("累计(?:值|数|额|表|数据)?");
    private static final Pattern TITLE_OF_GROWTH =
            Pattern.compile("[^及和、与]*(?:增速|增长率|增长速度|增幅)(?:[(（].*[)）])?(?:情况|表|情况表)?");
    private static final Pattern FORM = Pattern.compile("表 ?号 ?[:：] ?([\\p{L}\\d（）()-]{2,20}表?)");

    /**
     * Reads the words around a table.
     *
     * @param above the context of the table above it on the sheet, which goes on where this one has no title; or null
     * @param first whether it is the first of its sheet: then {@code above} is of the sheet before, and goes on only where
     *     the title or the sheet's name says so
     */
    public static TableContext of(
            Grid grid, Table table, String fileName, LabelReader heads, @Nullable TableContext above, boolean first) {
        List<String> own = lines(grid, table, table.left(), table.right());
        List<String> all = lines(grid, table, 0, grid.columnCount());
        List<String> lines = table.beside() && own.stream().anyMatch(l -> !l.isEmpty()) ? own : all;
        String name = fileName.replaceFirst("\\.[A-Za-z]{2,5}(?:\\.[A-Za-z]{2,5})?$", "");
        String title = TitleWords.title(lines);
        title = title.isEmpty() ? TitleWords.title(all) : title;
        CaptionUnit unit = unit(grid, table, lines, heads);
        unit = unit.isEmpty() ? CaptionUnit.of(all, heads.units()) : unit;
        unit = unit.isEmpty() ? CaptionUnit.noted(notes(grid, table).toList(), title, heads.units()) : unit;
        boolean goesOn = above != null
                && (TitleWords.isContinued(title)
                        || TitleWords.goesOn(title, above.title())
                        || title.isEmpty() && (!first || TitleWords.isContinuedSheet(grid.sheet())));
        if (goesOn) {
            return Objects.requireNonNull(above).goingOn(unit, first);
        }
        String label = TitleWords.label(title, lines, grid.sheet(), name, heads);
        CaptionUnit stated = unit.isEmpty() ? named(List.of(title, grid.sheet(), name), heads) : unit;
        Optional<TitleWords.Timed> time = period(grid, table, title, all, name);
        Placed place = place(title, lines, grid.sheet(), name, heads);
        return new TableContext(
                title,
                label,
                TitleWords.subject(title, heads),
                stated,
                form(all),
                place.name(),
                time.map(TitleWords.Timed::period).orElse(null),
                isCumulative(title)
                        || SHEET_OF_SUMS.matcher(grid.sheet()).matches()
                        || lines.stream().anyMatch(l -> l.contains("累计值")),
                Growth.of(title, grid.sheet()),
                indexBase(lines, heads),
                new Origins(
                        unitOrigin(stated, grid.sheet(), heads),
                        time.map(TitleWords.Timed::origin).orElse(Origin.NONE),
                        place.origin(),
                        labelOrigin(label, String.join(" ", all), grid.sheet())));
    }

    /** A place and where it is named. */
    private record Placed(String name, Origin origin) {}

    /** Of the title or the form, else of the sheet's or the file's name. */
    private static Placed place(String title, List<String> lines, String sheet, String file, LabelReader heads) {
        String said = TitleWords.place(title, lines, heads.units());
        said = said.isEmpty() ? TitleWords.placeBefore(title) : said;
        if (!said.isEmpty()) {
            return new Placed(said, Origin.TITLE);
        }
        String ofSheet = TitleWords.placeBefore(sheet);
        if (!ofSheet.isEmpty()) {
            return new Placed(ofSheet, Origin.SHEET_NAME);
        }
        String ofFile = TitleWords.placeBefore(file);
        return new Placed(ofFile, ofFile.isEmpty() ? Origin.NONE : Origin.FILE_NAME);
    }

    private static Origin unitOrigin(CaptionUnit unit, String sheet, LabelReader heads) {
        boolean ofSheet =
                unit.source() == UnitSource.NAME && !heads.of(sheet).unit().isEmpty();
        return ofSheet ? Origin.SHEET_NAME : Origin.of(unit.source());
    }

    /** By how it begins and ends: words within it may have been left out. */
    private static Origin labelOrigin(String label, String lines, String sheet) {
        if (label.isEmpty()) {
            return Origin.NONE;
        }
        String begin = label.substring(0, Math.min(2, label.length()));
        String end = label.substring(Math.max(0, label.length() - 2));
        return lines.contains(begin) && lines.contains(end)
                ? Origin.TITLE
                : sheet.contains(begin) && sheet.contains(end) ? Origin.SHEET_NAME : Origin.FILE_NAME;
    }

    /** Whether what has changed is told in percent by the caption, and is not the change of a rate. */
    boolean isOfGrowthRates() {
        return !unit.isEmpty() && unit.isOfRates() && !MeasureWords.isShare(title);
    }

    private static boolean isCumulative(String title) {
        return title.contains("累计") && !title.matches(".*(?:当月|本月|增速).*");
    }

    private TableContext goingOn(CaptionUnit own, boolean nextSheet) {
        return new TableContext(
                title,
                label,
                subject,
                own.isEmpty() ? unit : own,
                form,
                region,
                period,
                cumulative,
                growth,
                base,
                nextSheet ? origins.onNextSheet(!own.isEmpty()) : origins);
    }

    /** In the corner over the labels, else in the caption, else in the line that names the indicator. */
    private static CaptionUnit unit(Grid grid, Table table, List<String> lines, LabelReader heads) {
        for (int head : table.heads()) {
            for (int stub : table.stubs()) {
                LabelWords corner = heads.of(grid.text(head, stub));
                if (!corner.unit().isEmpty() && !corner.unit().equals(grid.text(head, stub))) {
                    return new CaptionUnit(List.of(corner.unit()), UnitSource.CAPTION);
                }
            }
        }
        CaptionUnit caption = CaptionUnit.of(lines, heads.units());
        String labelled = TitleWords.labelledUnit(lines, heads);
        return caption.isEmpty() && !labelled.isEmpty()
                ? new CaptionUnit(List.of(labelled), UnitSource.CAPTION)
                : caption;
    }

    /** Of the title, the sheet's name, the file's name the first that has a unit beside other words. */
    private static CaptionUnit named(List<String> places, LabelReader heads) {
        for (int i = 0; i < places.size(); i++) {
            LabelWords head = heads.of(places.get(i));
            if (!head.unit().isEmpty() && !head.unit().equals(places.get(i))) {
                return new CaptionUnit(List.of(head.unit()), i == 0 ? UnitSource.CAPTION : UnitSource.NAME);
            }
        }
        return CaptionUnit.NONE;
    }

    private static List<String> lines(Grid grid, Table table, int left, int right) {
        List<String> lines = new ArrayList<>();
        for (int row : table.titles()) {
            StringBuilder line = new StringBuilder();
            for (Cell cell : grid.row(row)) {
                if (cell.column() >= left && cell.column() <= right) {
                    line.append(line.isEmpty() ? "" : " ").append(grid.words(cell));
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Of the words around the table, else of the census that they, or the notes below it, name. */
    private static Optional<TitleWords.Timed> period(
            Grid grid, Table table, String title, List<String> lines, String file) {
        return TitleWords.period(title, lines, grid.sheet(), file)
                .or(() -> CensusYears.of(Stream.of(lines.stream(), Stream.of(grid.sheet(), file), notes(grid, table))
                                .flatMap(words -> words)
                                .collect(Collectors.joining(" ")))
                        .map(year -> new TitleWords.Timed(year, Origin.NOTE)));
    }

    private static Stream<String> notes(Grid grid, Table table) {
        return table.notes().stream().flatMap(row -> grid.row(row).stream()).map(grid::words);
    }

    private static String indexBase(List<String> lines, LabelReader heads) {
        return lines.stream()
                .map(line -> heads.of(line).base())
                .filter(base -> base.endsWith("=100"))
                .reduce("", (a, b) -> b);
    }

    private static String form(List<String> lines) {
        for (String line : lines) {
            Matcher m = FORM.matcher(line);
            if (m.find()) {
                return m.group(1).strip();
            }
        }
        return "";
    }
}
