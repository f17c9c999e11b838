package tongcang.workbook.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tongcang.Measure;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.table.BoxheadRows;

/** What a column takes from those to its left where no head stands over both: the whole that it is a part of, or about. */
final class ImpliedSpanner {
    /** What may be divided into men and women, town and country. */
    private static final Pattern COUNTED = Pattern.compile("人口|人数|人员|户|学生|职工|居民|就业|参保");

    /** What may be divided into the three sectors. */
    private static final Pattern ADDED = Pattern.compile("生产总值|GDP|增加值");

    private static final Pattern SHARES = Pattern.compile("占比|比重|构成|比例|完成(?:率|比例|进度)");
    private static final Pattern MEMBER = Pattern.compile("男性?|女性?|城镇|农村|乡村");
    private static final Pattern SECTOR = Pattern.compile("第[一二三]产业|工业|建筑业");

    private final Grid grid;
    private final BoxheadRows rows;
    private final LabelReader heads;
    private final List<Integer> columns;
    private final Map<Integer, Axis> axes;

    /** {@code axes} are those of the columns that are read already. */
    ImpliedSpanner(Grid grid, BoxheadRows rows, LabelReader heads, List<Integer> columns, Map<Integer, Axis> axes) {
        this.grid = grid;
        this.rows = rows;
        this.heads = heads;
        this.columns = columns;
        this.axes = axes;
    }

    /**
     * What a head 其中 divides: the nearest level to its left that is no such part itself, as far as the heads down to this
     * row name it, under the same heads {@code above}.
     */
    Axis wholeOf(int row, int column, List<String> above) {
        int first = grid.area(row, column).map(Grid.Area::firstColumn).orElse(column);
        while (first > 0 && grid.stored(row, first).isEmpty()) {
            first--;
        }
        int end = first;
        return columns.stream()
                .filter(c -> c < end
                        && isLevel(axes.getOrDefault(c, Axis.none()))
                        && !heads.of(rows.text(row, c)).ofWhich())
                .reduce((a, b) -> b)
                .map(c -> downTo(row, c))
                .filter(a -> a.path().size() >= above.size()
                        && a.path().subList(0, above.size()).equals(above))
                .orElse(Axis.none());
    }

    /** A column without what only the heads below the row name. */
    private Axis downTo(int row, int column) {
        Axis axis = axes.getOrDefault(column, Axis.none());
        List<String> path = new ArrayList<>(axis.path());
        String here = rows.text(row, column);
        List<String> below = rows.below(row)
                .map(h -> rows.text(h, column))
                .filter(text -> !text.equals(here))
                .map(text -> heads.of(text).label())
                .toList();
        int named = BoxheadReader.isNeutral(heads.of(here).label()) ? 0 : 1;
        while (path.size() > named && below.contains(path.get(path.size() - 1))) {
            path.remove(path.size() - 1);
        }
        return axis.withPath(path);
    }

    private static boolean isLevel(Axis axis) {
        return axis.measure() == null || axis.measure() == Measure.LEVEL;
    }

    private Stream<Axis> before(int column) {
        return columns.stream().takeWhile(c -> c < column).map(c -> axes.getOrDefault(c, Axis.none()));
    }

    /** 男 and 女 right of 总人口, 第一产业 right of 生产总值 are parts of it, though no head stands over them. */
    Axis divided(List<String> path, int column) {
        return path.isEmpty()
                ? Axis.none()
                : divided(path, column, MEMBER, COUNTED)
                        .or(() -> divided(path, column, SECTOR, ADDED))
                        .orElse(Axis.none());
    }

    /** The nearest column to the left that is no such member, where it is one that may be so divided. */
    private Optional<Axis> divided(List<String> path, int column, Pattern member, Pattern whole) {
        if (!isAll(member, path)) {
            return Optional.empty();
        }
        return before(column)
                .filter(a -> a.path().isEmpty()
                        || !isAll(
                                member,
                                a.path().subList(a.path().size() - 1, a.path().size())))
                .reduce((a, b) -> b)
                .filter(a ->
                        a.path().size() == 1 && whole.matcher(a.path().get(0)).find());
    }

    /** The first column under the head that stands over a column, and not over another one to its right: 合计 before its parts. */
    private int firstOfGroup(int last, int outside) {
        for (int row : rows.below(-1).toList()) {
            String text = rows.text(row, last);
            int first = columns.indexOf(last);
            while (first > 0 && !text.isEmpty() && text.equals(rows.text(row, columns.get(first - 1)))) {
                first--;
            }
            if (columns.get(first) < last && !text.equals(rows.text(row, outside))) {
                return columns.get(first);
            }
        }
        return last;
    }

    private static boolean isAll(Pattern member, List<String> path) {
        return path.stream().allMatch(label -> member.matcher(label).matches());
    }

    /** 位次 and 增速 without a head over them are about what stands to their left; 占比 is a part of it. */
    List<String> about(Axis said, int column) {
        List<String> path = said.path();
        boolean share = said.measure() == Measure.SHARE
                && path.size() == 1
                && SHARES.matcher(path.get(0)).matches();
        boolean dependent = said.measure() == Measure.RANK
                || said.measure() == Measure.GROWTH_RATE
                || said.measure() == Measure.CHANGE;
        if (!share && !(dependent && path.isEmpty())) {
            return path;
        }
        List<String> whole = new ArrayList<>(columns.stream()
                .takeWhile(c -> c < column)
                .filter(c -> isLevel(axes.getOrDefault(c, Axis.none())))
                .reduce((a, b) -> b)
                .map(c ->
                        axes.getOrDefault(firstOfGroup(c, column), Axis.none()).path())
                .orElse(List.of()));
        path.stream().filter(p -> !whole.contains(p)).forEach(whole::add);
        return whole;
    }
}
