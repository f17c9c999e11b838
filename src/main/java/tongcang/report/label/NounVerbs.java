package tongcang.report.label;

import java.util.List;
import tongcang.report.text.WordList;

/** Verbs that are part of a noun: 发展水平, 培训人次, 投资, 建设项目. */
public final class NounVerbs {
    private static final WordList VERB = WordList.of("verb");
    private static final WordList FRONT = WordList.of("front");
    private static final WordList DONE = WordList.of("done");

    private static final List<String> OWNERS = List.of("农村", "城镇", "城乡");

    private NounVerbs() {}

    /** Nouns of so many kinds that the verb before them tells the kind: 生产企业, 建设项目. */
    private static final List<String> GENERAL = List.of(
            "企业", "单位", "项目", "基地", "中心", "机构", "人员", "网点", "平台", "大户", "用地", "对象", "工程", "站点", "任务", "场所", "事项", "岗位",
            "车间", "设施");

    private static final List<String> MAKING =
            List.of("培育", "打造", "开通", "建设", "建成", "组建", "创建", "引进", "设立", "增设", "安装", "整修", "修建", "打通");

    /** Whether a verb at the front of a phrase belongs to the noun that {@code rest} goes on with. */
    static boolean isPart(String verb, String rest) {
        return isShort(verb, rest) || isNoun(verb, rest);
    }

    /** Whether things came to be by a verb, so that they are counted without it: 培育商圈140个 counts 商圈. */
    static boolean makes(String verb, String rest) {
        return MAKING.contains(verb) && rest.length() > 1 && !GENERAL.contains(rest) && !isNoun(verb, rest);
    }

    /** Whether verb and rest are one noun, whatever their length: 投资项目, 发展水平. */
    public static boolean isNoun(String verb, String rest) {
        return verb.length() == 2 && rest.matches("(?:水平|率|能力|规模|空间).*")
                || verb.equals("重点") && rest.matches("(?:项目|企业|工程|产业|人群|群体|领域|区域|行业|民生|污染|实验室|人员).*")
                || verb.equals("生产") && rest.matches("(?:总值|安全).*")
                || verb.equals("销售") && rest.matches("(?:收入|额|总额|量|面积).*")
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
