package tongcang.warehouse.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person wrote is asked: one SELECT, in time, and nothing else happens. */
class GuardedTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final String ENDLESS =
            "WITH RECURSIVE r AS (SELECT 1 AS i UNION ALL SELECT i % 9 + 1 FROM r) SELECT count(*) FROM r";
    /** One call of one function: the engine looks at nothing else before it has ended. */
    private static final String DEAF = "SELECT list_sort(range(60000000))[1]";

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void aFileOfThreeRows() {
        file = folder.resolve("file.duckdb");
        try (Duck duck = writing()) {
            duck.run("CREATE TABLE t AS SELECT i FROM range(3) r(i)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT i FROM t",
                "FROM t;",
                "-- a word before\nWITH x AS (FROM t) SELECT * FROM x; -- and one behind",
                "SELECT i FROM t UNION ALL VALUES (9)",
                "DESCRIBE t",
                "SUMMARIZE t",
                "SHOW TABLES",
            })
    void oneSelectIsAnswered(String sql) {
        try (Guarded guarded = new Guarded(file)) {
            assertThat(guarded.<Boolean>ask(sql, LIMIT, Rows::next)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- nothing",
                "SELECT 1; SELECT 2",
                "SELECT 1) ORDER BY 1; UPDATE t SET i = 9; COPY t TO 'OUT'",
                "SELECT 1; UPDATE t SET i = 9",
                "SELECT 1 /* open",
                "UPDATE t SET i = 9",
                "INSERT INTO t VALUES (9)",
                "DELETE FROM t",
                "WITH d AS (DELETE FROM t RETURNING i) SELECT * FROM d",
                "SELECT * FROM query('DELETE FROM t')",
                "CREATE TEMP TABLE u AS FROM t",
                "DROP TABLE t",
                "COPY t TO 'OUT'",
                "COPY (SELECT 1) TO 'OUT'",
                "EXPORT DATABASE 'OUT'",
                "ATTACH 'OUT'",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('pom.xml')",
                "SELECT * FROM read_blob('pom.xml')",
                "SELECT * FROM 'pom.xml'",
                "SELECT * FROM glob('/*')",
                "SELECT * FROM parquet_scan('x.parquet')",
                "PRAGMA database_list",
                "SET memory_limit = '9GB'",
                "LOAD json",
                "INSTALL httpfs",
                "CALL pragma_version()",
                "CHECKPOINT",
                "BEGIN",
            })
    void allElseIsRefusedAndNothingHappens(String sql) {
        Path out = folder.resolve("out");
        try (Guarded guarded = new Guarded(file)) {
            assertThatThrownBy(() -> guarded.ask(sql.replace("OUT", out.toString()), LIMIT, Rows::next))
                    .isInstanceOf(WarehouseException.class);
        }
        assertThat(out).doesNotExist();
        try (Duck duck = writing()) {
            assertThat(duck.number("SELECT sum(i) FROM t")).isEqualTo(3);
            assertThat(duck.number("SELECT count(*) FROM duckdb_tables()")).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDLESS, "SELECT a.range FROM range(1000000) a, range(1000000) b", DEAF})
    void whatTakesTooLongIsEndedAndTheNextIsAnswered(String sql) {
        Instant begun = Instant.now();
        try (Guarded guarded = new Guarded(file)) {
            assertThatThrownBy(() -> guarded.ask(sql, LIMIT, rows -> {
                        while (rows.next()) {}
                        return true;
                    }))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageContaining("超过时限 1 秒");
            assertThat(guarded.<Boolean>ask("FROM t", LIMIT, Rows::next)).isTrue();
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDLESS, DEAF})
    void theBrakeEndsWhatIsAskedAtOnce(String sql) {
        Settings settings = new Settings("256MB", 1, folder.resolve("spill"));
        try (Guarded guarded = new Guarded(file, settings)) {
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                    .execute(() -> settings.brake().pull());
            Instant begun = Instant.now();
            assertThatThrownBy(() -> guarded.ask(sql, Duration.ofMinutes(1), Rows::next))
                    .isInstanceOf(StoppedException.class);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void theBrakeEndsAWriterToo() {
        Settings settings = new Settings("256MB", 1, folder.resolve("spill"));
        try (Duck duck = Duck.writing(file, settings)) {
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                    .execute(() -> settings.brake().pull());
            Instant begun = Instant.now();
            assertThatThrownBy(() -> duck.run("CREATE TABLE e AS " + ENDLESS)).isInstanceOf(StoppedException.class);
            assertThatThrownBy(() -> duck.run("CREATE TABLE f AS FROM t")).isInstanceOf(StoppedException.class);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void columnsAreKnownBeforeTheQuestion() {
        try (Guarded guarded = new Guarded(file)) {
            assertThat(guarded.columns("SELECT i, 'x' AS word FROM t", LIMIT)).containsExactly("i", "word");
            assertThatThrownBy(() -> guarded.columns("SELECT nothing FROM t", LIMIT))
                    .hasMessageContaining("nothing");
        }
    }

    private Duck writing() {
        return Duck.writing(file, new Settings("256MB", 1, folder.resolve("spill")));
    }
}
