package tongcang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Reading;
import tongcang.Status;
import tongcang.Submission;
import tongcang.UnitSource;
import tongcang.ledger.Ledger;
import tongcang.ledger.PartWriter;
import tongcang.ledger.ReadSubmission;
import tongcang.ledger.RunContent;

/** What a person sees of the layouts in the ledger. */
class LayoutCommandTest {
    private static final String KNOWN = "0123456789abcdef";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachLayoutOfADepartmentIsToldWithItsCountAndItsFirstAndLastDay() throws IOException {
        take("abc123", "s1", LocalDate.of(2023, 1, 20), KNOWN);
        take("def", "s2", LocalDate.of(2023, 2, 20), KNOWN);
        take("0123", "s3", LocalDate.of(2023, 3, 20), "");

        assertThat(call("layout", "list").lines().filter(line -> line.startsWith(KNOWN)))
                .singleElement()
                .asString()
                .contains("市统计局", "工业", "s2.xlsx", "2023-01-20", "2023-02-20")
                .doesNotContain("2023-03-20")
                .matches(".* 2 +2");
        assertThat(call("layout", "show", KNOWN)).contains("s1.xlsx", "s2.xlsx").doesNotContain("s3.xlsx");
    }

    @Test
    void aLedgerWithoutLayoutsAndALayoutThatIsNoneAreSaidSo() throws IOException {
        assertThat(call("layout", "list")).contains("还没有记下版式的表");
        take("0123", "s3", LocalDate.of(2023, 3, 20), "");
        assertThat(call("layout", "list")).contains("还没有记下版式的表");
        assertThat(call("layout", "show", "'; DROP")).contains("台账中没有版式 '; DROP", "layout list");
        assertThat(call("layout", "show")).contains("Missing required parameter");
    }

    private void take(String run, String id, LocalDate received, String layout) throws IOException {
        Path work = folder.resolve("work");
        Submission submission = new Submission(id, id + ".xlsx", "市统计局", received, "00", 1, Submission.Kind.WORKBOOK);
        Figure figure = new Figure(
                new Provenance.Cell("表一", "B5", "12"),
                Quantity.of(new BigDecimal(12), "亿元"),
                "产值",
                Measure.LEVEL,
                Status.ACTUAL,
                null,
                null,
                "",
                Map.of(),
                UnitSource.CAPTION,
                new Figure.Context("工业", "", "", layout),
                Evidence.UNKNOWN);
        try (PartWriter part = Ledger.part(work, 0)) {
            part.add(new ReadSubmission(submission, new Reading(List.of(figure), List.of())));
            part.seal();
        }
        new Ledger(folder.resolve("ledger"))
                .append(run, work, new RunContent(List.of(id), List.of(), List.of(), null), received);
    }

    private String call(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = Tongcang.commandLine();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--warehouse";
        all[arguments.length + 1] = folder.toString();
        line.execute(all);
        return said.toString();
    }
}
