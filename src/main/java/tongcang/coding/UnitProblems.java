package tongcang.coding;

import java.util.regex.Pattern;
import tongcang.CodedKey.Problem;
import tongcang.RawKey;
import tongcang.Severity;
import tongcang.Unit;

/** What to say of a unit that is not in the catalogue. */
final class UnitProblems {
    /** Numbers, the word for unit itself, words of degree: no catalogue will ever list them. */
    private static final Pattern NO_UNIT =
            Pattern.compile("[\\d\\p{Punct}\\s]+|(?:计量)?单位[::]?|约|近|左右|以上|以下|超过?|达到?|数量?|合计|总计|指标|名称|年份|时间|-+|无");

    private UnitProblems() {}

    /** The unit says how many, and not of what: that is what the indicator is measured in. */
    static Problem ofMagnitude(RawKey raw, Unit unit) {
        return new Problem(
                "coding.bare-magnitude",
                Severity.INFO,
                raw.unit(),
                unit.code(),
                "“" + raw.label() + "”的单位只写了“" + raw.unit() + "”，按指标的单位记为“" + unit.code() + "”");
    }

    static Problem of(String label, String written) {
        if (written.isEmpty()) {
            return new Problem(
                    "coding.no-unit",
                    Severity.ERROR,
                    "",
                    "",
                    "“" + label + "”没有写明计量单位；请在表头、列头或计量单位栏注明，或由统计人员用 tongcang curate 填写来源单位");
        }
        return NO_UNIT.matcher(written.strip()).matches()
                ? new Problem(
                        "coding.not-a-unit",
                        Severity.ERROR,
                        written,
                        "",
                        "“" + written + "”不是计量单位；请在写单位的地方写明“" + label + "”的计量单位")
                : new Problem(
                        "coding.unknown-unit",
                        Severity.ERROR,
                        written,
                        "",
                        "“" + written + "”不是已知的计量单位；请改正，或补入 seeds/codelists/units.csv");
    }
}
