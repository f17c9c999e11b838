package tongcang.workbook.label;

import java.util.Set;
import java.util.regex.Pattern;
import tongcang.workbook.grid.CellText;

/** Names of places, by how they end; and the words for the whole. */
public final class PlaceNames {
    private static final Pattern NAME = Pattern.compile(
            "[\\u4e00-\\u9fff]{1,12}(?:省|市|县|区|旗|自治区|自治州|自治县|州|盟|镇|乡|街道|街道办事处|办事处|林区|新区|示范区|开发区|管委会|特别行政区)(?:\\([\\u4e00-\\u9fff]{2,8}\\))?");
    private static final Pattern NO_NAME = Pattern.compile(
            "城乡|(?:城|市|郊|地|社|山|牧|林|库|灌|片|全|各|本|老|新)区|.*(?:联盟|同盟|欧盟|东盟|地区|社区|小区|园区|景区|灌区|库区|牧区|山区|城市|超市|上市|夜市|股市|乡镇|城镇|村镇|各县|各区|各市|分区|学区|校区|院区|厂区|矿区|片区|街区|保护区|以上县|功能区|地市|县市|省市|市州)|.*(?:个|数)(?:市|县|区|乡|镇)");
    /** What a name may end with; most labels end otherwise. */
    private static final String LAST = "省市县区旗州盟镇乡道处会)";

    private static final String MARKED = "#*`";
    private static final Pattern MARKS = Pattern.compile("^[#*`\\s]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> WHOLE =
            Set.of("全国", "全省", "全市", "全区", "全县", "全州", "中国", "本市", "市直", "市本级", "省本级", "市辖区", "总计", "合计");
    private static final Set<String> NATION = Set.of("全国", "中国", "China", "National");
    private static final Set<String> SHORT = Set.of(
            "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北",
            "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门");
    private static final Set<String> ENGLISH = Set.of(
            "Beijing",
            "Tianjin",
            "Hebei",
            "Shanxi",
            "Inner Mongolia",
            "Mongolia",
            "Liaoning",
            "Jilin",
            "Heilongjiang",
            "Shanghai",
            "Jiangsu",
            "Zhejiang",
            "Anhui",
            "Fujian",
            "Jiangxi",
            "Shandong",
            "Henan",
            "Hubei",
            "Hunan",
            "Guangdong",
            "Guangxi",
            "Hainan",
            "Chongqing",
            "Sichuan",
            "Guizhou",
            "Yunnan",
            "Tibet",
            "Xizang",
            "Shaanxi",
            "Gansu",
            "Qinghai",
            "Ningxia",
            "Xinjiang",
            "Taiwan",
            "Hong Kong",
            "Macao",
            "China",
            "National",
            "Total");

    private PlaceNames() {}

    /** Whether a label names a place. */
    public static boolean isPlace(String label) {
        String name = bare(label);
        return isWhole(name)
                || SHORT.contains(name)
                || ENGLISH.contains(name)
                || Prefectures.is(name)
                || endsAsName(name)
                        && NAME.matcher(name).matches()
                        && !NO_NAME.matcher(name).matches();
    }

    /** The short name of a province, or the name of a prefecture, that a text begins with; empty where it begins with none. */
    static String before(String text) {
        String prefecture = Prefectures.before(text);
        return prefecture.isEmpty()
                ? SHORT.stream().filter(text::startsWith).findFirst().orElse("")
                : prefecture;
    }

    /** Whether a label means all places together. */
    static boolean isWhole(String label) {
        return WHOLE.contains(bare(label));
    }

    /** Whether it is all of the country. */
    public static boolean isNation(String label) {
        return NATION.contains(bare(label));
    }

    /** A place's name without spaces and marks. */
    public static String bare(String label) {
        if (CellText.isClean(label) && (label.isEmpty() || MARKED.indexOf(label.charAt(0)) < 0)) {
            return label;
        }
        String name = MARKS.matcher(label).replaceFirst("");
        return CellText.hasIdeograph(name) ? SPACES.matcher(name).replaceAll("") : name.strip();
    }

    private static boolean endsAsName(String name) {
        return !name.isEmpty() && LAST.indexOf(name.charAt(name.length() - 1)) >= 0;
    }
}
