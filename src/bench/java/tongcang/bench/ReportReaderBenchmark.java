package tongcang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.report.ReportReader;
import tongcang.support.Limits;

/** The whole shipped report read, beside a scan of the same text with one regular expression. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Xmx512m")
public class ReportReaderBenchmark {
    private static final Path REPORT = Path.of("seeds/reports/xuchang-2023.txt");
    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?(?:[十百千万亿]*[\\p{IsHan}%％]{1,6})?|[一二三四五六七八九十百千万亿两]+");

    private ReportReader reader;
    private String text;

    @Setup
    public void load() throws IOException {
        reader = new ReportReader(Codelists.load(Path.of("seeds/codelists")).units(), Limits.DEFAULT);
        text = Files.readString(REPORT);
    }

    @Benchmark
    public Reading read() throws IOException {
        return reader.read(REPORT, "xuchang-2023.txt");
    }

    @Benchmark
    public int regexScan() {
        int found = 0;
        for (Matcher m = NUMBER_AND_UNIT.matcher(text); m.find(); ) {
            found++;
        }
        return found;
    }
}
