package tongcang.coding;

import java.nio.file.Path;
import java.util.Random;
import tongcang.Measure;
import tongcang.RawKey;

/**
 * Codes a million labels that differ, of up to 200 characters, as a file of a sensor or a wordy sheet would bring them:
 * {@code CodingBench seeds/codelists [LABELS]}. Quote the ratio to a codelist ten times as long, measured in one run.
 */
public final class CodingBench {
    private static final String WORDS = "地区生产总值城镇常住居民人均可支配收入第二产业增长情况年末户数面积产量其中和的在了于";

    private CodingBench() {}

    public static void main(String[] arguments) {
        Coder coder = new Coder(Codelists.load(Path.of(arguments[0])));
        int labels = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Random random = new Random(1);
        long began = System.nanoTime();
        int coded = 0;
        for (int i = 0; i < labels; i++) {
            RawKey key = new RawKey("市统计局", "", label(random, i), Measure.LEVEL, "亿元", "");
            coded += coder.code(key).indicator() == null ? 0 : 1;
        }
        System.out.printf("%d labels, %d coded, %.1f s%n", labels, coded, (System.nanoTime() - began) / 1e9);
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
