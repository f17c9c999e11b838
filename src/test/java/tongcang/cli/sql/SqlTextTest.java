package tongcang.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where statements end. */
class SqlTextTest {

    @Test
    void aSemicolonInATextANameOrACommentEndsNothing() {
        assertThat(SqlText.statements("SELECT ';' AS \"a;b\" -- no; end\n, 'it''s;'; /* ; */ SELECT 2"))
                .isEqualTo(List.of("SELECT ';' AS \"a;b\" -- no; end\n, 'it''s;'", "/* ; */ SELECT 2"));
    }

    @Test
    void aStatementIsWholeWhenItsSemicolonIsLast() {
        assertThat(SqlText.isWhole("SELECT 1;")).isTrue();
        assertThat(SqlText.isWhole("SELECT 1; ")).isTrue();
        assertThat(SqlText.isWhole("SELECT ';")).isFalse();
        assertThat(SqlText.isWhole("SELECT 1")).isFalse();
        assertThat(SqlText.isWhole("SELECT 1; SELECT")).isFalse();
        assertThat(SqlText.statements("")).isEmpty();
    }
}
