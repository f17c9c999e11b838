package tongcang.cli.print;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How rows are printed. The names are what a user types. */
public enum RowFormat {
    table {
        @Override
        public void print(
                PrintWriter out, List<String> columns, List<Boolean> numeric, List<List<@Nullable String>> rows) {
            TextTable table = new TextTable(columns, numeric);
            rows.forEach(row -> table.add(row.toArray()));
            out.print(table.text());
            out.println("(" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"));
        }
    },
    csv {
        @Override
        public void print(
                PrintWriter out, List<String> columns, List<Boolean> numeric, List<List<@Nullable String>> rows) {
            out.println(columns.stream().map(RowFormat::csvField).collect(Collectors.joining(",")));
            for (List<@Nullable String> row : rows) {
                StringBuilder line = new StringBuilder();
                for (int c = 0; c < row.size(); c++) {
                    String cell = row.get(c) == null ? "" : String.valueOf(row.get(c));
                    line.append(c == 0 ? "" : ",").append(csvField(numeric.get(c) ? cell : harmless(cell)));
                }
                out.println(line);
            }
        }
    },
    json {
        @Override
        public void print(
                PrintWriter out, List<String> columns, List<Boolean> numeric, List<List<@Nullable String>> rows) {
            JsonMapper mapper = JsonMapper.builder().build();
            List<Map<String, @Nullable Object>> objects = rows.stream()
                    .map(row -> {
                        Map<String, @Nullable Object> object = new LinkedHashMap<>();
                        for (int c = 0; c < row.size(); c++) {
                            String cell = row.get(c);
                            object.put(columns.get(c), cell != null && numeric.get(c) ? new BigDecimal(cell) : cell);
                        }
                        return object;
                    })
                    .toList();
            out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(objects));
        }
    };

    public abstract void print(
            PrintWriter out, List<String> columns, List<Boolean> numeric, List<List<@Nullable String>> rows);

    /** RFC 4180. */
    static String csvField(String cell) {
        return cell.matches("(?s).*[\",\\r\\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
    static String harmless(String cell) {
        return cell.matches("(?s)[=+@\\-＝＋＠－\\t\\r\\n].*") ? "'" + cell : cell;
    }
}
