package tongcang.workbook.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Measure;
import tongcang.Origin;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Severity;
import tongcang.UnitSource;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.meaning.TableLayout;
import tongcang.workbook.table.HeadWords;
import tongcang.workbook.table.Table;

/** Reads a table by its declared form: what the form says goes before what the heads seem to say; what drifts is told. */
public final class FormReading {
    /** What has a unit of its own, beside a row of levels with another. */
    private static final Set<Measure> RATES =
            Set.of(Measure.GROWTH_RATE, Measure.SHARE, Measure.INDEX, Measure.RANK, Measure.MULTIPLE);

    private final Form form;
    private final Grid grid;
    private final TableLayout layout;
    private final Table table;
    private final TableContext context;
    private final Map<Integer, Form.Column> columns = new HashMap<>();
    private final Map<Integer, Form.Row> rows = new HashMap<>();
    private final Map<String, Cell> cells = new HashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> extra = new LinkedHashSet<>();
    private final Set<String> units = new LinkedHashSet<>();
    private int ignored;

    public FormReading(Form form, Grid grid, TableLayout layout) {
        this.form = form;
        this.grid = grid;
        this.layout = layout;
        this.table = layout.table();
        this.context = layout.context();
    }

    /** What was read of the table, as the form has it. */
    public record Outcome(List<Figure> figures, List<Finding> findings) {}

    public Outcome read(List<Figure> read, List<Finding> found) {
        Optional<Integer> stub = matchColumns();
        if (form.rowsAre() == Form.RowsAre.LABELS && stub.isPresent()) {
            matchRows(stub.get());
        }
        for (int row : table.rows()) {
            grid.row(row).forEach(cell -> cells.put(cell.address(), cell));
        }
        List<Figure> figures = new ArrayList<>();
        read.forEach(figure -> figure(figure).ifPresent(figures::add));
        List<Finding> findings = new ArrayList<>(
                found.stream().filter(f -> !isIgnored(f.provenance())).toList());
        drift().ifPresent(findings::add);
        if (ignored > 0) {
            findings.add(finding("workbook.form-ignored", Severity.INFO, "", "", "声明不采用的 " + ignored + " 个数值未采用"));
        }
        return new Outcome(figures, findings);
    }

    /** The column that names the rows; empty where no head is the form's. */
    private Optional<Integer> matchColumns() {
        Map<Integer, String> heads = new LinkedHashMap<>();
        table.stubs().forEach(column -> heads.put(column, layout.head(column)));
        table.columns().forEach(column -> heads.put(column, layout.head(column)));
        Optional<Integer> stub = heads.entrySet().stream()
                .filter(e -> HeadWords.key(e.getValue()).equals(HeadWords.key(form.stub())))
                .map(Map.Entry::getKey)
                .findFirst();
        if (stub.isEmpty()) {
            missing.add(form.stub());
        }
        Set<Form.Column> seen = new LinkedHashSet<>();
        heads.forEach((column, head) -> {
            Optional<Form.Column> declared = form.column(head);
            declared.ifPresent(d -> {
                columns.put(column, d);
                seen.add(d);
            });
            boolean unknown = declared.isEmpty() && !Optional.of(column).equals(stub);
            if (unknown) {
                extra.add(head.isEmpty() ? Cell.columnName(column) + " 列（无列头）" : head);
            }
        });
        form.columns().stream()
                .filter(c -> !seen.contains(c))
                .map(Form.Column::head)
                .forEach(missing::add);
        return stub;
    }

    private void matchRows(int stub) {
        Map<String, Form.Row> declared = new LinkedHashMap<>();
        form.rows().forEach(row -> declared.put(HeadWords.rowKey(row.label()), row));
        Set<Form.Row> seen = new LinkedHashSet<>();
        String above = "";
        for (int at : table.rows()) {
            String label = grid.text(at, stub);
            String key = HeadWords.rowKey(label);
            Form.@Nullable Row row = Optional.ofNullable(declared.get(above + "/" + key))
                    .or(() -> Optional.ofNullable(declared.get(key)))
                    .or(() -> onlyOneUnder(key, declared))
                    .orElse(null);
            if (row == null && !key.isEmpty()) {
                extra.add(label);
            } else if (row != null) {
                rows.put(at, row);
                seen.add(row);
            }
            boolean below = label.strip().matches("^(?:其中|[(（]).*");
            above = below ? above : key;
        }
        form.rows().stream().filter(r -> !seen.contains(r)).map(Form.Row::label).forEach(missing::add);
    }

    /** A row whose path ends so, where no other does. */
    private static Optional<Form.Row> onlyOneUnder(String key, Map<String, Form.Row> declared) {
        List<Form.Row> such = declared.entrySet().stream()
                .filter(e -> e.getKey().endsWith("/" + key))
                .map(Map.Entry::getValue)
                .toList();
        return such.size() == 1 ? Optional.of(such.get(0)) : Optional.empty();
    }

    private Optional<Figure> figure(Figure figure) {
        Cell cell = Objects.requireNonNull(cells.get(((Provenance.Cell) figure.provenance()).cell()));
        if (isIgnored(figure.provenance())) {
            ignored++;
            return Optional.empty();
        }
        Form.@Nullable Column column = columns.get(cell.column());
        Form.@Nullable Row row = rows.get(cell.row());
        if (column == null || row == null && form.rowsAre() == Form.RowsAre.LABELS) {
            return Optional.of(figure);
        }
        return Optional.of(mapped(figure, row == null ? null : row.meaning(), column.meaning()));
    }

