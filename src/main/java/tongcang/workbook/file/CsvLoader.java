package tongcang.workbook.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tongcang.support.Limits;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.Hidden;
import tongcang.workbook.grid.TooMuch;

/** Loads separated values; what separates them is what cuts most lines into the same number of fields. */
final class CsvLoader {
    /** The surer first: no number and few texts have a tab in them. */
    private static final List<String> SEPARATORS = List.of("\t", "|", ";", ",", "，");

    private static final int COLUMNS = 1 << 14;

    private final Limits limits;
    private long count;

    CsvLoader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Loads a table.
     *
     * @param sample its beginning
     * @param name of the sheet
     */
    Grid load(Reader in, String sample, String name) throws WorkbookFile.Unreadable, IOException {
        String separator = separator(sample);
        List<Cell> cells = new ArrayList<>();
        int row = 0;
        try (CsvReader<CsvRecord> records = reader(separator).ofCsvRecord(in)) {
            for (CsvRecord record : records) {
                add(record, row++, cells);
            }
        } catch (CsvParseException e) {
            throw WorkbookFile.Unreadable.corrupt();
        }
        return new Grid(name, cells, List.of(), Hidden.of(false));
    }

    private void add(CsvRecord record, int row, List<Cell> cells) {
        count += record.getFieldCount();
        if (count > limits.cells() || record.getFieldCount() > COLUMNS) {
            throw new TooMuch();
        }
        for (int column = 0; column < record.getFieldCount(); column++) {
            String text = record.getField(column);
            if (!text.isBlank()) {
                cells.add(new Cell(row, column, text, null, "", Cell.Kind.TEXT));
            }
        }
    }

    private static CsvReader.CsvReaderBuilder reader(String separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static String separator(String sample) throws WorkbookFile.Unreadable {
        int end = sample.length() < (1 << 16) ? sample.length() : sample.lastIndexOf('\n') + 1;
        String whole = end > 0 ? sample.substring(0, end) : sample;
        String best = "";
        int most = 0;
        for (String separator : SEPARATORS) {
            int alike = alike(whole, separator);
            if (alike > most) {
                best = separator;
                most = alike;
            }
        }
        if (best.isEmpty()) {
            throw WorkbookFile.Unreadable.unknown("文件是没有分列的文本，不是表格");
        }
        return best;
    }

    /** How many lines have the same number of fields, two or more. */
    private static int alike(String sample, String separator) {
        Map<Integer, Integer> lines = new HashMap<>();
        try (CsvReader<CsvRecord> records = reader(separator).ofCsvRecord(sample)) {
            for (CsvRecord record : records) {
                if (record.getFieldCount() > 1) {
                    lines.merge(record.getFieldCount(), 1, Integer::sum);
                }
            }
        } catch (CsvParseException | IOException e) {
            return 0;
        }
        return lines.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
