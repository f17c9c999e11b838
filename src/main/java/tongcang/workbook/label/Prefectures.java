package tongcang.workbook.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of places that say by themselves that they are places: those of prefectures without 市 or 地区, and groups of places. */
final class Prefectures {
    /** 东部地区, 31个大城市. */
    private static final Pattern GROUP = Pattern.compile(
            "(?:东部|中部|西部|东北|沿海|内陆|内地|华北|华东|华中|华南|西南|西北|苏南|苏中|苏北|豫南|豫北|粤东|粤西|粤北|山区)地区|京津冀|长三角|珠三角|\\d{1,3}个(?:大|大?中)?城市");

    private static final Set<String> PREFECTURES = load();
    private static final int LONGEST =
            PREFECTURES.stream().mapToInt(String::length).max().orElse(0);

    private Prefectures() {}

    /** Whether a text is such a name, and nothing else. */
    static boolean is(String text) {
        return text.length() >= 2
                && (text.length() <= LONGEST && PREFECTURES.contains(text)
                        || (text.endsWith("地区") || text.endsWith("城市") || text.length() == 3)
                                && GROUP.matcher(text).matches());
    }

    /** The longest name of a prefecture that a text begins with; empty where it begins with none. */
    static String before(String text) {
        for (int length = Math.min(LONGEST, text.length()); length >= 2; length--) {
            String name = text.substring(0, length);
            if (PREFECTURES.contains(name)) {
                return name;
            }
        }
        return "";
    }

    private static Set<String> load() {
        try (InputStream in = Objects.requireNonNull(Prefectures.class.getResourceAsStream("places.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
