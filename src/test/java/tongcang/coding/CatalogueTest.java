package tongcang.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tongcang.coding.Indicator.Additivity;

/** What a statistician holds of every indicator by its name and unit: {@code seeds/codelists/indicators.csv}. */
class CatalogueTest {
    private static final Pattern MEAN = Pattern.compile("人均|户均|每百户|每千人|每千名|每万人|平均工资|均价|平均价格|平均销售价格|单位面积");
    private static final Pattern STOCK = Pattern.compile("(?<!建)(?:存栏|余额|拥有量|保有量|用户数|参保人数|装机容量|施工面积|待售面积|茶园面积|果园面积)$");
    private static final Pattern FLOW = Pattern.compile("(?:产量|出栏|发电量|销售额|零售额|产值|增加值|出口额|招生数|毕业生数|发行额|排放量)$");
    private static final Set<String> RATES = Set.of("percent", "percentage_point", "index", "multiple", "proportion");

    private static final List<Indicator> ALL = List.copyOf(
            Codelists.load(Path.of("seeds/codelists")).indicatorList().all());

    @Test
    void aMeanPerHeadHouseholdOrAreaNeverAdds() {
        assertThat(notOf(Additivity.RATE, CatalogueTest::isMean)).isEmpty();
    }

    @Test
    void aSharePercentageIndexOrRatioNeverAdds() {
        assertThat(notOf(Additivity.RATE, i -> RATES.contains(i.unit().dimension())))
                .isEmpty();
    }

    @Test
    void whatIsThereAtOneTimeIsAStock() {
        assertThat(notOf(
                        Additivity.STOCK,
                        i -> !isMean(i) && STOCK.matcher(i.name()).find()))
                .isEmpty();
    }

    @Test
    void whatComesAboutInAPeriodIsAFlow() {
        assertThat(notOf(
                        Additivity.FLOW,
                        i -> !isMean(i) && FLOW.matcher(i.name()).find()))
                .isEmpty();
    }

    @Test
    void onlyFlowsCountAdditions() {
        assertThat(notOf(Additivity.FLOW, Indicator::additions)).isEmpty();
    }

    private static boolean isMean(Indicator indicator) {
        return MEAN.matcher(indicator.name()).find();
    }

    private static List<String> notOf(Additivity kind, Predicate<Indicator> which) {
        return ALL.stream()
                .filter(which)
                .filter(i -> i.additivity() != kind)
                .map(i -> i.code() + " " + i.name() + " is a " + i.additivity())
                .toList();
    }
}