    private boolean isIgnored(Provenance place) {
        @Nullable Cell cell = place instanceof Provenance.Cell at ? cells.get(at.cell()) : null;
        if (cell == null) {
            return false;
        }
        Form.@Nullable Column column = columns.get(cell.column());
        Form.@Nullable Row row = rows.get(cell.row());
        return column != null && column.use() != Form.Use.FIGURES || row != null && row.ignored();
    }

    /** The column's word goes before the row's, and both before the reader's; a stated unit before a declared one. */
    private Figure mapped(Figure figure, Form.@Nullable Meaning row, Form.Meaning column) {
        String label = row != null && !row.label().isEmpty() ? row.label() : column.label();
        boolean rates = column.measure() != null && RATES.contains(column.measure());
        String unit = column.unit().isEmpty() && row != null && !rates ? row.unit() : column.unit();
        String region = column.region().isEmpty() && row != null ? row.region() : column.region();
        boolean stated = isStated(figure, column);
        if (stated && !unit.isEmpty() && !unit.equals(figure.quantity().unit())) {
            units.add(figure.quantity().unit() + "（表式为 " + unit + "）");
        }
        boolean declared = !stated && !unit.isEmpty();
        Quantity q = figure.quantity();
        return new Figure(
                figure.provenance(),
                declared ? new Quantity(q.value(), q.high(), q.ratio(), unit, q.comparator()) : q,
                label.isEmpty() ? figure.label() : label,
                column.measure() != null
                        ? column.measure()
                        : row != null && row.measure() != null ? row.measure() : figure.measure(),
                figure.status(),
                period(figure.period(), column.time() != null ? column.time() : row == null ? null : row.time()),
                figure.base(),
                region.isEmpty() ? figure.region() : region,
                figure.breakdown(),
                declared ? UnitSource.FORM : figure.unitSource(),
                new Figure.Context(
                        figure.context().section(),
                        figure.context().sentence(),
                        form.number(),
                        figure.context().layout()),
                evidence(
                        figure.evidence(),
                        declared,
                        !label.isEmpty(),
                        column.measure() != null || row != null && row.measure() != null));
    }

    /** What the form declares is said there; the place of a form that names none is the bureau's. */
    private static Evidence evidence(Evidence read, boolean unit, boolean label, boolean measure) {
        return new Evidence(
                unit ? Origin.FORM : read.unit(),
                read.period(),
                read.region() == Origin.ROW || read.region() == Origin.COLUMN ? read.region() : Origin.FORM,
                measure ? Origin.FORM : read.measure(),
                label ? Origin.FORM : read.label(),
                read.doubts().stream()
                        .filter(d -> !(unit && d.code().startsWith("unit.")))
                        .toList());
    }

    /** A unit that stands for a whole row or table is that of its levels, and not of a column of rates beside them. */
    private static boolean isStated(Figure figure, Form.Meaning column) {
        boolean near = figure.unitSource().compareTo(UnitSource.COLUMN_HEAD) <= 0;
        boolean rates = column.measure() != null
                && column.measure() != Measure.LEVEL
                && !column.unit().isEmpty();
        return !figure.quantity().unit().isEmpty() && (near || !rates && figure.unitSource() != UnitSource.NAME);
    }

    private @Nullable Period period(@Nullable Period read, Form.@Nullable Time time) {
        @Nullable Period base = context.period();
        if (time == null || time == Form.Time.STATED || base == null) {
            return read;
        }
        return time.isOfYears() || base.kind() != Period.Kind.YEAR ? time.of(base) : read;
    }

    private Optional<Finding> drift() {
        if (missing.isEmpty() && extra.isEmpty() && units.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        if (!missing.isEmpty()) {
            words.add("缺少" + quoted(missing));
        }
        if (!extra.isEmpty()) {
            words.add("多出" + quoted(extra));
        }
        List<String> near = new ArrayList<>();
        for (String head : extra) {
            HeadWords.nearest(head, List.copyOf(missing)).ifPresent(n -> near.add("“" + head + "”可能是“" + n + "”"));
        }
        words.addAll(near);
        if (!units.isEmpty()) {
            words.add("单位是" + String.join("、", units));
        }
        return Optional.of(finding(
                "workbook.form-drift",
                Severity.WARNING,
                String.join("；", extra),
                String.join("；", missing),
                "与报送的表不一致：" + String.join("；", words) + "；多出的行列按一般读法读取；请核对所用表式，或修改该文件"));
    }

    private static String quoted(Set<String> words) {
        return "“" + String.join("”、“", words) + "”";
    }

    private Finding finding(String rule, Severity severity, String found, String expected, String message) {
        Cell first = table.rows().stream()
                .flatMap(row -> grid.row(row).stream())
                .findFirst()
                .orElseThrow();
        Provenance.Cell place =
                new Provenance.Cell(grid.sheet(), first.address(), first.text().strip());
        return new Finding(
                rule,
                severity,
                place,
                found,
                expected,
                grid.sheet() + "：表式“" + form.number() + "”（" + form.file() + "）" + message);
    }
}
