package tongcang.coding;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tongcang.Measure;
import tongcang.RawKey;

/**
 * Codes a million labels that differ, of up to 200 characters, as a file of a sensor or a wordy sheet would bring them:
 * {@code CodingBench seeds/codelists [LABELS]}. Quote the ratio to a codelist ten times as long, measured in one run.
 */
public final class CodingBench {
    private static final String WORDS = "地区生产总值城镇常住居民人均可支配收入第二产业增长情况年末户数面积产量其中和的在了于";

    private static final int BATCH = 1000;

    private CodingBench() {}

    public static void main(String[] arguments) {
        Coder coder = new Coder(Codelists.load(Path.of(arguments[0])));
        int labels = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Random random = new Random(1);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long making = 0;
        int coded = 0;
        for (int first = 0; first < labels; first += BATCH) {
            long before = threads.getCurrentThreadCpuTime();
            List<RawKey> keys = keys(random, first);
            making += threads.getCurrentThreadCpuTime() - before;
            for (RawKey key : keys) {
                coded += coder.code(key).indicator() == null ? 0 : 1;
            }
        }
        System.out.printf(
                "%d labels, %d coded, %.1f s of CPU without %.1f s to make them%n",
                labels, coded, (threads.getCurrentThreadCpuTime() - making) / 1e9, making / 1e9);
    }

    private static List<RawKey> keys(Random random, int first) {
        return IntStream.range(first, first + BATCH)
                .mapToObj(i -> new RawKey("市统计局", "", label(random, i), Measure.LEVEL, "亿元", ""))
                .toList();
    }

    private static String label(Random random, int number) {
        StringBuilder label = new StringBuilder();
        int length = 2 + random.nextInt(198);
        while (label.length() < length) {
            label.append(WORDS.charAt(random.nextInt(WORDS.length())));
            if (random.nextInt(20) == 0) {
                label.append(" / ");
            }
        }
        return label.append(number).toString();
    }
}
