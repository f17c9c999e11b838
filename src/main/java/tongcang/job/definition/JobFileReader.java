package tongcang.job.definition;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import tongcang.InvalidFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads job definitions, and says of a wrong one what is wrong in which line. */
final class JobFileReader {
    /** What may be left out of the file. */
    private static final Set<String> OPTIONAL = Set.of(
            "repository",
            "rules",
            "signingKey",
            "deadlines",
            "departments",
            "reread",
            "reports.year",
            "reports.region",
            "schedule.missed",
            "limits.attempts");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private JobFileReader() {}

    /** As {@link JobFile#load}. */
    static JobFile read(Path file) {
        String shown = file.toString().replace('\\', '/');
        if (!Files.isRegularFile(file)) {
            throw new InvalidFileException(shown, 0, "no such job; expected a YAML file there");
        }
        try {
            JobFile job = YAML.readValue(Files.readString(file), JobFile.class);
            requireAll(job, "", shown);
            requireName(job.name(), file, shown);
            check(job, shown);
            return job;
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(shown, 0, "its text is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw new InvalidFileException(
                    shown, 0, "cannot be read (" + e + "); give the running user the permission");
        } catch (JacksonException e) {
            throw JobFileProblem.of(shown, e);
        }
    }

    /** What a run keeps for its job is named after it: another name could leave the warehouse, or be that of two jobs. */
    private static void requireName(String name, Path file, String shown) {
        String own = file.getFileName().toString().replaceFirst("\\.yml$", "");
        require(shown, name.equals(own), "'name' is '" + name + "'; expected '" + own + "', as the file is called");
    }

    /** Every key must be there but the optional ones: what is missing binds to null, past the compiler's checks. */
    private static void requireAll(Record part, String path, String shown) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            String key = path + component.getName();
            Object value = value(part, component);
            require(shown, value != null || OPTIONAL.contains(key), "'" + key + "' is missing");
            if (value instanceof Record inner) {
                requireAll(inner, key + ".", shown);
            } else if (value instanceof List<?> list) {
                list.forEach(item -> requireItem(item, key, shown));
            }
        }
    }

    private static void requireItem(@Nullable Object item, String key, String shown) {
        require(shown, item != null, "'" + key + "' has an empty item");
        if (item instanceof Record record) {
            requireAll(record, key + ".", shown);
        }
    }

    private static @Nullable Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(JobFile job, String shown) {
        require(shown, job.region().matches("\\d{6}"), "'region' is '" + job.region() + "'; expected six digits");
        require(shown, job.threads() > 0, "'threads' is " + job.threads() + "; expected 1 or more");
        require(
                shown,
                job.engine().memory().matches("[1-9]\\d{0,5}(MB|GB)"),
                "'engine.memory' is '" + job.engine().memory() + "'; expected such as 2GB");
        require(shown, job.engine().threads() > 0, "'engine.threads' must be 1 or more");
        require(shown, job.fullBuildDays() >= 0, "'full-build-days' must not be negative");
        require(shown, job.rules().seconds() > 0, "'rules.seconds' must be 1 or more");
        require(shown, job.retention().releases() > 0, "'retention.releases' must be 1 or more");
        require(shown, job.retention().days() >= 0, "'retention.days' must not be negative");
        require(shown, job.limits().attemptsOrDefault() > 0, "'limits.attempts' must be 1 or more");
        for (Deadline deadline : job.deadlines()) {
            require(shown, deadline.days() >= 0, "'deadlines.days' must not be negative, for " + deadline.form());
        }
        try {
            job.fileLimits();
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(shown, 0, "'limits': " + e.getMessage());
        }
        checkReports(job, shown);
        checkSchedule(job.schedule(), shown);
    }

    private static void checkReports(JobFile job, String shown) {
        for (JobFile.Report report : job.reports()) {
            try {
                report.known();
            } catch (IllegalArgumentException e) {
                throw new InvalidFileException(shown, 0, "'reports' " + report.file() + ": " + e.getMessage());
            }
        }
    }

    private static void checkSchedule(JobFile.Schedule schedule, String shown) {
        try {
            CronExpression.parse(schedule.cron());
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(
                    shown,
                    0,
                    "'schedule.cron' is '" + schedule.cron()
                            + "'; expected second minute hour day month weekday, such as 0 30 1 * * *");
        }
        try {
            ZoneId.of(schedule.zone());
        } catch (DateTimeException e) {
            throw new InvalidFileException(
                    shown, 0, "'schedule.zone' is '" + schedule.zone() + "'; expected such as Asia/Shanghai");
        }
    }

    private static void require(String shown, boolean right, String problem) {
        if (!right) {
            throw new InvalidFileException(shown, 0, problem);
        }
    }
}
