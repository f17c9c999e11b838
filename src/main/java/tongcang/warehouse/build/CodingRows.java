package tongcang.warehouse.build;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tongcang.CodedKey;
import tongcang.Period;
import tongcang.Ratio;
import tongcang.RawKey;
import tongcang.Severity;
import tongcang.Unit;

/** The rows that coding adds to the warehouse, in the order of the tables' columns. */
final class CodingRows {

    /** A key with the number of figures that share it, and the day it was first received. */
    record SeenKey(RawKey key, long figures, LocalDate firstSeen) {}

    private CodingRows() {}

    static List<List<@Nullable Object>> coding(List<SeenKey> seen, List<CodedKey> coded) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            CodedKey code = coded.get(i);
            Unit unit = code.unit();
            List<@Nullable Object> row = key(seen.get(i).key());
            row.add(seen.get(i).figures());
            row.add(seen.get(i).firstSeen());
            row.addAll(row(code.indicator(), code.measure().code(), code.breakdown()));
            row.add(unit == null ? null : unit.code());
            row.add(unit == null ? null : unit.dimension());
            row.addAll(ratio(unit == null ? null : unit.toBase()));
            row.add(code.reportingUnit());
            row.addAll(ratio(code.toReporting()));
            CodedKey.Exchange exchange = code.exchange();
            row.add(exchange == null ? null : exchange.currency());
            row.add(exchange == null ? null : exchange.kind());
            row.addAll(row(code.rule(), code.obstacle()));
            row.add(code.provisional() == null ? null : code.provisional().code());
            rows.add(row);
        }
        return rows;
    }

    /** The coder failed on a wording: a fault of the program, which this wording alone bears. */
    static CodedKey failed(RawKey key) {
        CodedKey.Problem problem = new CodedKey.Problem(
                "coding.failed", Severity.ERROR, key.label(), "", "编码程序在“" + key.label() + "”上出错，这些数值未采用；请把日志交给维护人员");
        return new CodedKey(null, key.measure(), "", null, null, null, "none", List.of(problem), null);
    }

    static List<List<@Nullable Object>> problems(List<SeenKey> seen, List<CodedKey> coded) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            for (CodedKey.Problem problem : coded.get(i).problems()) {
                List<@Nullable Object> row = key(seen.get(i).key());
                row.addAll(row(problem.rule(), problem.severity().name()));
                row.addAll(row(problem.found(), problem.expected(), problem.message()));
                rows.add(row);
            }
        }
        return rows;
    }

    /** The indicators that labels made, each named by the wording that came first, and of these by the one of most figures. */
    static List<List<@Nullable Object>> provisionals(List<SeenKey> seen, List<CodedKey> coded) {
        Map<String, CodedKey.Provisional> made = new TreeMap<>();
        IntStream.range(0, coded.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> seen.get(i).firstSeen())
                        .thenComparing(i -> -seen.get(i).figures()))
                .forEach(i -> {
                    CodedKey.Provisional provisional = coded.get(i).provisional();
                    if (provisional != null && coded.get(i).isProvisional()) {
                        made.putIfAbsent(provisional.code(), provisional);
                    }
                });
        return made.values().stream()
                .map(p -> row(
                        p.code(),
                        p.name(),
                        "暂定指标",
                        null,
                        p.unit(),
                        p.rate() ? "rate" : "unknown",
                        "none",
                        null,
                        null,
                        null,
                        "provisional"))
                .toList();
    }

    static List<List<@Nullable Object>> units(List<CodedKey> coded) {
        return coded.stream()
                .map(CodedKey::unit)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(Unit::dimension).thenComparing(Unit::code))
                .map(unit -> row(
                        unit.code(),
                        unit.dimension(),
                        unit.toBase().numerator().toString(),
                        unit.toBase().denominator().toString()))
                .toList();
    }

    static List<List<@Nullable Object>> periods(List<Period> periods) {
        return periods.stream()
                .map(p -> row(
                        p.code(),
                        p.chinese(),
                        p.kind().name().toLowerCase(Locale.ROOT),
                        p.start(),
                        p.end(),
                        p.end().getYear(),
                        (int) ChronoUnit.MONTHS.between(p.start(), p.end().plusDays(1)),
                        p.frequency(),
                        p.counting()))
                .toList();
    }

    private static List<@Nullable Object> key(RawKey key) {
        return row(key.department(), key.form(), key.label(), key.measure().code(), key.unit(), key.breakdown());
    }

    private static List<@Nullable Object> ratio(@Nullable Ratio ratio) {
        return ratio == null
                ? row(null, null)
                : row(ratio.numerator().toString(), ratio.denominator().toString());
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
