package tongcang.coding;

import java.util.Optional;
import java.util.Set;
import tongcang.LabelDecision;
import tongcang.LabelDecision.NewIndicator;
import tongcang.LabelDecision.Reach;
import tongcang.Unit;

/** Why a decision cannot be taken, whatever the other decisions are; the reasons are in Chinese. */
final class Refusals {
    private static final int LONGEST = 200;

    private Refusals() {}

    /** What a codelist can hold as a label, and where its reach can be told. */
    static Optional<String> ofLabel(LabelDecision decision) {
        String label = decision.label().label();
        if (label.isBlank() || label.length() > LONGEST) {
            return Optional.of("指标说法是空的，或超过 " + LONGEST + " 字");
        }
        if (label.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            return Optional.of("指标说法中有控制字符，不能写入代码表；请让报送部门改正表头");
        }
        if (LabelWording.normalPath(label).isEmpty()) {
            return Optional.of("指标说法中只有标点");
        }
        return decision.reach() == Reach.FORM && decision.label().form().isEmpty()
                ? Optional.of("这一说法没有表号，适用范围不能是“本表”")
                : Optional.empty();
    }

    /** What a new line of the indicator codelist must have; one with the same code and name is there already. */
    static Optional<String> ofNew(Codelists lists, String code, NewIndicator fresh) {
        if (!SqlNames.isName(code)) {
            return Optional.of("新指标代码“" + code + "”应由小写字母开头，只含小写字母、数字和下划线，不超过 46 个，也不能是 SQL 的保留字");
        }
        if (lists.indicatorList().has(code)) {
            boolean same = lists.indicatorList().get(code).name().equals(fresh.name());
            return same ? Optional.empty() : Optional.of("代码“" + code + "”已经是另一指标");
        }
        if (lists.indicatorList().isMeasureOfAnother(code)) {
            return Optional.of("新指标代码“" + code + "”与另一指标某一口径（如 gdp_growth_rate）的列名相同，请换一个代码");
        }
        if (fresh.name().isBlank()
                || fresh.subject().isBlank()
                || fresh.definition().isBlank()) {
            return Optional.of("新指标须填写名称、主题和指标解释");
        }
        if (!(fresh.name() + fresh.subject() + fresh.definition()).matches("[^;\\p{Cntrl}]{1,500}")) {
            return Optional.of("新指标的名称、主题和解释中不能有分号和换行，合计不超过 500 字");
        }
        if (!lists.subjects().has(fresh.subject())) {
            return Optional.of("主题“" + fresh.subject() + "”不在 seeds/codelists/subjects.csv 中");
        }
        Optional<String> named = lists.indicatorList().normally(LabelWording.normal(fresh.name()));
        if (named.isPresent()) {
            return Optional.of("“" + fresh.name() + "”已经是指标“" + named.get() + "”的名称或别名");
        }
        if (lists.units().parse(fresh.unit()).isEmpty()) {
            return Optional.of("展示单位“" + fresh.unit() + "”不是已知的计量单位");
        }
        return Set.of("flow", "stock", "rate").contains(fresh.additivity())
                        && IndicatorList.PRICE_BASES.contains(fresh.priceBasis())
                ? Optional.empty()
                : Optional.of("可加性应为 flow、stock 或 rate，价格基础应为 none、current 或 constant");
    }

    static Optional<String> ofMembers(Codelists lists, LabelDecision decision) {
        try {
            lists.members().parse(decision.members());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("分组“" + decision.members() + "”不在 seeds/codelists/members.csv 中，或同一分类写了两个成员");
        }
    }

    /** A label whose units all measure something else than the indicator is no name of it. */
    static Optional<String> ofUnits(Codelists lists, LabelDecision decision) {
        Unit shown = lists.indicatorList().get(decision.indicator()).unit();
        boolean onlyLevels =
                decision.label().measures().stream().allMatch(m -> m.equals("level") || m.equals("increment"));
        boolean foreign = !decision.label().units().isEmpty()
                && decision.label().units().stream()
                        .allMatch(text -> lists.units()
                                .parse(text)
                                .filter(u -> !CountUnits.convert(u, shown))
                                .isPresent());
        return onlyLevels && foreign
                ? Optional.of("单位“" + String.join("、", decision.label().units()) + "”与指标“" + decision.indicator()
                        + "”的单位“" + shown.code() + "”不是同一量纲")
                : Optional.empty();
    }
}
