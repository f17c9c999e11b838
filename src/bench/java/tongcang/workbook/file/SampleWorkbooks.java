package tongcang.workbook.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tongcang.workbook.grid.Cell;

/** Writes workbooks as Excel writes them: shared texts, styles with number formats, a theme, merged heads. */
public final class SampleWorkbooks {
    private static final int ROWS = 60;
    private static final int YEARS = 2;
    private static final String[] QUARTERS = {"一季度", "二季度", "三季度", "四季度"};
    private static final String[] DEPARTMENTS = {"发改委", "工信局", "财政局", "农业农村局", "人社局", "商务局", "统计局"};

    private SampleWorkbooks() {}

    /** {@code TRAY FILES}: fills a tray {@code DATE/DEPARTMENT/FILE} with small workbooks of 60 × 8 figures under merged heads; {@code TRAY FILES forms}: with equal forms. */
    public static void main(String[] args) throws IOException {
        if (args.length == 3) {
            forms(Path.of(args[0]), Integer.parseInt(args[1]), Path.of("seeds/codelists"));
            return;
        }
        tray(Path.of(args[0]), Integer.parseInt(args[1]), Path.of("seeds/codelists"));
    }

    /** Fills a tray with one monthly form of {@value #ROWS} indicators, as many times: months, places and numbers differ. */
    static void forms(Path tray, int files, Path codelists) throws IOException {
        List<String[]> indicators = columns(codelists.resolve("indicators.csv"), 1, 5, 9, 10);
        List<String[]> regions = columns(codelists.resolve("regions.csv"), 1);
        for (int i = 0; i < files; i++) {
            String region = regions.get(i % 10)[0];
            String month = (2010 + i / 110 % 10) + "年1—" + (2 + i / 10 % 11) + "月";
            Path folder = tray.resolve(String.format("2023-07-%02d", 1 + i % 20)).resolve(DEPARTMENTS[i / 1440 % DEPARTMENTS.length]);
            Files.createDirectories(folder);
            Sheet sheet = new Sheet();
            sheet.row().text(region + month + "主要经济指标", 1).blank(7, 1);
            sheet.merge("A1:H1");
            sheet.row().text("指标名称", 2).text("计量单位", 2).text("本月", 2).blank(2, 2).text("本月止累计", 2).blank(2, 2);
            sheet.merge("A2:A3").merge("B2:B3").merge("C2:E2").merge("F2:H2");
            sheet.row().blank(2, 2);
            for (int half = 0; half < 2; half++) {
                sheet.text("绝对量", 2).text("上年同期", 2).text("同比增长(%)", 2);
            }
            SplittableRandom random = new SplittableRandom(i);
            for (int r = 0; r < ROWS; r++) {
                String[] indicator = indicators.get(r);
                sheet.row().text(indicator[0], 3).text(indicator[1], 3);
                for (int c = 0; c < 6; c++) {
                    sheet.number(value(random, indicator), 4 + c % 2);
                }
            }
            sheet.write(folder.resolve(String.format("%s%s指标%05d.xlsx", region, month, i)));
        }
    }

    static void tray(Path tray, int files, Path codelists) throws IOException {
        List<String[]> indicators = columns(codelists.resolve("indicators.csv"), 1, 5, 9, 10);
        List<String[]> regions = columns(codelists.resolve("regions.csv"), 1);
        for (int i = 0; i < files; i++) {
            Path folder = tray.resolve(String.format("2023-07-%02d", 1 + i % 20))
                    .resolve(DEPARTMENTS[i / 1440 % DEPARTMENTS.length]);
            Files.createDirectories(folder);
            small(folder.resolve(String.format("指标%05d.xlsx", i)), i, indicators, regions);
        }
    }

