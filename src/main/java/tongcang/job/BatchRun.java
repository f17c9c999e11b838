package tongcang.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tongcang.InvalidFileException;
import tongcang.job.check.ShrinkingReleaseException;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.job.watch.Ending;
import tongcang.job.watch.RunWatch;
import tongcang.ledger.chain.DamagedLedgerException;
import tongcang.warehouse.database.Brake;
import tongcang.warehouse.database.StoppedException;

/** One execution of the job by Spring Batch, which is started for it and closed behind it. */
final class BatchRun {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    private static final long MEGABYTE = 1L << 20;

    /** How it ended, and why if not well. */
    record Result(Ending ending, String reason) {}

    private final Brake brake = new Brake();
    private boolean damaged;

    /**
     * Runs the planned work; whatever goes wrong is in the result, and in the log with its trace. Books that cannot be read
     * are set aside and begun anew: what is done is seen in the warehouse, not in them.
     */
    Result run(RunPlan plan, Seeds seeds, RunWatch watch) {
        Result result = once(plan, seeds, watch);
        return result.ending() == Ending.FAILED && damaged && setAside(plan) ? once(plan, seeds, watch) : result;
    }

    private boolean setAside(RunPlan plan) {
        Path books = plan.paths().state().resolve("jobs.mv.db");
        Path aside = books.resolveSibling("jobs.mv.db.damaged");
        try {
            Files.move(books, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("damaged books cannot be set aside", e);
            return false;
        }
        LOG.warn("{} was damaged; it is set aside as {}, and new books are begun", books, aside);
        return true;
    }

    /** Whether the books' own database has answered that it cannot read them; without memory it says so of sound ones. */
    private static boolean isOfBooks(Throwable failure) {
        return !isOfMemory(failure)
                && causes(failure).anyMatch(e -> e.getClass().getName().startsWith("org.h2."));
    }

    private static boolean isOfMemory(Throwable failure) {
        return causes(failure).anyMatch(OutOfMemoryError.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private Result once(RunPlan plan, Seeds seeds, RunWatch watch) {
        damaged = false;
        try (ConfigurableApplicationContext context = context(plan, seeds, watch)) {
            return run(context, plan);
        } catch (RuntimeException e) {
            LOG.error("the job could not be run", e);
            damaged = isOfBooks(e);
            return new Result(Ending.FAILED, told(e));
        } catch (OutOfMemoryError e) {
            LOG.error("the job could not be run", e);
            return new Result(Ending.FAILED, told(e));
        }
    }

    private Result run(ConfigurableApplicationContext context, RunPlan plan) {
        JobExecution execution = execute(context, plan);
        if (execution.getAllFailureExceptions().stream().anyMatch(StoppedException.class::isInstance)) {
            return new Result(Ending.STOPPED, "");
        }
        execution.getAllFailureExceptions().forEach(e -> LOG.error("the job failed", e));
        damaged = execution.getAllFailureExceptions().stream().anyMatch(BatchRun::isOfBooks);
        return new Result(ending(execution.getStatus()), reason(execution));
    }

    /**
     * Stops the job in the SQL it runs, or before its next submission or step; asked again, it does no harm. Spring Batch is
     * not asked: what it then writes of a step from here is at odds with what the step itself writes at its end.
     */
    void stop() {
        brake.pull();
    }

    private ConfigurableApplicationContext context(RunPlan plan, Seeds seeds, RunWatch watch) {
        return new SpringApplicationBuilder(NightlyJob.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties(plan))
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("plan", plan);
                    context.getBeanFactory().registerSingleton("seeds", seeds);
                    context.getBeanFactory().registerSingleton("watch", watch);
                    context.getBeanFactory().registerSingleton("brake", brake);
                })
                .run();
    }

    private static Map<String, Object> properties(RunPlan plan) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.batch.job.enabled", "false");
        properties.put("spring.batch.jdbc.initialize-schema", "always");
        JobFile.@Nullable Repository repository = plan.job().repository();
        if (repository == null) {
            // H2 must not close itself under a job that SIGTERM asks to stop; the context closes it
            Path books = plan.paths().state().toAbsolutePath().normalize().resolve("jobs");
            properties.put("spring.datasource.url", "jdbc:h2:file:" + books + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
            properties.put("spring.datasource.username", "sa");
        } else {
            properties.put("spring.datasource.url", repository.url());
            properties.put("spring.datasource.username", variable(repository.userVariable()));
            properties.put("spring.datasource.password", variable(repository.passwordVariable()));
        }
        return properties;
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    /** Executions that a kill left behind as running are recovered first: the lock says that nobody runs them. */
    private static JobExecution execute(ConfigurableApplicationContext context, RunPlan plan) {
        JobOperator operator = context.getBean(JobOperator.class);
        JobRepository repository = context.getBean(JobRepository.class);
        long attempt = 0;
        JobParameters parameters = parameters(plan, attempt);
        @Nullable JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, parameters);
        while (last != null && last.getStatus() == BatchStatus.COMPLETED) {
            parameters = parameters(plan, ++attempt);
            last = repository.getLastJobExecution(NightlyJob.NAME, parameters);
        }
        if (last != null && isUnfinished(last)) {
            operator.recover(last);
        }
        try {
            return operator.start(context.getBean(Job.class), parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JobParameters parameters(RunPlan plan, long attempt) {
        return new JobParametersBuilder()
                .addString("run", plan.run(), true)
                .addLong("attempt", attempt, true)
                .addString("date", plan.date().toString(), false)
                .toJobParameters();
    }

    private static boolean isUnfinished(JobExecution execution) {
        return execution.getStatus().isRunning()
                || execution.getStepExecutions().stream()
                        .anyMatch(s -> s.getStatus().isRunning());
    }

    private static Ending ending(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> Ending.RELEASED;
            default -> Ending.FAILED;
        };
    }

    private static String reason(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .findFirst()
                .map(BatchRun::told)
                .orElse("");
    }

    /** A message that says where to mend stands alone; any other is named by its kind. */
    private static String told(Throwable e) {
        if (isOfMemory(e)) {
            return "内存不足：Java 可用 " + Runtime.getRuntime().maxMemory() / MEGABYTE
                    + " MB；请增大内存（如 TONGCANG_OPTS=-Xmx2g）后再次运行，将从停下处继续";
        }
        return e instanceof InvalidFileException
                        || e instanceof DamagedLedgerException
                        || e instanceof ShrinkingReleaseException
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
