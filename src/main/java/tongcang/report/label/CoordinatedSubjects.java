package tongcang.report.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tongcang.report.text.WordList;

/** Several subjects over several numbers: PM10、PM2.5平均浓度 over 18%、20%, mostly with 分别. */
final class CoordinatedSubjects {
    private static final WordList HEAD_NOUN = WordList.of("head-noun");

    /** One word for two subjects. */
    private record Pair(String both, String one, String other) {}

    private static final List<Pair> PAIRS = List.of(new Pair("城乡", "城镇", "农村"), new Pair("存贷款", "存款", "贷款"));
    /** 城镇、农村居民收入, 城、乡居民收入: what stands in the place of the one is all of the other but its first word. */
    private static final Pattern TOWN = Pattern.compile("(.*)(?:城镇|城市|城)");

    private static final Pattern COUNTRY = Pattern.compile("(?:农村|乡村|乡|农民)(?=.*(?:居民|低保|五保|特困))");

    /** Between two of them; 及 of 惠及, 普及, 涉及 joins nothing. */
    private static final Pattern JOINT = Pattern.compile("[、和与]|(?<![惠普涉波顾])及(?!以|其)");

    /** 上访件次、人次: what is counted of the one subject, each in its own unit. */
    private static final Pattern MEASURE_WORD = Pattern.compile("件次|人次|批次|件数|人数|户数|起数|次数|总量|增量|余额|金额|产量|销量|均价");

    private static final Pattern MEASURE_WORD_END = Pattern.compile("(?:" + MEASURE_WORD.pattern() + ")$");

    /** 三次产业, 一、二、三产业 over three numbers are each of them. */
    private static final Pattern SECTORS = Pattern.compile("三次产业(?!结构|比)|第?一、第?二、第?三(?:次)?产业|一二三产业?");

    /** Fewer joints, where a subject has one of the others in its name. */
    private static final List<Pattern> LOOSER = List.of(Pattern.compile("[、和]"), Pattern.compile("、"));

    private CoordinatedSubjects() {}

    /** A label for each of {@code size} numbers: each part with the tail that the last one has; else all the same. */
    static List<String> spread(String label, int size) {
        Matcher sectors = SECTORS.matcher(label);
        if (size == 3 && sectors.find()) {
            return Stream.of("第一产业", "第二产业", "第三产业").map(sectors::replaceFirst).toList();
        }
        List<String> parts = List.of(JOINT.split(label));
        for (int i = 0; i < LOOSER.size() && parts.size() != size; i++) {
            parts = List.of(LOOSER.get(i).split(label)); // 研发与转化平台 is one of them
        }
        if (parts.size() != size) {
            return size == 2 ? pair(label) : Collections.nCopies(size, label);
        }
        String last = parts.get(size - 1);
        if (size == 2
                && TOWN.matcher(parts.get(0)).matches()
                && COUNTRY.matcher(last).lookingAt()) {
            String people = COUNTRY.matcher(last).replaceFirst("");
            String town = people.contains("居民") ? "城镇" : "城市";
            return List.of(TOWN.matcher(parts.get(0)).replaceFirst("$1" + town) + people, "农村" + people);
        }
        Matcher first = MEASURE_WORD_END.matcher(parts.get(0));
        if (first.find()
                && first.start() > 1
                && parts.stream().skip(1).allMatch(p -> MEASURE_WORD.matcher(p).matches())) {
            String stem = parts.get(0).substring(0, first.start());
            return parts.stream().map(p -> p.startsWith(stem) ? p : stem + p).toList();
        }
        List<String> labels = new ArrayList<>();
        for (String part : parts.subList(0, size - 1)) {
            labels.add(part + tail(part, last));
        }
        labels.add(last);
        return labels;
    }

    /** 城乡居民收入 over two numbers is that of towns and that of the country, 存贷款余额 that of deposits and of loans. */
    private static List<String> pair(String label) {
        for (Pair pair : PAIRS) {
            int at = label.indexOf(pair.both());
            if (at >= 0) {
                String before = label.substring(0, at);
                String behind = label.substring(at + pair.both().length());
                String one = behind.startsWith("低保") ? "城市" : pair.one();
                return List.of(before + one + behind, before + pair.other() + behind);
            }
        }
        return Collections.nCopies(2, label);
    }

    private static String tail(String part, String last) {
        if (part.isEmpty()) {
            return "";
        }
        if (part.matches(".*[A-Za-z0-9]$")) {
            return last.replaceFirst("^[A-Za-z0-9.]+", "");
        }
        if (MEASURE_WORD.matcher(last).matches()) {
            return "";
        }
        String head = HEAD_NOUN.atEnd(last);
        if (!head.isEmpty() && HEAD_NOUN.atEnd(part).isEmpty() && head.length() < last.length()) {
            return head;
        }
        if (part.length() > 2 && part.length() < last.length() && part.regionMatches(0, last, 0, 2)) {
            return last.substring(part.length()); // 基本养老、基本医疗保险参保人数
        }
        int same = last.indexOf(part.charAt(part.length() - 1));
        return same < 0 || same == last.length() - 1 ? "" : last.substring(same + 1);
    }
}
