package tongcang.quantity;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import tongcang.Period;
import tongcang.Ratio;
import tongcang.Unit;
import tongcang.coding.Codelists;
import tongcang.fuzz.Laws;
import tongcang.fuzz.Words;

/** Drives the grammar of units, numbers and periods with any text, and with every number as Chinese writes it. */
public final class QuantityFuzz {
    private static final Units UNITS = Codelists.load(Path.of("seeds/codelists")).units();
    private static final String FORMS = "uwn";
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int LONGEST = 400;

    private QuantityFuzz() {}

    /** The first byte tells the form: a text in {@code U}TF-8, {@code w}ords, or a {@code n}umber. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int form = FORMS.indexOf(data[0]);
        switch (form < 0 ? Math.floorMod(data[0], FORMS.length()) : form) {
            case 0 -> text(new String(data, 1, data.length - 1, StandardCharsets.UTF_8));
            case 1 -> text(Words.of(data, 1, Math.min(data.length, LONGEST)));
            default -> number(ByteBuffer.allocate(8).put(data, 1, Math.min(8, data.length - 1)).getLong(0));
        }
    }

    private static void text(String text) {
        UNITS.parse(text).ifPresent(QuantityFuzz::unit);
        lengths(Normalizer.normalize(text, Normalizer.Form.NFKC));
        numbers(text);
        times(text);
    }

    private static void unit(Unit unit) {
        Laws.hold(UNITS.parse(unit.code()).equals(Optional.of(unit)), "a unit is found by its spelling: %s", unit);
        Laws.hold(unit.in(unit).equals(Ratio.ONE), "a unit is one of itself: %s", unit);
        Laws.hold(!UNITS.baseOf(unit.dimension()).isEmpty(), "a dimension has a base: %s", unit);
    }

    private static void lengths(String text) {
        for (int at = 0; at < text.length(); at++) {
            int length = UNITS.lengthAt(text, at);
            Laws.hold(length >= 0 && at + length <= text.length(), "a unit ends in its text: %s at %d", text, at);
            String words = text.substring(at, at + length);
            Laws.hold(length == 0 || words.length() > 40 || UNITS.parse(words).isPresent(), "what is found is a unit: %s", words);
        }
    }

    private static void numbers(String text) {
        Numerals.value(text).ifPresent(value -> Laws.hold(value.signum() >= 0, "not negative: %s", text));
        for (int at = 0; at < text.length(); at++) {
            int end = Numerals.arabicEnd(text, at);
            Laws.hold(end >= at && end <= text.length(), "a number ends in its text: %s at %d", text, at);
            if (end > at) {
                String digits = text.substring(at, end);
                BigDecimal value = new BigDecimal(digits.replace(",", ""));
                Laws.hold(Numerals.value(digits).equals(Optional.of(value)), "a number is what it says: %s", digits);
            }
            int chinese = Numerals.chineseEnd(text, at);
            Laws.hold(chinese >= at && chinese <= text.length(), "a numeral ends in its text: %s at %d", text, at);
            if (chinese > at) {
                Laws.hold(Numerals.value(text.substring(at, chinese)).isPresent(), "a numeral has a value: %s", text);
            }
        }
    }

    private static void times(String text) {
        PeriodWords.in(text, 2022).ifPresent(found -> {
            Laws.ofPeriod(found.period());
            Laws.hold(0 <= found.start() && found.start() < found.end() && found.end() <= text.length(), "a time has words: %s", found);
            Period later = found.period().yearsLater(4);
            Laws.ofPeriod(later);
            Laws.hold(later.yearsLater(-4).equals(found.period()), "there and back: %s", found);
            Laws.hold(!found.period().chinese().isEmpty(), "a time can be said: %s", found);
        });
        Laws.hold(PeriodWords.without(text).length() <= text.length(), "no words come of taking words: %s", text);
        Laws.hold(RelativeTime.without(text).length() <= text.length(), "no words come of taking words: %s", text);
        RelativeTime.of(text).with(RelativeTime.NONE).isSaid();
        Period.of(text).ifPresent(Laws::ofPeriod);
    }

    /** A number is read back from Chinese numerals, which are written here by another hand. */
    private static void number(long bits) {
        long number = (bits & Long.MAX_VALUE) % 10_000_000_000_000_000L;
        String written = chinese(number);
        Laws.hold(
                Numerals.value(written).map(BigDecimal.valueOf(number)::compareTo).equals(Optional.of(0)),
                "%s is %d",
                written,
                number);
    }

    private static String chinese(long number) {
        if (number < 10_000) {
            return number == 0 ? "零" : section((int) number);
        }
        long scale = number < 100_000_000 ? 10_000 : 100_000_000;
        long rest = number % scale;
        String joint = rest > 0 && rest < scale / 10 ? "零" : "";
        return chinese(number / scale) + (scale == 10_000 ? "万" : "亿") + (rest == 0 ? "" : joint + chinese(rest));
    }

    private static String section(int number) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int power = 3, scale = 1000; power >= 0; power--, scale /= 10) {
            int digit = number / scale % 10;
            if (digit == 0) {
                gap = words.length() > 0;
            } else {
                words.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(power == 0 ? "" : "十百千".charAt(power - 1));
                gap = false;
            }
        }
        return words.toString();
    }
}
