package tongcang.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tongcang.Figure;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.fuzz.Laws;
import tongcang.fuzz.Scratch;
import tongcang.fuzz.Words;
import tongcang.quantity.Numerals;
import tongcang.quantity.Units;
import tongcang.report.document.Documents;
import tongcang.report.document.UnreadableFile;
import tongcang.report.numeral.NumeralScanner;
import tongcang.report.text.ReportText;
import tongcang.support.Limits;
import tongcang.workbook.WorkbookReader;

/** Drives the reader of reports with files of any content: bytes as delivered, words, parts of a .docx. */
public final class ReportFuzz {
    private static final Limits LIMITS = new Limits(1 << 20, 8 << 20, 100_000, 16, Duration.ofSeconds(20));
    private static final Units UNITS = Codelists.load(Path.of("seeds/codelists")).units();
    private static final TableReading TABLES = new WorkbookReader(UNITS, LIMITS)::table;
    private static final ReportReader READER = new ReportReader(UNITS, LIMITS, TABLES);
    private static final NumeralScanner SCANNER = new NumeralScanner(UNITS);
    private static final String RELATIONS = "<Relationships><Relationship Type=\"x/officeDocument\""
            + " Target=\"word/document.xml\"/></Relationships>";
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/main";
    private static final String FORMS = "fwdx";

    private ReportFuzz() {}

    /** The first byte tells the form: {@code f}ile, {@code w}ords, parts of a {@code d}ocument, one of words alone. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length < 2) {
            return;
        }
        int form = FORMS.indexOf(data[0]);
        byte[] file = switch (form < 0 ? Math.floorMod(data[0], FORMS.length()) : form) {
            case 0 -> Arrays.copyOfRange(data, 1, data.length);
            case 1 -> Words.of(data, 1, data.length).getBytes(StandardCharsets.UTF_8);
            case 2 -> document(Scratch.parts(data, 1));
            default -> document(List.of(document(Words.of(data, 1, data.length))));
        };
        check(Scratch.with(file));
    }

    private static byte[] document(List<byte[]> parts) {
        Map<String, byte[]> zip = new LinkedHashMap<>();
        zip.put("word/document.xml", Scratch.part(parts, 0, ""));
        zip.put("word/footnotes.xml", Scratch.part(parts, 1, "<w/>"));
        zip.put("word/endnotes.xml", Scratch.part(parts, 2, "<w/>"));
        zip.put("_rels/.rels", Scratch.part(parts, 3, RELATIONS));
        return Scratch.zip(zip);
    }

    private static byte[] document(String words) {
        StringBuilder xml = new StringBuilder("<w:document xmlns:w=\"" + MAIN + "\"><w:body>");
        for (String line : words.split("\n", -1)) {
            String text = line.replaceAll("[<&\\p{Cntrl}]", " ");
            xml.append("<w:p><w:r><w:t>").append(text).append("</w:t></w:r></w:p>");
        }
        return xml.append("</w:body></w:document>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void check(Path file) throws IOException {
        ReportReader.isReport(file, "a");
        try {
            String text = Documents.text(file, LIMITS);
            ReportPass pass = new ReportPass(SCANNER, TABLES, ReportText.of(text), ReportReader.Known.NOTHING, "a.txt").read();
            Laws.ofReading(pass.reading());
            ofText(text, pass.reading(), pass.explained());
            if (text.length() % 4 == 0) { // for speed: the same once more
                Laws.hold(READER.read(file, "a.txt").equals(pass.reading()), "read twice it is the same");
            }
        } catch (UnreadableFile e) {
            Reading refused = READER.read(file, "a.txt");
            Laws.ofReading(refused);
            Laws.hold(refused.figures().isEmpty() && refused.findings().size() == 1, "refused with one finding");
        }
    }

    private static void ofText(String text, Reading reading, List<ReportReader.Explained> told) {
        List<String> lines = ReportText.of(text).lines();
        int[] starts = new int[lines.size()];
        for (int line = 1; line < starts.length; line++) {
            starts[line] = starts[line - 1] + lines.get(line - 1).length() + 1;
        }
        String joined = String.join("\n", lines);
        BitSet explained = new BitSet();
        for (ReportReader.Explained n : told) {
            int from = starts[n.line()];
            Laws.hold(joined.startsWith(n.text(), from + n.start()), "the numeral stands there: %s", n);
            Laws.hold(n.text().length() == n.end() - n.start(), "the numeral is as long as its place: %s", n);
            explained.set(from + n.start(), from + Math.max(n.end(), n.figure() == null ? 0 : span(n.figure()).end()));
        }
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            Laws.hold(
                    explained.get(i) || !Character.isDigit(c) && !Numerals.isChinese(c),
                    "every digit is explained: %s at %d of %s",
                    c,
                    i,
                    joined);
        }
        figures(reading, told, starts, joined);
    }

    private static void figures(Reading reading, List<ReportReader.Explained> told, int[] starts, String joined) {
        List<Figure> figures = new ArrayList<>(told.stream()
                .map(ReportReader.Explained::figure)
                .filter(Objects::nonNull)
                .toList());
        reading.figures().forEach(f -> Laws.hold(figures.remove(f), "a figure is a numeral explained: %s", f));
        Laws.hold(figures.isEmpty(), "a numeral explained as a figure is one: %s", figures);
        BitSet taken = new BitSet();
        for (Figure f : reading.figures()) {
            Laws.hold(isMagnitudesAndUnit(f.quantity().unit()), "magnitudes and a unit: %s", f);
            int from = starts[span(f).line()] + span(f).start();
            Laws.hold(joined.startsWith(span(f).words(), from), "a figure's words stand there: %s", f);
            int next = taken.nextSetBit(from);
            int end = from + span(f).words().length();
            Laws.hold(next < 0 || next >= end, "no words are two figures: %s", f);
            taken.set(from, end);
        }
    }

    private static boolean isMagnitudesAndUnit(String unit) {
        int behind = 0;
        while (behind < unit.length() && UNITS.parse(unit.substring(behind)).isEmpty()) {
            if ("十百千万亿".indexOf(unit.charAt(behind++)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Provenance.TextSpan span(Figure figure) {
        return (Provenance.TextSpan) figure.provenance();
    }
}
