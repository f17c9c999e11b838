package tongcang.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import tongcang.fuzz.Scratch;
import tongcang.fuzz.Words;
import tongcang.workbook.grid.Cell;

/** A sheet that the bytes of an input describe, written as each of the formats that a department may send. */
final class FuzzedSheet {
    /** General, one decimal, per cent, a month, a day. */
    private static final int[] FORMATS = {0, 2, 9, 10, 164, 14};

    private static final String MONTH = "yyyy\"年\"m\"月\"";
    private static final int COLUMNS = 40;

    /** A cell: words, or a number shown in a format. */
    record Filled(int row, int column, String words, @Nullable BigDecimal number, int format) {}

    private final List<Filled> cells = new ArrayList<>();
    private final List<CellRangeAddress> areas = new ArrayList<>();
    private final byte[] data;
    private int at;
    private int row;
    private int column;

    /** Reads the cells from the bytes behind {@code at}: the low half of each says what comes, the high half how much. */
    FuzzedSheet(byte[] data, int at) {
        this.data = data;
        this.at = at;
        while (this.at < data.length) {
            int next = next();
            cell(next & 15, next >> 4);
        }
    }

    private int next() {
        return at < data.length ? data[at++] & 0xFF : 0;
    }

    private void cell(int what, int much) {
        if (what == 0) {
            row += 1 + much / 8;
            column = 0;
        } else if (what == 1) {
            column += much;
        } else if (what == 2 && column < COLUMNS) {
            merge(much & 3, much >> 2);
        } else if (column >= COLUMNS) {
            return;
        } else if (what < 9) {
            int from = Math.min(at, data.length);
            at = Math.min(data.length, at + 1 + much);
            String words = Words.of(data, from, at);
            if (!words.isBlank()) {
                cells.add(new Filled(row, column, words, null, 0));
            }
            column++;
        } else {
            BigDecimal number = BigDecimal.valueOf((short) (next() << 8 | next()), much & 3);
            cells.add(new Filled(row, column++, "", number, much < 8 ? 0 : FORMATS[next() % FORMATS.length]));
        }
    }

    private void merge(int wide, int high) {
        CellRangeAddress area = new CellRangeAddress(row, row + high, column, column + wide);
        if (area.getNumberOfCells() > 1 && areas.stream().noneMatch(a -> a.intersects(area))) {
            areas.add(area);
        }
    }

    List<Filled> cells() {
        return cells;
    }

    /** Whether every format can hold all words as they are: XML has no control characters. */
    boolean isPlain() {
        return cells.stream().noneMatch(cell -> cell.words().matches("(?s).*[\\x00-\\x1f_\\x{FEFF}].*"));
    }

    /** As .xlsx, its parts written by hand: the shortest way. */
    byte[] xlsx() {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        rows().forEach((number, filled) -> {
            sheet.append("<row r=\"").append(number + 1).append("\">");
            filled.forEach(f -> sheet.append(cell(f)));
            sheet.append("</row>");
        });
        sheet.append("</sheetData><mergeCells>");
        areas.forEach(a -> sheet.append("<mergeCell ref=\"").append(a.formatAsString()).append("\"/>"));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("xl/worksheets/sheet1.xml", bytes(sheet.append("</mergeCells></worksheet>")));
        parts.put("xl/styles.xml", bytes(STYLES));
        parts.put("xl/workbook.xml", bytes(WORKBOOK));
        parts.put("xl/_rels/workbook.xml.rels", bytes(RELATIONS));
        return Scratch.zip(parts);
    }

    static final String WORKBOOK =
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" r:id=\"a\"/></sheets></workbook>";
    static final String RELATIONS = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\""
            + " Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"x/styles\" Target=\"styles.xml\"/>"
            + "<Relationship Id=\"c\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
    static final String STYLES = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\""
            + MONTH.replace("\"", "&quot;") + "\"/></numFmts><cellXfs>"
            + java.util.stream.IntStream.of(FORMATS)
                    .mapToObj(id -> "<xf numFmtId=\"" + id + "\"/>")
                    .collect(Collectors.joining())
            + "</cellXfs></styleSheet>";

    private static String cell(Filled f) {
        String place = "<c r=\"" + Cell.columnName(f.column()) + (f.row() + 1) + "\"";
        if (f.number() != null) {
            int style = java.util.stream.IntStream.range(0, FORMATS.length)
                    .filter(i -> FORMATS[i] == f.format())
                    .findFirst()
                    .orElse(0);
            return place + " s=\"" + style + "\"><v>" + f.number() + "</v></c>";
        }
        return place + " t=\"inlineStr\"><is><t>" + escaped(f.words()) + "</t></is></c>";
    }

    private static String escaped(String words) {
        return words.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** As separated values. */
    byte[] csv(char separator) {
        return bytes(lines(Character.toString(separator), f -> '"' + f.replace("\"", "\"\"") + '"', "", "\r\n"));
    }

    /** As a web page. */
    byte[] html() {
        return bytes("<html><body><table>" + lines("", f -> "<td>" + escaped(f) + "</td>", "<tr>", "</tr>")
                + "</table></body></html>");
    }

    private String lines(
            String between, java.util.function.UnaryOperator<String> field, String begin, String end) {
        StringBuilder text = new StringBuilder();
        rows().forEach((number, filled) -> {
            String[] fields = new String[COLUMNS];
            java.util.Arrays.fill(fields, "");
            filled.forEach(f -> fields[f.column()] = f.number() == null ? f.words() : f.number().toPlainString());
            text.append(begin);
            text.append(java.util.Arrays.stream(fields).map(field).collect(Collectors.joining(between)));
            text.append(end);
        });
        return text.toString();
    }

    /** As .xls. */
    byte[] xls() {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            Sheet sheet = book.createSheet("表");
            Map<Integer, CellStyle> styles = new LinkedHashMap<>();
            short month = book.createDataFormat().getFormat(MONTH);
            rows().forEach((number, filled) -> {
                org.apache.poi.ss.usermodel.Row line = sheet.createRow(number);
                for (Filled f : filled) {
                    org.apache.poi.ss.usermodel.Cell cell = line.createCell(f.column());
                    if (f.number() == null) {
                        cell.setCellValue(f.words());
                    } else {
                        cell.setCellValue(f.number().doubleValue());
                        cell.setCellStyle(styles.computeIfAbsent(f.format(), id -> {
                            CellStyle style = book.createCellStyle();
                            style.setDataFormat(id == 164 ? month : id.shortValue());
                            return style;
                        }));
                    }
                }
            });
            areas.forEach(sheet::addMergedRegionUnsafe);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Integer, List<Filled>> rows() {
        return cells.stream().collect(Collectors.groupingBy(Filled::row, LinkedHashMap::new, Collectors.toList()));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
