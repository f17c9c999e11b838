package tongcang.workbook.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import tongcang.support.Limits;
import tongcang.workbook.grid.Grid;

/** The ways of reading an .xlsx that are compared; each counts the cells that hold something, the floor the tokens. */
enum XlsxContender {
    /** Unpacks the parts that any reader needs and asks a bare parser for their tokens. */
    FLOOR {
        private static final XMLInputFactory PARSERS = new InputFactoryImpl();

        @Override
        long read(Path file) throws IOException, XMLStreamException {
            long tokens = 0;
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (String part : PARTS) {
                    ZipEntry entry = zip.getEntry(part);
                    try (InputStream in = zip.getInputStream(entry)) {
                        XMLStreamReader xml = PARSERS.createXMLStreamReader(in);
                        while (xml.hasNext()) {
                            xml.next();
                            tokens++;
                        }
                        xml.close();
                    }
                }
            }
            return tokens;
        }
    },
    /** Tongcang: cells as stored, with their number formats and merged areas. */
    TONGCANG {
        private static final Limits LIMITS = new Limits(1L << 30, 1L << 32, 100_000_000, 256, Duration.ofHours(1));

        @Override
        long read(Path file) throws IOException {
            try {
                return new WorkbookFile(LIMITS, WorkbookSettings.DEFAULT).load(file, "").stream()
                        .mapToLong(Grid::cellCount)
                        .sum();
            } catch (WorkbookFile.Unreadable e) {
                throw new IOException(e);
            }
        }
    },
    /** fastexcel-reader: cells as stored; no merged areas. */
    FASTEXCEL {
        @Override
        long read(Path file) throws IOException {
            long cells = 0;
            try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
                try (Stream<Row> rows = book.getFirstSheet().openStream()) {
                    for (Iterator<Row> row = rows.iterator(); row.hasNext(); ) {
                        cells += row.next().stream()
                                .filter(c -> c != null && c.getRawValue() != null)
                                .count();
                    }
                }
            }
            return cells;
        }
    },
    /** POI's event API: display texts; no merged areas. */
    POI_EVENTS {
        @Override
        long read(Path file)
                throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
            Counter counter = new Counter();
            try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                XSSFReader reader = new XSSFReader(pack);
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new XSSFSheetXMLHandler(
                        reader.getStylesTable(), new ReadOnlySharedStringsTable(pack), counter, false));
                for (Iterator<InputStream> sheets = reader.getSheetsData(); sheets.hasNext(); ) {
                    try (InputStream in = sheets.next()) {
                        xml.parse(new InputSource(in));
                    }
                }
            }
            return counter.cells;
        }
    },
    /** POI's user model: the whole workbook in memory. */
    POI_USERMODEL {
        @Override
        long read(Path file) throws IOException, OpenXML4JException {
            long cells = 0;
            try (XSSFWorkbook book = new XSSFWorkbook(OPCPackage.open(file.toFile(), PackageAccess.READ))) {
                for (org.apache.poi.ss.usermodel.Row row : book.getSheetAt(0)) {
                    for (org.apache.poi.ss.usermodel.Cell cell : row) {
                        cells += cell.getCellType() == CellType.BLANK ? 0 : 1;
                    }
                }
            }
            return cells;
        }
    };

    private static final List<String> PARTS = List.of(
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/styles.xml",
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml");

    abstract long read(Path file)
            throws IOException, XMLStreamException, OpenXML4JException, SAXException, ParserConfigurationException;

    /** Counts the cells that the handler reports. */
    private static final class Counter implements XSSFSheetXMLHandler.SheetContentsHandler {
        private long cells;

        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {}

        @Override
        public void cell(String reference, String text, XSSFComment comment) {
            cells += text == null || text.isEmpty() ? 0 : 1;
        }
    }
}
