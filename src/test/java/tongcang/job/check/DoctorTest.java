package tongcang.job.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.job.watch.RunLock;

/** The doctor on set-ups that are well, and on set-ups broken in one way each. */
class DoctorTest {
    private static final Path SHIPPED = Path.of("").toAbsolutePath();

    @TempDir
    private Path root = Path.of("");

    @BeforeEach
    void aProject() throws IOException {
        for (String part : List.of("seeds/codelists", "jobs")) {
            Files.createDirectories(root.resolve(part));
            try (Stream<Path> files = Files.list(SHIPPED.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, root.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        Files.createDirectories(root.resolve("input"));
    }

    @Test
    void beforeTheFirstRunNothingIsBadAndTheDoctorChangesNothing() throws IOException {
        assertThat(examined()).noneMatch(c -> c.health() == Check.Health.BAD);
        assertThat(examined())
                .anyMatch(c -> c.name().equals("发布版") && c.advice().contains("run nightly"));
        assertThat(root.resolve("warehouse")).doesNotExist();
    }

    @Test
    void aWrongCodelistIsNamedWithItsLine() throws IOException {
        Path units = root.resolve("seeds/codelists/regions.csv");
        Files.writeString(units, Files.readString(units) + "broken\n");
        int last = Files.readAllLines(units).size();

        assertThat(bad()).hasSize(1).allSatisfy(c -> {
            assertThat(c.name()).isEqualTo("代码表和表式");
            assertThat(c.found()).contains("regions.csv", Integer.toString(last));
        });
    }

    @Test
    void slipsInTheInputAndTheJobAreNamedAndKeepNoNightFromRunning() throws IOException {
        Path job = root.resolve("jobs/nightly.yml");
        Files.writeString(job, Files.readString(job).replace("department: 市工信局", "department: 市工信居"));
        for (String file : List.of("2023-7-21/财政局/表.xlsx", "2023-07-01/财证局/表.xlsx", "表.xlsx")) {
            Files.createDirectories(root.resolve("input").resolve(file).getParent());
            Files.writeString(root.resolve("input").resolve(file), "");
        }

        assertThat(bad()).isEmpty();
        assertThat(examined())
                .filteredOn(c -> c.health() == Check.Health.DOUBTFUL)
                .extracting(Check::found)
                .anySatisfy(found -> assertThat(found).contains("请改为 2023-07-21", "表.xlsx：不在"))
                .anySatisfy(found -> assertThat(found).contains("财证局", "最接近的是 财政局", "市工信居", "最接近的是 市工信局"));
    }

    @Test
    void aPasswordThatIsNotThereIsNamedBeforeTheNight() throws IOException {
        Path job = root.resolve("jobs/nightly.yml");
        Files.writeString(
                job, Files.readString(job).replace("password-variables: []", "password-variables: [TONGCANG_NO_SUCH]"));

        assertThat(bad()).hasSize(1).allSatisfy(c -> assertThat(c.found()).contains("TONGCANG_NO_SUCH"));
    }

    @Test
    void aWrongJobIsNamed() throws IOException {
        Path job = root.resolve("jobs/nightly.yml");
        Files.writeString(job, Files.readString(job).replace("0 30 1 * * *", "every night"));

        assertThat(bad()).hasSize(1).allSatisfy(c -> assertThat(c.found()).contains("nightly.yml", "'every night'"));
    }

    @Test
    void aRuleThatIsNotOneSelectIsNamedBeforeTheNight() throws IOException {
        Path rules = Files.createDirectories(root.resolve("seeds/rules"));
        Files.copy(SHIPPED.resolve("seeds/rules/conflict.sql"), rules.resolve("conflict.sql"));
        Files.writeString(rules.resolve("wrong.sql"), "SELECT 1; DELETE FROM fact_observation");

        assertThat(bad()).singleElement().satisfies(c -> {
            assertThat(c.name()).isEqualTo("审核规则");
            assertThat(c.found()).contains("wrong.sql", "应为一条 SELECT");
        });
    }

    @Test
    void aReleaseThatIsGoneOrSpoiltIsNamedWithTheWayOut() throws IOException {
        Path warehouse = Files.createDirectories(root.resolve("warehouse"));
        Files.writeString(warehouse.resolve("CURRENT"), "2023-01-01-00000000\n");

        assertThat(bad()).hasSize(1).allSatisfy(c -> {
            assertThat(c.found()).contains("2023-01-01-00000000");
            assertThat(c.advice()).contains("CURRENT");
        });
    }

    @Test
    void aFileWhereTheWarehouseShouldBeIsBad() throws IOException {
        Files.writeString(root.resolve("warehouse"), "");

        assertThat(bad()).anySatisfy(c -> assertThat(c.name()).isEqualTo("仓库目录"));
    }

    @Test
    void aRunThatHoldsTheLockIsNamedWithItsProcess() throws IOException {
        try (RunLock lock = RunLock.take(root.resolve("warehouse/state")).orElseThrow()) {
            assertThat(examined()).anySatisfy(c -> {
                assertThat(c.name()).isEqualTo("锁");
                assertThat(c.found())
                        .contains("process " + ProcessHandle.current().pid());
                assertThat(lock).isNotNull();
            });
        }
    }

    private List<Check> examined() {
        return new Doctor(root, null, false).examine();
    }

    private List<Check> bad() {
        return examined().stream().filter(c -> c.health() == Check.Health.BAD).toList();
    }
}
