package tongcang.quantity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tongcang.Ratio;
import tongcang.Unit;

/**
 * The unit catalogue: simple units from the codelist, and every unit composed of them by a magnitude
 * ({@code 万}, {@code 百亿}), a quotient ({@code 元/人}, {@code 元每吨}) or a product ({@code 人·月}).
 */
public final class Units {
    /** Longer before shorter, so that 万亿 is not read as 万 and a unit 亿. */
    private static final List<Map.Entry<String, Long>> MAGNITUDES = List.of(
            Map.entry("万亿", 1_000_000_000_000L),
            Map.entry("千亿", 100_000_000_000L),
            Map.entry("百亿", 10_000_000_000L),
            Map.entry("十亿", 1_000_000_000L),
            Map.entry("千万", 10_000_000L),
            Map.entry("百万", 1_000_000L),
            Map.entry("十万", 100_000L),
            Map.entry("亿", 100_000_000L),
            Map.entry("万", 10_000L),
            Map.entry("千", 1_000L),
            Map.entry("百", 100L),
            Map.entry("十", 10L));

    /** A unit longer than this is a sentence, not a unit. */
    private static final int LONGEST = 40;

    /** Of two signs that differ in the size of their letters alone, as mW and MW. */
    private static final SimpleUnit NO_WORD = new SimpleUnit("", List.of(), "", Ratio.ONE);

    /** What is longer and in Latin letters is a word of English, which no running text in Chinese has behind a number. */
    private static final int LONGEST_SIGN = 7;

