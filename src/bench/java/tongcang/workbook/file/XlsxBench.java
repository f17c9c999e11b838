package tongcang.workbook.file;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares ways of reading .xlsx by the CPU time of a whole process each, from the start of its Java to its end,
 * taken alternately: 2,000 small workbooks, and one sheet of 200,000 × 20.
 */
public final class XlsxBench {
    private static final int SMALL = 2_000;
    private static final int ROWS = 200_000;

    private XlsxBench() {}

    /** Without arguments, or with the number of rounds, the comparison; with a contender's name, a file or folder and so on, one reading. */
    public static void main(String[] args) throws Exception {
        if (args.length == 2) {
            one(XlsxContender.valueOf(args[0]), Path.of(args[1]));
            return;
        }
        int rounds = args.length == 1 ? Integer.parseInt(args[0]) : 5;
        Path folder = Path.of("target/bench");
        Path small = folder.resolve("small-" + SMALL);
        Path large = folder.resolve("large-" + ROWS + ".xlsx");
        if (!Files.exists(small)) {
            SampleWorkbooks.tray(small, SMALL, Path.of("seeds/codelists"));
        }
        if (!Files.exists(large)) {
            SampleWorkbooks.large(large, ROWS);
        }
        compare("2,000 workbooks of 60 x 8", small, "-Xmx1g", rounds);
        compare("one sheet of 200,000 x 20", large, "-Xmx8g", rounds);
        compare("the same sheet, heap of 64 MiB", large, "-Xmx64m", rounds);
    }

    private static void one(XlsxContender contender, Path input) throws Exception {
        long cells = 0;
        try (Stream<Path> files = Files.walk(input)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                cells += contender.read(file);
            }
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(cells + " " + system.getProcessCpuTime());
    }

    private static void compare(String title, Path input, String heap, int rounds) throws Exception {
        XlsxContender[] contenders = XlsxContender.values();
        double[][] seconds = new double[contenders.length][rounds];
        String[] counted = new String[contenders.length];
        for (int round = 0; round < rounds; round++) {
            for (XlsxContender contender : contenders) {
                if (heap.equals("-Xmx64m") && contender == XlsxContender.POI_USERMODEL) {
                    seconds[contender.ordinal()][round] = Double.NaN;
                    continue;
                }
                String[] answer = run(contender, input, heap).split(" ");
                counted[contender.ordinal()] = answer[0];
                seconds[contender.ordinal()][round] = Long.parseLong(answer[1]) / 1e9;
            }
        }
        Arrays.stream(seconds).forEach(Arrays::sort);
        double floor = seconds[0][rounds / 2];
        System.out.println("\n" + title + ", CPU of the whole process, median of " + rounds);
        for (XlsxContender contender : contenders) {
            double[] sorted = seconds[contender.ordinal()];
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %6.2f s (%.2f-%.2f)  %5.2f x the floor  counted %s%n",
                    contender.name().toLowerCase(Locale.ROOT),
                    sorted[rounds / 2],
                    sorted[0],
                    sorted[rounds - 1],
                    sorted[rounds / 2] / floor,
                    counted[contender.ordinal()]);
        }
    }

    private static String run(XlsxContender contender, Path input, String heap)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap));
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(XlsxBench.class.getName(), contender.name(), input.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IOException(contender + " failed");
        }
        return out;
    }
}
