package tongcang.warehouse.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.Severity;
import tongcang.warehouse.database.Guarded;
import tongcang.warehouse.database.WarehouseException;

/**
 * The audit rules: each file is one SELECT with the columns rule, severity, submission_id, department_name, place, found,
 * expected, message. What it finds is numbered in the order of submission, place, found and message, a thousand rows of a
 * submission at most, and one that stands for the others. A rule is a person's
 * text: it reads in a time limit and can do nothing else.
 */
public final class AuditRules {
    /** Between the name of a rule's file and the number of what it found; no finding of a reader has it. */
    private static final String NUMBER = "#";

    private static final List<String> COLUMNS =
            List.of("rule", "severity", "submission_id", "department_name", "place", "found", "expected", "message");

    /** Where a row has its submission, and its place, before found, expected and message. */
    static final int SUBMISSION = 2;

    static final int PLACE = 4;

    /** The order of what a rule found: by submission, place, found and message. */
    private static final Comparator<List<@Nullable String>> ORDER = Stream.of(2, 4, 5, 7)
            .map(AuditRules::by)
            .reduce(Comparator::thenComparing)
            .orElseThrow();

    private static final List<String> SEVERITIES =
            Stream.of(Severity.values()).map(Severity::name).toList();

    private final List<Path> files;
    private final Duration limit;

    /**
     * The rules of a folder, by name.
     *
     * @param limit what each of them may take
     */
    public AuditRules(Path folder, Duration limit) {
        this.files = files(folder);
        this.limit = limit;
    }

    /** How many there are. */
    public int count() {
        return files.size();
    }

    /** What was found, as rows of {@code fact_finding}, and which rules did not run. */
    record Found(List<List<@Nullable Object>> rows, List<UnrunRule> unrun) {}

    /** What the rules find in a built file. */
    Found find(Guarded guarded) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<UnrunRule> unrun = new ArrayList<>();
        for (Path file : files) {
            problem(file, sql -> rows.addAll(found(guarded, file, sql))).ifPresent(unrun::add);
        }
        return new Found(rows, unrun);
    }

    /** The rules that would not run over a released file; before the first release, those that are not one SELECT. */
    public List<UnrunRule> check(Optional<Path> database) {
        try (Guarded guarded = database.map(Guarded::new).orElseGet(Guarded::new)) {
            Use look = sql -> {
                if (database.isPresent()) {
                    requireColumns(guarded, sql);
                } else {
                    guarded.requireOneSelect(sql);
                }
            };
            return files.stream().flatMap(file -> problem(file, look).stream()).toList();
        }
    }

    /** What is done with the text of a rule. */
    private interface Use {
        void of(String sql) throws WarehouseException;
    }

    private static Optional<UnrunRule> problem(Path file, Use use) {
        String text = "";
        try {
            text = Files.readString(file);
            use.of(text);
            return Optional.empty();
        } catch (WarehouseException e) {
            return Optional.of(unrun(file, text, e.reason()));
        } catch (CharacterCodingException e) {
            return Optional.of(unrun(file, text, "不是 UTF-8 文本"));
        } catch (IOException e) {
            return Optional.of(unrun(file, text, "无法读取：" + e));
        }
    }

    /** A text that cannot be read may say anything: it is taken for mandatory. */
    private static UnrunRule unrun(Path file, String text, String reason) {
        boolean mandatory = text.isEmpty() || text.contains("'" + Severity.ERROR.name() + "'");
        return new UnrunRule(file.getFileName().toString(), mandatory, reason.strip());
    }

    private List<List<@Nullable Object>> found(Guarded guarded, Path file, String sql) {
        requireColumns(guarded, sql);
        FirstOfEach found = guarded.ask(sql, limit, answer -> {
            FirstOfEach rows = new FirstOfEach(ORDER);
            while (answer.next()) {
                rows.add(row(answer.row(), sql));
            }
            return rows;
        });
        String name = file.getFileName().toString().replace(".sql", "") + NUMBER;
        List<List<@Nullable Object>> numbered = new ArrayList<>();
        for (FirstOfEach.Row row : found.rows()) {
            List<@Nullable Object> cells = new ArrayList<>(List.of(name + (numbered.size() + 1)));
            cells.addAll(row.cells());
            cells.add(row.count());
            numbered.add(cells);
        }
        return numbered;
    }

    private static List<@Nullable String> row(ResultSet result, String sql) throws SQLException {
        List<@Nullable String> row = new ArrayList<>();
        for (String column : COLUMNS) {
            row.add(result.getString(column));
        }
        String severity = String.valueOf(row.get(1));
        if (!SEVERITIES.contains(severity)) {
            throw new WarehouseException("severity 为“" + severity + "”，应为 " + SEVERITIES + " 之一", sql);
        }
        return row;
    }

    private void requireColumns(Guarded guarded, String sql) {
        List<String> columns = guarded.columns(sql, limit);
        if (!columns.containsAll(COLUMNS)) {
            throw new WarehouseException("列为 " + columns + "，应有 " + COLUMNS, sql);
        }
    }

    private static Comparator<List<@Nullable String>> by(int column) {
        Comparator<String> order = Comparator.naturalOrder();
        return Comparator.comparing(row -> row.get(column), Comparator.nullsLast(order));
    }

    private static List<Path> files(Path rules) {
        if (!Files.isDirectory(rules)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(rules)) {
            return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
