package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Period;
import tongcang.relation.Relation;

/**
 * What cannot be, whatever the totals say: less than nothing of what is counted or made, months that come to less than one of
 * them, and a year out of the run of years.
 */
final class Impossible {
    private static final Pattern COUNTED = Pattern.compile(
            "(?:产量|产值|增加值|生产总值|总人口|人口数?|人数|户数|播种面积|面积|里程|零售额|销售额|用电量|发电量|客运量|货运量|周转量|存栏|出栏)(?=$|[-_ (（/])");

    /** What may well be below zero. */
    private static final Pattern SIGNED = Pattern.compile("人均|平均|净|差额|差$|增减|变化|变动|增量|增长|增速|同比|环比|新增|减少|盈|亏|损|利润|机械|迁");

    /** What adds up over time. */
    private static final Pattern FLOW = Pattern.compile("产量|产值|增加值|生产总值|收入|支出|投资|零售额|销售额|进口|出口|税|发电量|用电量|客运量|货运量|周转量");

    private final Map<Relation.Place, Figure> places;

    Impossible(Map<Relation.Place, Figure> places) {
        this.places = places;
    }

    List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (List<Figure> column : lines(Relation.Place::column).values()) {
            belowZero(column, found);
        }
        belowItsMonths(found);
        yearsOutOfRun(lines(Relation.Place::column).values(), found);
        yearsOutOfRun(lines(Relation.Place::row).values(), found);
        return found;
    }

    private Map<Integer, List<Figure>> lines(Function<Relation.Place, Integer> line) {
        Map<Integer, List<Figure>> lines = new TreeMap<>();
        places.forEach((place, figure) ->
                lines.computeIfAbsent(line.apply(place), l -> new ArrayList<>()).add(figure));
        return lines;
    }

    /** Where no unit is said, it is the column that is no amount; else the number is wrong. */
    private static void belowZero(List<Figure> column, List<Contradiction> found) {
        List<Figure> amounts = column.stream()
                .filter(f -> f.measure() == Measure.LEVEL
                        && COUNTED.matcher(f.label()).find()
                        && !SIGNED.matcher(f.label()).find())
                .toList();
        Set<Boolean> told = new HashSet<>();
        for (Figure f : amounts) {
            boolean bare = f.quantity().unit().isEmpty();
            if (f.quantity().value().signum() < 0 && (told.add(bare) || !bare)) {
                found.add(new Contradiction(
                        Contradictions.finding(
                                f, "", "“" + f.label() + "”不可能小于 0" + (bare ? "；这一列没有写单位，疑为增速或增减，请写明" : "，请核实")),
                        bare
                                ? amounts.stream()
                                        .filter(a -> a.quantity().unit().isEmpty())
                                        .toList()
                                : List.of(f)));
            }
        }
    }

    /** What is made or earned from January on is no less than in a part of that time. */
    private void belowItsMonths(List<Contradiction> found) {
        Map<List<Object>, List<Figure>> rows = new LinkedHashMap<>();
        places.forEach((place, f) -> {
            if (f.measure() == Measure.LEVEL
                    && f.period() != null
                    && f.quantity().value().signum() > 0
                    && FLOW.matcher(f.label()).find()
                    && !SIGNED.matcher(f.label()).find()) {
                rows.computeIfAbsent(
                                List.of(
                                        place.row(),
                                        f.label(),
                                        f.breakdown(),
                                        f.region(),
                                        f.quantity().unit()),
                                r -> new ArrayList<>())
                        .add(f);
            }
        });
        rows.values()
                .forEach(row -> row.stream()
                        .filter(f -> period(f).kind() == Period.Kind.CUMULATIVE)
                        .forEach(whole -> row.stream()
                                .filter(part -> isWithin(period(part), period(whole))
                                        && part.quantity()
                                                        .value()
                                                        .compareTo(
                                                                whole.quantity().value())
                                                > 0)
                                .findFirst()
                                .ifPresent(part -> found.add(new Contradiction(
                                        Contradictions.finding(
                                                whole,
                                                "",
                                                period(whole).chinese() + "的 "
                                                        + whole.quantity().valueText() + " 小于其中"
                                                        + period(part).chinese() + "的 "
                                                        + part.quantity().valueText() + "，请核实"),
                                        List.of(whole, part))))));
    }

    private static boolean isWithin(Period part, Period whole) {
        return !part.equals(whole)
                && !part.start().isBefore(whole.start())
                && !part.end().isAfter(whole.end());
    }

    private static Period period(Figure figure) {
        return Objects.requireNonNull(figure.period());
    }

    /** One year between others that run on without a gap, where it should be the one that is missing: 2019, 2020, 2012, 2022. */
    private static void yearsOutOfRun(Collection<List<Figure>> lines, List<Contradiction> found) {
        List<List<Figure>> dated =
                lines.stream().filter(line -> year(line) != null).toList();
        for (int i = 1; i + 1 < dated.size() && dated.size() > 3; i++) {
            int before = yearOf(dated.get(i - 1));
            int year = yearOf(dated.get(i));
            int after = yearOf(dated.get(i + 1));
            int step = Integer.signum(after - before);
            if (after - before == 2 * step && step != 0 && year != before + step && slips(dated, step) == 2) {
                String should = Integer.toString(before + step);
                found.add(new Contradiction(
                        Contradictions.finding(
                                dated.get(i).get(0),
                                should,
                                "年份依次为 " + before + "、" + year + "、" + after + "，其中 " + year + " 疑为 " + should
                                        + "，请核实"),
                        dated.get(i)));
            }
        }
    }

    /** How often a year does not follow the one before it. */
    private static int slips(List<List<Figure>> dated, int step) {
        int slips = 0;
        for (int k = 1; k < dated.size(); k++) {
            slips += yearOf(dated.get(k)) - yearOf(dated.get(k - 1)) == step ? 0 : 1;
        }
        return slips;
    }

    /** The year that all figures of a line are of; null where there is none. */
    private static @Nullable Period year(List<Figure> line) {
        @Nullable Period first = line.get(0).period();
        return first != null
                        && first.kind() == Period.Kind.YEAR
                        && line.stream().allMatch(f -> first.equals(f.period()))
                ? first
                : null;
    }

    private static int yearOf(List<Figure> line) {
        Period period = line.get(0).period();
        return period == null ? 0 : period.start().getYear();
    }
}
