package tongcang.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tongcang.Assurance;
import tongcang.Evidence;
import tongcang.Grade;
import tongcang.Origin;

/** A figure is as sure as its weakest field. */
class GradingTest {
    private static final Evidence NEAR =
            new Evidence(Origin.CAPTION, Origin.TITLE, Origin.ROW, Origin.MEANING, Origin.COLUMN, List.of());
    private final Grading grading = new Grading();

    private Assurance of(Evidence evidence) {
        return grading.of(evidence, false);
    }

    @Test
    void whatItsOwnRowColumnCaptionAndTitleSayIsStated() {
        assertThat(of(NEAR)).isEqualTo(new Assurance(of(NEAR).fields(), Grade.STATED, List.of(), List.of()));
    }

    @Test
    void oneFieldFromAfarIsEnoughToHoldIt() {
        Assurance held = of(NEAR.withUnit(Origin.FILE_NAME));
        assertThat(held.grade()).isEqualTo(Grade.INFERRED);
        assertThat(held.fields()).containsEntry("unit", Grade.INFERRED).containsEntry("period", Grade.STATED);
        assertThat(held.reasons()).containsExactly("单位只写在文件名中");
        assertThat(held.releasable()).isFalse();
    }

    @Test
    void aContradictionWeighsMoreThanADeclaration() {
        Evidence form = new Evidence(Origin.FORM, Origin.FORM, Origin.FORM, Origin.FORM, Origin.FORM, List.of());
        assertThat(of(form).grade()).isEqualTo(Grade.DECLARED);
        Assurance contradicted = of(form.with("value.contradicted", "增长 5% 与两期数值不符"));
        assertThat(contradicted.grade()).isEqualTo(Grade.CONTRADICTED);
        assertThat(contradicted.releasable()).isFalse();
    }

    @Test
    void thatACountHasNoUnitIsAClaimThatIsStated() {
        assertThat(of(NEAR.withUnit(Origin.MEANING)).grade()).isEqualTo(Grade.STATED);
        assertThat(of(NEAR.withUnit(Origin.NONE)).grade()).isEqualTo(Grade.INFERRED);
    }

    @Test
    void whatWasReadBeforeEvidenceWasKeptCountsAsStated() {
        assertThat(of(Evidence.UNKNOWN).grade()).isEqualTo(Grade.STATED);
        assertThat(of(Evidence.UNKNOWN).releasable()).isTrue();
    }

    @Test
    void aDoubtThatNoRuleKnowsIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> of(NEAR.with("unit.strange", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unit.strange");
    }

    @Test
    void howALabelIsWordedIsNoDoubtWhereACodelistHasTheVeryWords() {
        Evidence bare = NEAR.with("label.bare", "");
        assertThat(grading.of(bare, false).releasable()).isFalse();
        assertThat(grading.of(bare, true).releasable()).isTrue();
        assertThat(grading.of(bare.with("label.twice", ""), true).releasable()).isFalse();
    }

    @Test
    void whatTheArithmeticProvesGoesBeforeWhereItWasSaid() {
        Evidence neighbour =
                new Evidence(Origin.MEANING, Origin.NEIGHBOUR, Origin.ROW, Origin.COLUMN, Origin.ROW, List.of());
        assertThat(of(neighbour).grade()).isEqualTo(Grade.INFERRED);
        Assurance proven = of(neighbour.with("period.growth-holds", ""));
        assertThat(proven.fields()).containsEntry("period", Grade.PROVEN);
        assertThat(proven.grade()).isEqualTo(Grade.STATED);
        assertThat(proven.reasons()).isEmpty();
    }
}
