package tongcang.cli.print;

import java.io.PrintWriter;
import java.util.List;
import tongcang.workbook.page.TableNote;

/** Prints how the tables of a workbook were understood, a block each. */
public final class TableNotePrinter {
    private TableNotePrinter() {}

    public static void print(PrintWriter out, List<TableNote> notes) {
        if (notes.isEmpty()) {
            out.println("no table understood");
        }
        for (TableNote note : notes) {
            out.println(note.sheet() + "!" + note.range());
            line(out, "title", note.title());
            line(out, "unit around it", note.unit());
            line(out, "time around it", note.period());
            line(out, "head rows", note.heads());
            line(out, "stub columns", note.stubs());
            line(out, "figure columns", note.columns());
            line(out, "units", note.units());
            line(out, "periods", note.periods());
            line(out, "regions", note.regions());
            line(out, "notes", note.notes());
            line(out, "gives", note.figures() + " figures, " + note.findings() + " findings");
            note.why().forEach(reason -> line(out, "because", reason));
            out.println();
        }
    }

    private static void line(PrintWriter out, String name, String value) {
        out.printf("  %-15s %s%n", name, value.isEmpty() ? "-" : value);
    }
}
