package tongcang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.cli.print.RowFormat;
import tongcang.cli.sql.SqlSession;
import tongcang.cli.sql.SqlShell;
import tongcang.job.NightlyRun;
import tongcang.job.definition.JobFile;
import tongcang.ledger.ParquetFile;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/** The release of the shipped input, as analysts and BI tools meet it. */
class ShippedReleaseTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    private static Path folder = Path.of("");

    private static Releases releases = new Releases(folder);
    private static @Nullable ReleaseReader reader;

    @BeforeAll
    static void run() throws IOException {
        Path warehouse = folder.resolve("warehouse");
        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        new NightlyRun(ROOT, job, null, warehouse).run(LocalDate.of(2023, 7, 20));
        releases = new Releases(warehouse);
        reader = new ReleaseReader(releases.database(releases.current().orElseThrow()));
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(reader).close();
    }

    @Test
    void everyColumnHasATypeThatEveryToolReads() {
        assertThat(ask("SELECT DISTINCT data_type FROM duckdb_columns() WHERE NOT internal ORDER BY 1"))
                .containsExactly(
                        List.of("BIGINT"),
                        List.of("BOOLEAN"),
                        List.of("DATE"),
                        List.of("DECIMAL(18,4)"),
                        List.of("DECIMAL(18,6)"),
                        List.of("DECIMAL(38,10)"),
                        List.of("INTEGER"),
                        List.of("VARCHAR"));
        assertThat(ask("SELECT DISTINCT column_name FROM duckdb_columns() WHERE data_type = 'DECIMAL(38,10)'"))
                .as("the exact value in the base unit alone is wider than 18 digits")
                .containsExactly(List.of("value_canonical"));
    }

    @Test
    void everyTableViewAndColumnSaysWhatItMeans() {
        assertThat(ask("""
                                SELECT table_name, '' FROM duckdb_tables() WHERE comment IS NULL
                                UNION ALL SELECT view_name, '' FROM duckdb_views() WHERE NOT internal AND comment IS NULL
                                UNION ALL SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal
                                    AND coalesce(comment, '') = ''""")).isEmpty();
    }

    @Test
    void everySeriesAndPeriodHasOneCurrentValue() {
        assertThat(ask("""
                                SELECT DISTINCT count(*) FILTER (is_current) FROM fact_observation
                                GROUP BY indicator_code, region_code, period_code, measure, breakdown, base_period, unit_code,
                                    status = 'target'""")).containsExactly(List.of("1"));
        assertThat(ask("(SELECT observation_id FROM observation EXCEPT SELECT observation_id FROM"
                        + " observation_as_of(DATE '9999-12-31')) UNION ALL (SELECT observation_id FROM"
                        + " observation_as_of(DATE '9999-12-31') EXCEPT SELECT observation_id FROM observation)"))
                .as("observation is what one would have seen at the end of all days")
                .isEmpty();
    }

    @Test
    void aWideTableHoldsTheValuesOfItsLongOne() {
        assertThat(ask("""
                                SELECT period_code, gdp, (SELECT value FROM observation o WHERE o.indicator_code = 'gdp'
                                    AND o.measure = 'level' AND o.breakdown = '' AND o.region_code = m.region_code
                                    AND o.period_code = m.period_code) AS long
                                FROM mart_economy m WHERE gdp IS NOT NULL"""))
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(row.get(2)));
    }

    @Test
    void theReleaseIsWhole() throws IOException {
        String id = releases.current().orElseThrow();
        assertThat(releases.verify(id, ParquetFile::sums)).isEmpty();
        assertThat(releases.manifest(id).files())
                .extracting(f -> f.name())
                .contains(
                        "tongcang.duckdb",
                        "datapackage.json",
                        "data-dictionary.md",
                        "sdmx/observation.csv",
                        "parquet/observation.parquet",
                        "parquet/mart_economy.parquet")
                .allMatch(name -> name.matches("[a-z0-9_./-]+"), "ASCII paths");
    }

    @Test
    void theCookbooksAnswersAreTrue() throws IOException {
        Matcher recipe = Pattern.compile("## (\\d+)\\. .*\n\n```sql\n([^`]*)\n```\n\n```\n([^`]*)\n```\n")
                .matcher(Files.readString(ROOT.resolve("docs/cookbook.md")));
        SqlSession session = new SqlSession(Objects.requireNonNull(reader), RowFormat.table);
        int recipes = 0;
        while (recipe.find()) {
            recipes++;
            assertThat(session.answer(recipe.group(2)).replaceAll(" +\n", "\n").stripTrailing())
                    .as("docs/cookbook.md, question %s", recipe.group(1))
                    .isEqualTo(recipe.group(3));
        }
        assertThat(recipes).isEqualTo(21);
    }

    @Test
    void theShellAnswersStatementsOfSeveralLinesAndItsOwnCommands() throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        String typed = ".tables\n.schema dim_subject\nSELECT indicator_code\nFROM dim_indicator\nWHERE indicator_name ="
                + " '地区生产总值';\nSELECT nothing;\n.format csv\nSELECT ';' AS a;\n.quit\n";
        // an input that stays open, as a keyboard does
        PipedOutputStream keyboard = new PipedOutputStream();
        PipedInputStream keys = new PipedInputStream(keyboard, 1 << 16);
        keyboard.write(typed.getBytes(StandardCharsets.UTF_8));
        try (Terminal terminal =
                new ExternalTerminal("test", Terminal.TYPE_DUMB, keys, screen, StandardCharsets.UTF_8)) {
            ReleaseReader release = Objects.requireNonNull(reader);
            SqlSession session = new SqlSession(release, RowFormat.table);
            new SqlShell(terminal, release, session, folder.resolve("history")).run();
        }

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("target_progress", "observation_as_of(day)", "主题代码")
                .containsPattern("indicator_code\\s+-+\\s+gdp")
                .contains("Binder Error")
                .containsPattern("a\\s+;");
        assertThat(folder.resolve("history")).content().contains("FROM dim_indicator");
    }

    @Test
    void aLongAnswerIsCutAndSaysSo() {
        String answer =
                new SqlSession(Objects.requireNonNull(reader), RowFormat.csv).answer("SELECT * FROM range(20000)");

        assertThat(answer.lines())
                .hasSize(SqlSession.MOST_ROWS + 2)
                .endsWith("只显示前 10000 行；要全部结果请用 ./tongcang sql --format csv \"...\"");
    }

    private static List<List<String>> ask(String sql) {
        return Objects.requireNonNull(reader).ask(sql).rows().stream()
                .map(row -> row.stream().map(String::valueOf).toList())
                .toList();
    }
}
