package tongcang.report;

import java.util.List;

/** Verbs that are part of a noun: 发展水平, 培训人次, 投资, 建设项目. */
final class NounVerbs {
    private static final Words VERB = Words.of("verb");
    private static final Words FRONT = Words.of("front");
    private static final Words DONE = Words.of("done");

    private static final List<String> OWNERS = List.of("农村", "城镇", "城乡");

    private NounVerbs() {}

    /** Whether a verb at the front of a phrase belongs to the noun that {@code rest} goes on with. */
    static boolean isPart(String verb, String rest) {
        return isShort(verb, rest) || isNoun(verb, rest);
    }

    /** Whether verb and rest are one noun, whatever their length: 投资项目, 发展水平. */
    static boolean isNoun(String verb, String rest) {
        return verb.length() == 2 && rest.matches("(?:水平|率|能力|规模|空间).*")
                || verb.equals("重点") && rest.matches("(?:项目|企业|工程|产业|人群|群体|领域|区域|行业|民生|污染|实验室|人员).*")
                || verb.equals("生产") && rest.matches("(?:总值|安全).*")
                || verb.equals("发展") && rest.startsWith("改革")
                || verb.equals("完成") && rest.equals("投资")
                || verb.equals("投资")
                || verb.length() == 1 && !"为使让将对向".contains(verb);
    }

    /** 新增贷款, 带动消费: too short to stand without its verb. */
    private static boolean isShort(String verb, String rest) {
        return rest.length() <= 2
                && !VERB.contains(rest)
                && !FRONT.contains(rest)
                && !DONE.contains(rest)
                && !verb.equals("实现")
                && !verb.equals("增加")
                && !verb.equals("发生")
                && !rest.equals("投资")
                && !OWNERS.contains(rest)
                && !rest.endsWith("数");
    }
}
