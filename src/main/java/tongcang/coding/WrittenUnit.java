package tongcang.coding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.CodedKey;
import tongcang.Measure;
import tongcang.Ratio;
import tongcang.RawKey;
import tongcang.Unit;
import tongcang.quantity.Units;

/**
 * The unit of a figure, as far as its words say it: the one that is written; of a bare magnitude (亿) that many of what the
 * indicator is measured in; where none is written, none is needed by what counts in ones or is an index. Anything else
 * without a unit is {@link CodedKey#UNSTATED}: no number is taken for one in a unit that nobody wrote.
 */
final class WrittenUnit {
    private static final Set<String> BARE_MAGNITUDES =
            Set.of("万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿", "千", "百");
    private static final Pattern MAGNITUDE = Pattern.compile("^[十百千万亿]+");
    private static final Set<Measure> AMOUNTS = Set.of(Measure.LEVEL, Measure.INCREMENT, Measure.CHANGE);
    private static final Set<String> PURE = Set.of("index", "proportion");

    /** How the names of things end that are counted in ones; persons are told in ten thousands as often. */
    private static final List<String> COUNTS = List.of(
            "个数", "家数", "户数", "所数", "机构数", "单位数", "企业数", "学校数", "医院数", "企业数量", "机构数量", "单位数量", "项目数", "项目数量", "件数");

    private final Units units;

    WrittenUnit(Units units) {
        this.units = units;
    }

    /** {@code reporting} is the unit that the indicator is shown in, or null where no catalogue has it. */
    Optional<Unit> of(RawKey raw, Measure measure, @Nullable Unit reporting) {
        String written = raw.unit().strip();
        boolean amount = AMOUNTS.contains(measure);
        Optional<Unit> parsed = units.parse(written);
        if (parsed.isPresent()) {
            return amount && reporting != null ? parsed.map(said -> perWhatTheNameSays(said, reporting, raw)) : parsed;
        }
        if (measure == Measure.INDEX && written.isEmpty()) {
            return units.parse("指数");
        }
        if (amount && reporting != null && BARE_MAGNITUDES.contains(written)) {
            return units.parse(written + MAGNITUDE.matcher(reporting.code()).replaceFirst(""));
        }
        if (!written.isEmpty()) {
            return Optional.empty();
        }
        return amount && reporting != null && isPlain(reporting)
                ? Optional.of(reporting)
                : amount && reporting == null && isCount(raw.label())
                        ? units.parse("个")
                        : Optional.of(CodedKey.UNSTATED);
    }

    /** What a name says that it is per, its unit may leave out or say: 每万人口发明专利拥有量 5.9件, 人均可支配收入 14063元/人. */
    private Unit perWhatTheNameSays(Unit said, Unit reporting, RawKey raw) {
        int per = reporting.code().indexOf('/');
        int saidPer = said.code().indexOf('/');
        Optional<Unit> other = Optional.empty();
        if (per > 0 && saidPer < 0) {
            other = units.parse(said.code() + reporting.code().substring(per));
        } else if (per < 0 && saidPer > 0 && raw.label().contains("人均")) {
            other = units.parse(said.code().substring(0, saidPer));
        }
        return other.filter(unit -> unit.dimension().equals(reporting.dimension()))
                .orElse(said);
    }

    /** An indicator that is shown in ones of something counted, or in no unit at all. */
    private static boolean isPlain(Unit reporting) {
        boolean counted = reporting.dimension().startsWith("count.")
                || reporting.dimension().equals("household");
        return PURE.contains(reporting.dimension())
                || counted && reporting.toBase().equals(Ratio.ONE);
    }

    private static boolean isCount(String label) {
        List<String> parts = LabelWording.parts(label);
        String last = parts.isEmpty() ? "" : LabelWording.normal(parts.get(parts.size() - 1));
        return COUNTS.stream().anyMatch(last::endsWith);
    }
}
