package tongcang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tongcang.quantity.QuantityFuzz;
import tongcang.report.ReportFuzz;
import tongcang.workbook.WorkbookFuzz;

/** What fuzzing has found worth keeping holds every law still. */
class CorpusTest {

    /** Gives an input to a target. */
    interface Target {
        void take(byte[] input) throws IOException;
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of("report", (Target) ReportFuzz::fuzzerTestOneInput),
                Arguments.of("workbook", (Target) WorkbookFuzz::fuzzerTestOneInput),
                Arguments.of("quantity", (Target) QuantityFuzz::fuzzerTestOneInput));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void everyKeptInputHoldsTheLaws(String name, Target target) throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(Path.of("src/fuzz/corpus").resolve(name))) {
            inputs = files.sorted().toList();
        }
        assertThat(inputs).hasSizeBetween(20, 150);
        for (Path input : inputs) {
            byte[] bytes = Files.readAllBytes(input);
            assertThatCode(() -> target.take(bytes)).as(input.toString()).doesNotThrowAnyException();
        }
    }

    @Test
    void aTextOfWordsIsTheBytesOfItsWords() {
        byte[] bytes = Words.bytes("2022年粮食产量增长7%。");

        assertThat(Words.of(bytes, 0, bytes.length)).isEqualTo("2022年粮食产量增长7%。");
        assertThat(bytes).hasSize(7);
    }
}
