package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tongcang.InvalidFileException;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.job.watch.RunLock;
import tongcang.ledger.Ledger;
import tongcang.warehouse.build.UnrunRule;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/** The whole night on the shipped input, through Spring Batch. */
class NightlyRunTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theShippedInputBecomesAReleaseAndNothingIsLost() throws IOException {
        NightlyRun.Outcome outcome = run(null, "warehouse");

        assertThat(outcome.ending()).isEqualTo(Ending.RELEASED);
        assertThat(outcome.left()).isEmpty();
        assertThat(ask("warehouse", "SELECT count(*) FROM dim_submission"))
                .containsExactly(List.of(Integer.toString(outcome.fresh())));
        assertThat(ask(
                        "warehouse",
                        "SELECT path FROM dim_submission s WHERE figures <> (SELECT count(DISTINCT"
                                + " string_split(string_split(observation_id, '#')[2], '.')[1]) FROM fact_observation f"
                                + " WHERE f.submission_id = s.submission_id) + (SELECT count(*) FROM fact_uncoded u"
                                + " WHERE u.submission_id = s.submission_id)"))
                .as("submissions with a figure that is neither fact nor told")
                .isEmpty();
        assertThat(ask(
                        "warehouse",
                        "SELECT * FROM fact_uncoded u WHERE NOT EXISTS (SELECT 1 FROM fact_finding f"
                                + " WHERE f.submission_id = u.submission_id AND f.rule = u.reason)"))
                .as("figures without a finding")
                .isEmpty();
        assertThat(ask(
                        "warehouse",
                        "SELECT path FROM dim_submission WHERE outcome <> 'taken' AND submission_id NOT IN"
                                + " (SELECT submission_id FROM fact_finding)"))
                .as("refused or empty submissions without a finding")
                .isEmpty();
        assertThat(ask("warehouse", "SELECT DISTINCT department_name || '.xlsx' FROM dim_submission"))
                .as("departments without a receipt")
                .allMatch(row -> Files.exists(
                        folder.resolve("warehouse").resolve("receipts").resolve(row.get(0))));
    }

    @Test
    void everyFigureIsCodedAndThePlantedUnknownIsAProvisionalIndicator() throws IOException {
        run(null, "warehouse");

        assertThat(ask("warehouse", "SELECT count(*) FROM fact_uncoded")).containsExactly(List.of("0"));
        assertThat(ask(
                        "warehouse",
                        "SELECT indicator_name, indicator_status, value::VARCHAR FROM observation"
                                + " WHERE indicator_status <> 'catalogued'"))
                .containsExactly(List.of("民间助企活力指数", "provisional", "103.200000"));
        assertThat(ask("warehouse", "SELECT indicator_name FROM dim_indicator WHERE indicator_status = 'provisional'"))
                .containsExactly(List.of("民间助企活力指数"));
        assertThat(ask("warehouse", "SELECT count(*) > 180 FROM fact_observation WHERE source_kind = 'report'"))
                .containsExactly(List.of("true"));
    }

    @Test
    void revisionConflictAndTargetsAreThereToBeAsked() throws IOException {
        run(null, "warehouse");

        assertThat(
                        ask(
                                "warehouse",
                                "SELECT previous_value, value FROM revision WHERE indicator_code = 'gdp' AND measure = 'level'"))
                .containsExactly(List.of("3655.000000", "3641.900000"));
        assertThat(ask("warehouse", "SELECT DISTINCT department_a, value_a FROM conflict"))
                .containsExactly(List.of("市发改委", "3746.800000"));
        assertThat(ask("warehouse", "SELECT department_name, found FROM fact_finding WHERE rule = 'audit.conflict'"))
                .contains(List.of("市发改委", "3746.800000"));
        assertThat(ask("warehouse", "SELECT indicator_code FROM target_progress WHERE progress = 'behind' ORDER BY 1"))
                .contains(List.of("fixed_investment"), List.of("gdp"), List.of("industrial_value_added"));
        assertThat(ask(
                        "warehouse",
                        "SELECT DISTINCT progress FROM target_progress WHERE indicator_code IN"
                                + " ('urban_new_jobs', 'budget_revenue') AND result IS NOT NULL"))
                .containsExactly(List.of("on_track"));
    }

    @Test
    void theDataDictionaryIsThatOfTheRelease() throws IOException {
        NightlyRun.Outcome outcome = run(null, "warehouse");
        Releases releases = new Releases(outcome.warehouse());

        assertThat(releases.folder(outcome.release().orElseThrow()).resolve("data-dictionary.md"))
                .hasSameTextualContentAs(ROOT.resolve("docs/data-dictionary.md"));
    }

    @Test
    void aSecondRunWithNothingNewMakesNoNewRelease() throws IOException {
        NightlyRun.Outcome first = run(null, "warehouse");
        NightlyRun.Outcome second = run(null, "warehouse");

        assertThat(second.ending()).isEqualTo(Ending.NOTHING_NEW);
        assertThat(second.release()).isEqualTo(first.release());
        assertThat(new Releases(folder.resolve("warehouse")).ids()).hasSize(1);
    }

    @Test
    void equalInputsGiveEqualParquetWhateverTheOrderTheyCameIn() throws IOException {
        Path input = tray("input");
        Path later = input.resolve("2023-07-14");
        Path aside = folder.resolve("aside");
        Files.move(later, aside);
        run(input, "two-nights");
        Files.move(aside, later);
        run(input, "two-nights");
        run(input, "one-night");

        assertThat(new Ledger(folder.resolve("two-nights/ledger")).chain().links())
                .hasSize(2);
        assertThat(withoutIntakeDays("two-nights")).isEqualTo(withoutIntakeDays("one-night"));
        String known = "SELECT * EXCLUDE (known, first_load) FROM dim_submission ORDER BY ALL";
        assertThat(ask("two-nights", known)).isEqualTo(ask("one-night", known));
    }

    /** When something was taken in is all that the order of the nights decides. */
    private List<String> withoutIntakeDays(String warehouse) {
        return hashes(warehouse).stream()
                .filter(file -> !file.matches("parquet/dim_submission.*|datapackage.*"))
                .toList();
    }

    @Test
    void aRunThatWasKilledAfterSomePartsGoesOnAndLosesNothing() throws IOException {
        Path input = tray("input");
        run(input, "whole");
        run(input, "broken");
        Path broken = folder.resolve("broken");
        // as a kill between the ledger's rename and the release leaves it
        Files.delete(broken.resolve("CURRENT"));
        String release = new Releases(broken).ids().get(0);
        Files.move(broken.resolve("releases").resolve(release), folder.resolve("gone"));

        NightlyRun.Outcome outcome = run(input, "broken");

        assertThat(outcome.ending()).isEqualTo(Ending.RELEASED);
        assertThat(outcome.fresh()).isZero();
        assertThat(hashes("broken")).isEqualTo(hashes("whole"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT nothing FROM nowhere;|nowhere",
                "-- later|应为一条 SELECT，实为 0 条语句",
                "SELECT 1; SELECT 2|实为 2 条语句",
                "SELECT 1; -- and 2|列为 [1]，应有 [rule, severity",
                "SELECT 1) ORDER BY 1; UPDATE fact_observation SET value = 1; COPY fact_finding TO 'out.csv'|语法错误",
                "UPDATE fact_observation SET value = 1|实为别的语句",
                "SELECT r.* FROM fact_finding r, read_text('pom.xml')|file system operations are disabled",
                "SELECT 'x' AS rule, 'BAD' AS severity, '' AS submission_id, '' AS department_name, '' AS place,"
                        + " '' AS found, '' AS expected, '' AS message;|severity 为“BAD”，应为 [ERROR",
                "WITH RECURSIVE r AS (SELECT 1 AS i UNION ALL SELECT i % 9 + 1 FROM r) SELECT 'x' AS rule, 'INFO' AS severity,"
                        + " '' AS submission_id, '' AS department_name, '' AS place, '' AS found, '' AS expected,"
                        + " '' AS message FROM r WHERE i > 9|超过时限 1 秒",
            })
    void anAuditRuleThatDoesNotRunIsNamedAndTheNightGoesOnWithoutIt(String rule, String said) throws IOException {
        Path root = project();
        Files.writeString(root.resolve("seeds/rules/wrong.sql"), rule + "\n");

        NightlyRun.Outcome outcome = run(root, "seconds: 60\n  mandatory", "seconds: 1\n  mandatory");

        assertThat(outcome.ending()).isEqualTo(Ending.RELEASED);
        assertThat(unrun(outcome)).singleElement().satisfies(unrun -> {
            assertThat(unrun.rule()).isEqualTo("wrong.sql");
            assertThat(unrun.reason()).contains(said);
            assertThat(unrun.mandatory()).isFalse();
        });
        assertThat(run(root, "none", "none").ending()).as("tried again").isEqualTo(Ending.RELEASED);
        Files.delete(root.resolve("seeds/rules/wrong.sql"));
        assertThat(unrun(run(root, "none", "none"))).isEmpty();
    }

    @Test
    void aMandatoryRuleThatDoesNotRunKeepsTheReleaseBackUnlessTheJobAllowsIt() throws IOException {
        Path root = project();
        Files.writeString(
                root.resolve("seeds/rules/wrong.sql"), "SELECT 'x' AS rule, 'ERROR' AS severity FROM nowhere\n");

        NightlyRun.Outcome waiting = run(root, "none", "none");
        assertThat(waiting.ending()).isEqualTo(Ending.FAILED);
        assertThat(waiting.reason()).contains("[seeds/rules/wrong.sql]", "nowhere", "rules.mandatory");
        assertThat(waiting.release()).isEmpty();

        NightlyRun.Outcome allowed = run(root, "mandatory: wait", "mandatory: release");
        assertThat(allowed.ending()).isEqualTo(Ending.RELEASED);
        assertThat(unrun(allowed)).singleElement().matches(UnrunRule::mandatory);
    }

    @Test
    void aRegionThatNoCodelistHasStopsTheRun() throws IOException {
        Path root = project();
        Path file = root.resolve("jobs/nightly.yml");
        Files.writeString(file, Files.readString(file).replace("\"411000\"", "\"999999\""));

        assertThatThrownBy(() -> new NightlyRun(root, JobFile.load(file), null, null).run(DAY))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("'region' is '999999'; expected a code of seeds/codelists/regions.csv");
    }

    @Test
    void linesOfACodelistMayEndInEitherWay() throws IOException {
        Path root = project();
        Path file = root.resolve("seeds/codelists/departments.csv");
        Files.writeString(file, Files.readString(file).replaceFirst("\n", "\r\n") + "xx,某局,\"另名,一\"\r\n");

        NightlyRun.Outcome outcome =
                new NightlyRun(root, JobFile.load(root.resolve("jobs/nightly.yml")), null, null).run(DAY);

        assertThat(outcome.ending()).isEqualTo(Ending.RELEASED);
    }

    @Test
    void seedsAndInputMayBeLinks() throws IOException {
        Path root = project();
        Files.move(root.resolve("seeds"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("seeds"), folder.resolve("elsewhere"));
        Path input = Files.createSymbolicLink(folder.resolve("link"), tray("input"));
        JobFile job = JobFile.load(root.resolve("jobs/nightly.yml"));
        NightlyRun run = new NightlyRun(root, job, input, folder.resolve("warehouse"));

        assertThat(run.run(DAY).fresh()).isGreaterThan(2);
        Files.writeString(folder.resolve("elsewhere/rules/none.sql"), "SELECT * FROM fact_finding WHERE false;\n");
        assertThat(run.run(DAY).ending()).isEqualTo(Ending.RELEASED);
    }

    @Test
    void aFileThatLiesInNoDateAndDepartmentIsNamed() throws IOException {
        Path input = tray("input");
        Files.writeString(input.resolve("somewhere.xlsx"), "x");

        assertThat(run(input, "warehouse").left())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("somewhere.xlsx", "收到日期/部门"));
    }

    @Test
    void aRunThatFindsTheLockHeldSaysWhoHoldsIt() throws IOException {
        Path warehouse = folder.resolve("warehouse");
        try (RunLock lock = RunLock.take(warehouse.resolve("state")).orElseThrow()) {
            NightlyRun.Outcome outcome = run(null, "warehouse");

            assertThat(outcome.ending()).isEqualTo(Ending.LOCKED);
            assertThat(outcome.reason())
                    .contains("process " + ProcessHandle.current().pid(), "since");
            assertThat(lock).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "threads: 2, threads: 0, 'threads' is 0",
        "region: \"411000\", region: xu, 'region' is 'xu'",
        "memory: 2GB, memory: much, 'engine.memory' is 'much'",
        "input: input, inptu: input, inptu",
        "seconds: 60, seconds: soon, seconds",
        "hidden: read, hidden: ignore, 'hidden'",
        "hidden: read, '', 'workbooks.hidden' is missing",
        "name: nightly, '', 'name' is missing",
        "zone: Asia/Shanghai, zone: Moon, 'schedule.zone' is 'Moon'"
    })
    void aWrongJobDefinitionIsOneLineWithItsPlace(String right, String wrong, String told) throws IOException {
        Path file = folder.resolve("nightly.yml");
        Files.writeString(
                file, Files.readString(ROOT.resolve("jobs/nightly.yml")).replaceFirst("(?m)" + right, wrong));

        assertThatThrownBy(() -> JobFile.load(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("nightly.yml")
                .hasMessageContaining(told)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private NightlyRun.Outcome run(@Nullable Path input, String warehouse) throws IOException {
        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        return new NightlyRun(ROOT, job, input, folder.resolve(warehouse)).run(DAY);
    }

    /** With something else in the job's file than what it says. */
    private static NightlyRun.Outcome run(Path root, String said, String instead) throws IOException {
        Path file = root.resolve("jobs/nightly.yml");
        Files.writeString(file, Files.readString(file).replace(said, instead));
        return new NightlyRun(root, JobFile.load(file), null, null).run(DAY);
    }

    private static List<UnrunRule> unrun(NightlyRun.Outcome outcome) {
        return new Releases(outcome.warehouse())
                .manifest(outcome.release().orElseThrow())
                .unrunRules();
    }

    /** The project without its input, copied so that a test may change it. */
    private Path project() throws IOException {
        Path root = folder.resolve("project");
        for (String part : List.of("seeds/codelists", "seeds/rules", "seeds/reports", "jobs")) {
            Files.createDirectories(root.resolve(part));
            try (Stream<Path> files = Files.list(ROOT.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, root.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        return root;
    }

    /** A few folders of the shipped tray, copied so that a test may change them. */
    private Path tray(String name) throws IOException {
        Path copy = folder.resolve(name);
        Path shipped = ROOT.resolve("input");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(f -> f.toString().contains("2023-07-1"))
                    .sorted()
                    .toList()) {
                Path target = copy.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(file), StandardOpenOption.CREATE_NEW);
                }
            }
        }
        return copy;
    }

    private List<List<String>> ask(String warehouse, String sql) {
        Releases releases = new Releases(folder.resolve(warehouse));
        try (ReleaseReader reader =
                new ReleaseReader(releases.database(releases.current().orElseThrow()))) {
            return reader.ask(sql).rows().stream()
                    .map(row -> row.stream().map(String::valueOf).toList())
                    .toList();
        }
    }

    /** Of every file but the database, whose bytes are the engine's own affair. */
    private List<String> hashes(String warehouse) {
        Releases releases = new Releases(folder.resolve(warehouse));
        return releases.manifest(releases.current().orElseThrow()).files().stream()
                .filter(f -> !f.name().endsWith(".duckdb"))
                .map(f -> f.name() + " " + f.sha256())
                .toList();
    }
}
