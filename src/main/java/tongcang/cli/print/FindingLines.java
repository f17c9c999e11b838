package tongcang.cli.print;

import java.util.List;
import java.util.stream.Collectors;
import tongcang.support.Printable;
import tongcang.warehouse.release.ReleaseSummary;

/** What was found, in Chinese: a line per file and kind, the gravest first, and how many such lines there are beyond. */
public final class FindingLines {
    private static final int MOST = 10;

    /** Characters of a message that stand on one line of a terminal beside the rest. */
    private static final int LONGEST = 80;

    private FindingLines() {}

    /** Lines that begin with two spaces; empty where nothing was found. */
    public static String text(List<ReleaseSummary.Kind> kinds) {
        String lines = kinds.stream().limit(MOST).map(FindingLines::line).collect(Collectors.joining());
        return kinds.size() <= MOST
                ? lines
                : lines + "  另有 " + (kinds.size() - MOST) + " 类，见 ./tongcang sql \"FROM finding_kind\"\n";
    }

    private static String line(ReleaseSummary.Kind kind) {
        String file = kind.path().isEmpty() ? kind.department() : kind.path();
        String message = Printable.line(kind.message());
        return "  " + kind.severity().chinese() + " " + kind.places() + " 处  " + Printable.line(file) + "  "
                + (message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message)
                + (kind.places() > 1 ? "（如 " + Printable.line(kind.examples()) + "）" : "") + "\n";
    }
}
