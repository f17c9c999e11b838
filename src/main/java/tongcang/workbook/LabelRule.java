package tongcang.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tongcang.Figure;

/** What a figure measures: the heads of its column, the labels of its row, and the title where those do not name it. */
final class LabelRule {
    /** Words that say how something is counted and not what: only the title names it. */
    private static final Pattern GENERIC = Pattern.compile(
            "(?:出生|死亡|迁入|迁出|自然增长|机械增长|年平均|期末|年末|年初|平均|本期|人数|人口|户数|面积|数量|金额|总量|个数|幢数|套数|比重|增速|比例|占比|产量|产值|单位数|总额|余额|婴儿|增加|减少|里程|率|数|量|合计|总计|小计|其他|城镇|农村|乡村|男|女|性)*");
    /** Heads that are classes of something else: 8～10层, 18岁以下. */
    private static final Pattern MEMBER =
            Pattern.compile("(?:男|女|城镇|农村|乡村|城市|男性|女性|面积|幢|\\d.*(?:层|岁|元|人|年|米|以上|以下).*)");

    /** Titles of value added, whose sectors they are. */
    private static final Pattern VALUE_ADDED = Pattern.compile("生产总值|GDP|增加值|产业|经济");

    /** A longer path of heads names nothing that a codelist could hold. */
    private static final int LONGEST = 1000;

    private static final Set<String> SECTORS = Set.of("第一产业", "第二产业", "第三产业");
    private static final Pattern LISTING = Pattern.compile("[、和及与]");

    private final SheetContext context;
    private final boolean classified;
    /** All figures of a row, or of a column, may have the same path. */
    private final Map<Paths, String> labels = new HashMap<>();

    /** The labels of a figure's row and column. */
    private record Paths(List<String> row, List<String> column) {}

    /** {@code classified} tells whether the rows are classes of something that only the title names. */
    LabelRule(SheetContext context, boolean classified) {
        this.context = context;
        this.classified = classified;
    }

    /** The path of labels, outermost first; empty where nothing names the figure. */
    String of(Axis row, Axis column) {
        return labels.computeIfAbsent(new Paths(row.path(), column.path()), this::label);
    }

    private String label(Paths said) {
        List<String> path = new ArrayList<>(said.column());
        said.row().stream().filter(part -> !path.contains(part)).forEach(path::add);
        String title = context.label();
        if (((isUnnamed(path) || isSectorOf(path, title)) && !isListed(path, title)
                        || classified && isUnnamed(said.column()))
                && !title.isEmpty()
                && !path.contains(title)) {
            path.add(0, title);
        } else if (!path.isEmpty() && isApart(context.subject(), path)) {
            path.add(0, context.subject());
        }
        String label = String.join(Figure.PATH, path);
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST) + "…";
    }

    private static boolean isUnnamed(List<String> path) {
        return path.stream().allMatch(part -> GENERIC.matcher(part).matches())
                || path.stream().allMatch(part -> MEMBER.matcher(part).matches());
    }

    /** 第一产业 under 从业人员 is no value added. */
    private static boolean isSectorOf(List<String> path, String title) {
        return SECTORS.containsAll(path) && !VALUE_ADDED.matcher(title).find();
    }

    /** 户数 is an item of 户数、人口数和性别比: the title says no more. */
    private static boolean isListed(List<String> path, String title) {
        return LISTING.matcher(title).find()
                && path.stream().anyMatch(part -> part.length() > 1 && title.contains(part));
    }

    /** Whether no label shares two characters with the subject: else it names it already. */
    private static boolean isApart(String subject, List<String> path) {
        return !subject.isEmpty()
                && IntStream.range(0, subject.length() - 1)
                        .mapToObj(i -> subject.substring(i, i + 2))
                        .noneMatch(two -> path.stream().anyMatch(part -> part.contains(two)));
    }
}