    private static final Pattern LATIN = Pattern.compile("[A-Za-z.$-]{2,}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String RENMINBI = "人民币";

    /** More spellings than workbooks have of units; then all are forgotten. */
    private static final int MOST = 10_000;

    private final Map<String, SimpleUnit> byName = new HashMap<>();
    /** Words in Latin letters, in small ones: yuan, kwh; signs of one letter are told apart by their size. */
    private final Map<String, SimpleUnit> byWord = new HashMap<>();

    private final Map<String, Optional<Unit>> parsed = new ConcurrentHashMap<>();
    private final Map<String, String> baseNames = new HashMap<>();
    private final int longestName;

    /**
     * @throws IllegalArgumentException if two units share a name or an alias, or one is named as a multiple of another
     */
    public Units(List<SimpleUnit> simple) {
        for (SimpleUnit unit : simple) {
            add(unit.name(), unit);
            if (unit.toBase().equals(Ratio.ONE)) {
                baseNames.putIfAbsent(unit.dimension(), unit.name());
            }
            unit.aliases().forEach(alias -> add(alias, unit));
        }
        byName.forEach(this::requireNoOther);
        longestName = byName.keySet().stream()
                .filter(name -> !LATIN.matcher(name).matches() || name.length() <= LONGEST_SIGN)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** The unit that a text names, however it is spelled; empty where it names none. */
    public Optional<Unit> parse(String text) {
        Optional<Unit> known = parsed.get(text);
        if (known != null) {
            return known;
        }
        String spelled = normal(text);
        if (spelled.isEmpty() || spelled.length() > LONGEST) {
            return Optional.empty();
        }
        // written out, a unit of many factors may be longer than what is read as one
        Optional<Unit> unit = compose(spelled).filter(u -> u.code().length() <= LONGEST);
        if (parsed.size() >= MOST) {
            parsed.clear();
        }
        if (text.length() <= LONGEST) {
            parsed.put(text, unit);
        }
        return unit;
    }

    /** Spelling of a dimension's base unit: {@code 元}, {@code 元/平方米}; the dimension itself where none is listed. */
    public String baseOf(String dimension) {
        StringBuilder spelled = new StringBuilder();
        for (String part : dimension.split("(?<=[/·])|(?=[/·])", -1)) {
            spelled.append(baseNames.getOrDefault(part, part));
        }
        return baseNames.getOrDefault(dimension, spelled.toString());
    }

    /**
     * The length of the longest unit that starts at {@code at} (magnitude, simple unit, and what it is divided or
     * multiplied by); 0 where none does. The text must be NFKC.
     */
    public int lengthAt(CharSequence text, int at) {
        int end = factorEnd(text, at);
        while (end > at && end < text.length() && isJoint(text.charAt(end))) {
            int next = factorEnd(text, end + 1);
            if (next == end + 1 || parse(text.subSequence(at, next).toString()).isEmpty()) {
                break;
            }
            end = next;
        }
        return end - at;
    }

    /** One spelling for full-width and half-width forms, spaces and brackets. */
    static String normal(String text) {
        String s =
                SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        while (s.length() > 2 && s.startsWith("(") && s.endsWith(")")) {
            s = s.substring(1, s.length() - 1);
        }
        s = s.replace('⁄', '/')
                .replace('∕', '/')
                .replace('・', '·')
                .replace('•', '·')
                .replace(':', '∶');
        return renminbi(EnglishUnits.withSlash(s));
    }

    /** 人民币亿元, and how databases say it: 十亿人民币, 人民币 百万, 人民币. */
    private static String renminbi(String text) {
        if (!text.contains(RENMINBI)) {
            return text;
        }
        String bare = text.replaceFirst("^" + RENMINBI + "(?=.)|" + RENMINBI + "$", "");
        return bare.isEmpty() || MAGNITUDES.stream().anyMatch(m -> m.getKey().equals(bare)) ? bare + "元" : bare;
    }

    private void add(String name, SimpleUnit unit) {
        String spelled = normal(name);
        SimpleUnit other = byName.put(spelled, unit);
        if (LATIN.matcher(spelled).matches()) {
            byWord.merge(spelled.toLowerCase(Locale.ROOT), unit, (a, b) -> a.equals(b) ? a : NO_WORD);
        }
        if (other != null && !other.equals(unit)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a name of two units: " + other.name() + " and " + unit.name());
        }
    }

    /** A listed name goes before what is composed: 亿元 as a unit of its own must be a hundred million 元. */
    private void requireNoOther(String name, SimpleUnit listed) {
        magnified(name)
                .filter(u ->
                        !u.toBase().equals(listed.toBase()) || !u.dimension().equals(listed.dimension()))
                .ifPresent(composed -> {
                    throw new IllegalArgumentException("'" + name + "' of the unit " + listed.name() + " is already "
                            + composed.toBase() + " " + baseOf(composed.dimension()));
                });
    }

    private int factorEnd(CharSequence text, int at) {
        int longest = simpleEnd(text, at);
        for (Map.Entry<String, Long> magnitude : MAGNITUDES) {
            if (startsWith(text, at, magnitude.getKey())) {
                int behind = at + magnitude.getKey().length();
                int end = simpleEnd(text, behind);
                if (end > behind) {
                    return Math.max(longest, end);
                }
            }
        }
        return longest;
    }

    private int simpleEnd(CharSequence text, int at) {
        for (int length = Math.min(longestName, text.length() - at); length > 0; length--) {
            if (byName.containsKey(text.subSequence(at, at + length).toString())) {
                return at + length;
            }
        }
        return at;
    }

    private static boolean isJoint(char c) {
        return c == '/' || c == '·' || c == '每';
    }

    private static boolean startsWith(CharSequence text, int at, String start) {
        return text.length() - at >= start.length() && start.contentEquals(text.subSequence(at, at + start.length()));
    }

    private Optional<Unit> compose(String spelled) {
        Optional<Unit> simple = factor(spelled);
        if (simple.isPresent()) {
            return simple;
        }
        List<String> sides = List.of(spelled.replaceAll("[()]", "").split("[/每]", -1));
        List<Unit> above = factors(sides.get(0));
        List<Unit> below = new ArrayList<>();
        sides.subList(1, sides.size()).forEach(side -> below.addAll(factors(side)));
        boolean known =
                above.size() == count(sides.subList(0, 1)) && below.size() == count(sides.subList(1, sides.size()));
        return known ? Optional.of(product(above, below)) : Optional.empty();
    }

    private static long count(List<String> sides) {
        return sides.stream().mapToLong(side -> side.split("·", -1).length).sum();
    }

    private List<Unit> factors(String side) {
        List<Unit> factors = new ArrayList<>();
        for (String factor : side.split("·", -1)) {
            factor(factor).ifPresent(factors::add);
        }
        return factors;
    }

    private static Unit product(List<Unit> above, List<Unit> below) {
        Dimensions dimension = new Dimensions();
        Ratio ratio = Ratio.ONE;
        for (Unit unit : above) {
            dimension.times(unit.dimension(), 1);
            ratio = ratio.times(unit.toBase());
        }
        for (Unit unit : below) {
            dimension.times(unit.dimension(), -1);
            ratio = ratio.dividedBy(unit.toBase());
        }
        String code = spelled(above) + (below.isEmpty() ? "" : "/" + spelled(below));
        return new Unit(code, dimension.spelled(), ratio);
    }

    private static String spelled(List<Unit> factors) {
        return String.join("·", factors.stream().map(Unit::code).toList());
    }

    /** 10万人 is 十万人: what stands for so many ten thousands of a unit may be written in digits; 10月 is a time. */
    private static String withoutDigits(String spelled) {
        return spelled.startsWith("10万") ? "十" + spelled.substring(2) : spelled;
    }

    private Optional<Unit> factor(String written) {
        String spelled = withoutDigits(written);
        SimpleUnit simple = byName.get(spelled);
        if (simple != null) {
            return Optional.of(new Unit(simple.name(), simple.dimension(), simple.toBase()));
        }
        return magnified(spelled).or(() -> english(spelled));
    }

    private Optional<Unit> english(String spelled) {
        return word(spelled)
                .map(u -> new Unit(u.name(), u.dimension(), u.toBase()))
                .or(() -> EnglishUnits.partings(spelled).stream()
                        .flatMap(counted -> word(counted.unit()).stream()
                                .flatMap(u -> magnified(counted.magnitude() + u.name()).stream()))
                        .findFirst());
    }

    private Optional<SimpleUnit> word(String spelled) {
        return Optional.ofNullable(byName.get(spelled))
                .or(() -> Optional.ofNullable(byWord.get(spelled.toLowerCase(Locale.ROOT)))
                        .filter(u -> !u.equals(NO_WORD)));
    }

    /** The longest magnitude counts: 十万分之一 is no ten 万分之一. */
    private Optional<Unit> magnified(String spelled) {
        for (Map.Entry<String, Long> magnitude : MAGNITUDES) {
            if (spelled.startsWith(magnitude.getKey())) {
                SimpleUnit rest =
                        byName.get(spelled.substring(magnitude.getKey().length()));
                return Optional.ofNullable(rest)
                        .map(u -> new Unit(
                                magnitude.getKey() + u.name(),
                                u.dimension(),
                                u.toBase().times(Ratio.of(magnitude.getValue(), 1))));
            }
        }
        return Optional.empty();
    }
}