    /** A workbook with a title, two rows of heads, a unit column, and {@value #ROWS} rows. */
    private static void small(Path file, int number, List<String[]> indicators, List<String[]> regions)
            throws IOException {
        String region = regions.get(number % 40)[0];
        int year = 1950 + YEARS * (number / 40 % 36);
        Sheet sheet = new Sheet();
        sheet.row().text(region + year + "—" + (year + 1) + "年主要指标分季度情况", 1).blank(9, 1);
        sheet.merge("A1:J1");
        Sheet heads = sheet.row().text("指标名称", 2).text("计量单位", 2);
        for (int y = 0; y < YEARS; y++) {
            heads.text((year + y) + "年", 2).blank(3, 2);
        }
        sheet.merge("A2:A3").merge("B2:B3").merge("C2:F2").merge("G2:J2");
        sheet.row().blank(2, 2);
        for (int y = 0; y < YEARS; y++) {
            for (String quarter : QUARTERS) {
                sheet.text(quarter, 2);
            }
        }
        for (int r = 0; r < ROWS; r++) {
            String[] indicator = indicators.get((number / 1440 * 17 + r) % indicators.size());
            sheet.row().text(indicator[0], 3).text(indicator[1], 3);
            for (int q = 0; q < YEARS * QUARTERS.length; q++) {
                long key = ((indicator[0] + region).hashCode() * 31L + year) * 31 + q;
                boolean revised = new SplittableRandom(key * 7919 + number).nextInt(500) == 0;
                sheet.number(value(new SplittableRandom(revised ? key + 1 : key), indicator), 4 + q % 2);
            }
        }
        sheet.write(file);
    }

    /** A plausible value of an indicator: within the bounds that the codelist gives, if any. */
    private static String value(SplittableRandom random, String[] indicator) {
        boolean percent = indicator[1].equals("%");
        double low = indicator[2].isEmpty() ? percent ? 0 : 10_000 : Double.parseDouble(indicator[2]);
        double high = indicator[3].isEmpty() ? percent ? 100 : 10_000_000 : Double.parseDouble(indicator[3]);
        double value = low + (high - low) * (0.1 + 0.8 * random.nextDouble());
        return BigDecimal.valueOf(value)
                .setScale(random.nextInt(3), RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** One sheet: two columns of texts, twelve of decimals, four of whole numbers, two of quotients in full length. */
    static void large(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        Sheet sheet = new Sheet();
        sheet.row().text("大表", 1).blank(19, 1);
        sheet.merge("A1:T1");
        for (int r = 1; r < rows; r++) {
            sheet.row().text("指标" + random.nextInt(400), 3).text("地区" + random.nextInt(2000), 3);
            for (int c = 2; c < 20; c++) {
                String value = c < 14
                        ? BigDecimal.valueOf(random.nextInt(1_000_000), 2).toPlainString()
                        : c < 18
                                ? Integer.toString(random.nextInt(100_000))
                                : Double.toString(random.nextInt(1, 1000) / 700.0);
                sheet.number(value, 4 + c % 3);
            }
        }
        sheet.write(file);
    }

    private static List<String[]> columns(Path csv, int... columns) throws IOException {
        try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(csv)) {
            return lines.stream()
                    .skip(1)
                    .map(line -> Arrays.stream(columns).mapToObj(line::getField).toArray(String[]::new))
                    .toList();
        }
    }

    /** The parts of a workbook with one sheet, written row by row. */
    private static final class Sheet {
        private final StringBuilder rows = new StringBuilder();
        private final Map<String, Integer> strings = new LinkedHashMap<>();
        private final List<String> merges = new ArrayList<>();
        private int row;
        private int column;

        Sheet row() {
            rows.append(row == 0 ? "" : "</row>");
            rows.append("<row r=\"").append(++row).append("\" spans=\"1:20\" ht=\"15\" x14ac:dyDescent=\"0.15\">");
            column = 0;
            return this;
        }

        Sheet text(String text, int style) {
            Integer index = strings.computeIfAbsent(text, t -> strings.size());
            open(style).append(" t=\"s\"><v>").append(index).append("</v></c>");
            return this;
        }

        Sheet number(String digits, int style) {
            open(style).append("><v>").append(digits).append("</v></c>");
            return this;
        }

        Sheet blank(int cells, int style) {
            for (int i = 0; i < cells; i++) {
                open(style).append("/>");
            }
            return this;
        }

        Sheet merge(String area) {
            merges.add(area);
            return this;
        }

        private StringBuilder open(int style) {
            String address = Cell.columnName(column++) + row;
            return rows.append("<c r=\"").append(address).append("\" s=\"").append(style).append('"');
        }

        void write(Path file) throws IOException {
            try (OutputStream stream = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(stream)) {
                for (String part : SampleParts.FIXED.keySet()) {
                    put(zip, part, SampleParts.FIXED.get(part));
                }
                put(zip, "xl/sharedStrings.xml", SampleParts.strings(strings.keySet()));
                put(zip, "xl/worksheets/sheet1.xml", SampleParts.sheet(rows, row, merges));
            }
        }

        private static void put(ZipOutputStream zip, String name, CharSequence text) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            writer.append(text);
            writer.flush();
            zip.closeEntry();
        }
    }
}
