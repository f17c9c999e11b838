package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tongcang.Approval;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.Origin;
import tongcang.Status;
import tongcang.warehouse.release.TableDigests;

/** What is not sure enough is read, kept, told and not shown, until a person says otherwise. */
class HeldFiguresTest extends SmallWarehouse {
    private static final Evidence NEAR =
            new Evidence(Origin.CAPTION, Origin.TITLE, Origin.ROW, Origin.MEANING, Origin.COLUMN, List.of());
    private static final LocalDate DAY = LocalDate.parse("2023-02-01");

    @Test
    void aFigureWhoseUnitOnlyTheFileNameSaysIsHeldWithTheReason() {
        send("市统计局", "2023-01-20", gdp("3850", NEAR), gdp("39", NEAR.withUnit(Origin.FILE_NAME)));

        assertThat(rows("SELECT value_text, assurance FROM fact_observation"))
                .containsExactly(List.of("3850", "stated"));
        assertThat(rows("SELECT value_text, unit_text, assurance, reasons FROM fact_held"))
                .containsExactly(List.of("39", "亿元", "inferred", "单位只写在文件名中"));
        assertThat(rows("SELECT rule, severity, figures FROM fact_finding"))
                .containsExactly(List.of("assurance.held", "WARNING", "1"));
    }

    @Test
    void theOtherReadingIsToldWithIt() {
        send("市统计局", "2023-01-20", gdp("5", NEAR.with("unit.rival", "行头单位为万元，列头单位为亿元")));

        assertThat(rows("SELECT rival FROM fact_held")).containsExactly(List.of("行头单位为万元，列头单位为亿元"));
    }

    @Test
    void figuresReadBeforeEvidenceWasKeptAreShown() {
        send("市统计局", "2023-01-20", gdp("3850", Evidence.UNKNOWN));

        assertThat(rows("SELECT assurance FROM fact_observation")).containsExactly(List.of("stated"));
    }

    @Test
    void whatNamesNoPlaceIsTheBureausOnlyWhereItsOwnDepartmentSendsIt() {
        Evidence nowhere =
                new Evidence(Origin.CAPTION, Origin.TITLE, Origin.NONE, Origin.MEANING, Origin.COLUMN, List.of());
        send("市统计局", "2023-01-20", gdp("3850", nowhere));
        send("过路单位", "2023-01-20", gdp("99", nowhere));

        assertThat(rows("SELECT value_text FROM fact_observation")).containsExactly(List.of("3850"));
        assertThat(rows("SELECT department_name, reasons FROM fact_held"))
                .containsExactly(List.of("过路单位", "报送单位不在部门代码表中，表中也没有写明是哪里"));
    }

    @Test
    void aResultOfATimeThatHasNotBegunIsHeldAndATargetIsNot() {
        send(
                "市统计局",
                "2023-01-20",
                figure("地区生产总值", "3850", "亿元", "2032", Status.ACTUAL).with(NEAR),
                figure("地区生产总值", "4100", "亿元", "2024", Status.TARGET).with(NEAR));

        assertThat(rows("SELECT value_text FROM fact_observation")).containsExactly(List.of("4100"));
        assertThat(rows("SELECT value_text, reasons FROM fact_held"))
                .containsExactly(List.of("3850", "收到时这一时期还没有开始，不会有结果"));
    }

    @Test
    void anApprovedKindOfSheetIsShownAlsoWhenItComesAgain() {
        send("市统计局", "2023-01-20", gdp("39", NEAR.withUnit(Origin.FILE_NAME)));
        String key = rows("SELECT layout_key FROM fact_held").get(0).get(0);
        approved = List.of(new Approval(Approval.Scope.LAYOUT, key, "", DAY, "李四", "向来如此"));
        send("市统计局", "2023-02-20", gdp("41", NEAR.withUnit(Origin.FILE_NAME)));
        send("市财政局", "2023-02-20", gdp("43", NEAR.withUnit(Origin.FILE_NAME)));

        assertThat(rows("SELECT value_text, assurance FROM fact_observation ORDER BY 1"))
                .containsExactly(List.of("39", "declared"), List.of("41", "declared"));
        assertThat(rows("SELECT value_text FROM fact_held")).containsExactly(List.of("43"));
    }

    @Test
    void anApprovedFigureIsShownAsLongAsItsWordsAreTheSame() {
        send("市统计局", "2023-01-20", gdp("39", NEAR.withUnit(Origin.FILE_NAME)));
        send("市统计局", "2023-01-21", gdp("40", NEAR.withUnit(Origin.FILE_NAME)));
        approved = List.of(
                new Approval(Approval.Scope.FIGURE, "s0#1", "39", DAY, "李四", "已电话核实"),
                new Approval(Approval.Scope.FIGURE, "s1#1", "41", DAY, "李四", "已电话核实"));

        assertThat(rows("SELECT value_text FROM fact_observation")).containsExactly(List.of("39"));
        assertThat(rows("SELECT value_text FROM fact_held")).containsExactly(List.of("40"));
        assertThat(rows("SELECT found FROM fact_finding WHERE rule = 'decision.no-figure'"))
                .containsExactly(List.of("41"));
    }

    @Test
    void aNumberWithoutAUnitIsHeldUntilSomebodySaysItsUnitAndNoApprovalDoes() {
        send(
                "市统计局",
                "2023-01-20",
                figure("地区生产总值", "3850", "", "2022", Status.ACTUAL).with(NEAR));
        approved = List.of(new Approval(Approval.Scope.FIGURE, "s0#1", "3850", DAY, "李四", "向来如此"));

        assertThat(rows("SELECT value_text, indicator_code, layout_key, reasons FROM fact_held"))
                .containsExactly(List.of("3850", "gdp", "", "没有写单位，而指标要有单位；请用 tongcang curate 填写来源单位"));
        assertThat(rows("SELECT count(*) FROM fact_observation")).containsExactly(List.of("0"));
    }

    @Test
    void approvedLaterIsTheSameAsApprovedBefore() throws IOException {
        send("市统计局", "2023-01-20", gdp("39", NEAR.withUnit(Origin.FILE_NAME)), gdp("3850", NEAR));
        String key = rows("SELECT layout_key FROM fact_held").get(0).get(0);
        approved = List.of(new Approval(Approval.Scope.LAYOUT, key, "", DAY, "李四", "向来如此"));
        Path later = Files.copy(built(), folder.resolve("later.duckdb"));
        Path first = built();

        assertThat(TableDigests.differing(later, first, settings)).isEmpty();
        assertThat(rows("SELECT count(*) FROM fact_observation")).containsExactly(List.of("2"));
    }

    private static Figure gdp(String value, Evidence evidence) {
        return figure("地区生产总值", value, "亿元", "2022", Status.ACTUAL).with(evidence);
    }
}
