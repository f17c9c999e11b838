package tongcang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tongcang.coding.Codelists;
import tongcang.support.Limits;

/** Lines, pages, notes: what setting does to a text, and what is read all the same. */
class TypesetTextTest {
    private static final Path CASES = Path.of("src/test/resources/tongcang/report/set-text.txt");
    private static final ReportReader READER =
            new ReportReader(Codelists.load(Path.of("seeds/codelists")).units(), Limits.DEFAULT);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aSetTextReadsAsItWasWritten(String name, String text, String numerals, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), text);
        assertThat(READER.explain(file, ReportReader.Known.NOTHING).stream().map(TypesetTextTest::said))
                .containsExactlyElementsOf(numerals.lines().toList());
    }

    private static String said(ReportReader.Explained n) {
        String figure = n.figure() == null
                ? ""
                : " "
                        + String.join(
                                " ",
                                n.figure().quantity().valueText(),
                                n.figure().quantity().unit(),
                                n.figure().label(),
                                n.figure().provenance().place());
        return n.line() + " " + n.start() + " " + n.end() + " " + n.text().replace('\n', '⏎') + " " + n.reason()
                + figure;
    }

    static Stream<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        String[] all = Files.readString(CASES).split("\n=== ");
        for (int i = 1; i < all.length; i++) {
            int head = all[i].indexOf('\n');
            int line = all[i].indexOf("\n---\n");
            cases.add(Arguments.of(
                    all[i].substring(0, head),
                    all[i].substring(head + 1, line),
                    all[i].substring(line + 5).strip()));
        }
        return cases.stream();
    }
}
