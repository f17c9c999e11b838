package tongcang.report.label;

import java.util.regex.Pattern;
import tongcang.Evidence;
import tongcang.Measure;
import tongcang.Origin;

/** What speaks against a label that was cut from a sentence: it is no more than a head noun, or holds more than its noun. */
public final class LabelDoubts {
    /** 投资, 村数, 累计完成投资, 新建项目数: whose, only the sentence around knows. */
    private static final Pattern BARE = Pattern.compile(
            "(?:总|累计|完成|计划|年度|建设|改造|任务|新增|投入|实现|直接|各类|其他|全部|全年|按规定|工作|主要|重点|大型|新建|规模|建成|发放|补助|资助|平均|使用|配套|规定|获得|形成|带动|惠及|受益|共|国家|省级|市级|县级)*"
                    + "(?:投资|资金|资产|村|单位|项目|企业|人|户|里程|面积|设施|高校|成果|指标|经验模式|金额|数量|规模|总量|总数|人口|群众|家庭|市民|监测对象|对象|学校|工程|道路|长度|办件量|示范点|折合|动用|收入|支出|产业|品牌|平台|中心|基地|岗位|床位|学位|农户|职工|次数|能力|标准|补贴|贷款|税收|产值)?(?:数|额|量)?");

    /** A verb, or a joint, that a noun phrase has not. */
    private static final Pattern LOOSE = Pattern.compile(
            "、|^(?:提高|保持|按|折合|动用|最多|迅速|年度执行|居民的|达到|实现|获得|形成|完成|推进|推动|加快|开展|组织|建成|扩充|拓|累计|共|其中|通过|使|让|把|将|为|列入|成功|妥善)|逐年|直接受益|承担|剔除|以来|的.*(?:完成|投资)|任务|[，。；]");

    private static final int LONG = 16;

    private LabelDoubts() {}

    /** The evidence of a figure with what its label lets doubt. */
    public static Evidence of(Evidence evidence, String label, Measure measure) {
        if (BARE.matcher(label).matches()) {
            return evidence.with("label.bare", "");
        }
        if (label.length() > LONG || LOOSE.matcher(label).find()) {
            return evidence.with("label.loose", "");
        }
        boolean follows = measure == Measure.GROWTH_RATE || measure == Measure.CHANGE || measure == Measure.RANK;
        return evidence.label() == Origin.SENTENCE && !follows ? evidence.with("label.carried", "") : evidence;
    }
}
