package tongcang.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import tongcang.coding.Codelists;
import tongcang.warehouse.Releases;

/** Runs a job once: plans it, and starts Spring Batch only where there is something to do. */
public final class NightlyRun {

    /** How a run ended. */
    public enum Ending {
        /** A new release is current. */
        RELEASED,
        /** All submissions, codelists and code are those of the current release. */
        NOTHING_NEW,
        /** Another run holds the lock. */
        LOCKED,
        /** The job was stopped; the next run goes on where it stood. */
        STOPPED,
        /** The job failed; the release before is still current. */
        FAILED
    }

    /**
     * What a run did.
     *
     * @param ending how it ended
     * @param release the current release, empty before the first
     * @param fresh submissions taken in by this run
     * @param left files that could not be taken, with the reason in Chinese
     * @param warehouse where it all lies
     * @param reason why it failed or who holds the lock, else empty
     */
    public record Outcome(
            Ending ending, Optional<String> release, int fresh, List<String> left, Path warehouse, String reason) {}

    private final JobFile job;
    private final RunPlan.Paths paths;

    /**
     * Prepares a job.
     *
     * @param root the project's folder
     * @param input instead of the job's, or null
     * @param warehouse instead of the job's, or null
     */
    public NightlyRun(Path root, JobFile job, @Nullable Path input, @Nullable Path warehouse) {
        this.job = job;
        this.paths = new RunPlan.Paths(
                root,
                input == null ? root.resolve(job.input()) : input,
                root.resolve(job.seeds()),
                warehouse == null ? root.resolve(job.warehouse()) : warehouse);
    }

    /**
     * Runs the job.
     *
     * @param date the day that names the release
     * @throws tongcang.InvalidFileException if a file of the operator is wrong; nothing is started then
     */
    public Outcome run(LocalDate date) throws IOException {
        Optional<RunLock> lock = RunLock.take(paths.state());
        if (lock.isEmpty()) {
            return outcome(Ending.LOCKED, 0, List.of(), RunLock.holder(paths.state()));
        }
        try (RunLock held = lock.get()) {
            Codelists codelists = Codelists.load(paths.codelists());
            RunPlan plan = RunPlan.of(job, paths, date);
            if (isReleased(plan)) {
                return outcome(Ending.NOTHING_NEW, 0, plan.left(), "");
            }
            return started(plan, codelists);
        }
    }

    private boolean isReleased(RunPlan plan) {
        Releases releases = new Releases(paths.warehouse());
        return releases.current().isPresent()
                && releases.ids().stream()
                        .anyMatch(id -> releases.manifest(id).fingerprint().equals(plan.fingerprint()));
    }

    private Outcome started(RunPlan plan, Codelists codelists) {
        Instant started = Instant.now();
        try (ConfigurableApplicationContext context = context(plan, codelists)) {
            JobExecution execution = execute(context, plan);
            Ending ending = ending(execution.getStatus());
            Outcome outcome = outcome(ending, plan.fresh().size(), plan.left(), reason(execution));
            RunRecord.append(
                    paths.state(),
                    new RunRecord(
                            plan.run(),
                            job.name(),
                            started.toString(),
                            Instant.now().toString(),
                            execution.getStatus().toString(),
                            outcome.release().orElse(""),
                            plan.fresh().size()));
            return outcome;
        }
    }

    private ConfigurableApplicationContext context(RunPlan plan, Codelists codelists) {
        return new SpringApplicationBuilder(NightlyJob.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties())
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("plan", plan);
                    context.getBeanFactory().registerSingleton("codelists", codelists);
                })
                .run();
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.batch.job.enabled", "false");
        properties.put("spring.batch.jdbc.initialize-schema", "always");
        JobFile.@Nullable Repository repository = job.repository();
        if (repository == null) {
            Path books = paths.state().toAbsolutePath().normalize().resolve("jobs");
            properties.put("spring.datasource.url", "jdbc:h2:file:" + books + ";WRITE_DELAY=0");
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
        Thread hook = stopOnSignal(operator, repository);
        try {
            return operator.start(context.getBean(Job.class), parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            release(hook);
        }
    }

    private static JobParameters parameters(RunPlan plan, long attempt) {
        return new JobParametersBuilder()
                .addString("fingerprint", plan.fingerprint(), true)
                .addLong("attempt", attempt, true)
                .addString("date", plan.date().toString(), false)
                .toJobParameters();
    }

    private static boolean isUnfinished(JobExecution execution) {
        return execution.getStatus().isRunning()
                || execution.getStepExecutions().stream()
                        .anyMatch(s -> s.getStatus().isRunning());
    }

    /** SIGTERM stops the job at its next chunk or step; the process waits for that. */
    private static Thread stopOnSignal(JobOperator operator, JobRepository repository) {
        Thread main = Thread.currentThread();
        Thread hook = new Thread(() -> {
            for (JobExecution running : repository.findRunningJobExecutions(NightlyJob.NAME)) {
                try {
                    operator.stop(running);
                } catch (JobExecutionException e) {
                    System.getLogger(NightlyRun.class.getName()).log(System.Logger.Level.WARNING, "cannot stop", e);
                }
            }
            try {
                main.join(15_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void release(Thread hook) {
        // once the signal has come the hook runs, and waits for this thread
        if (hook.getState() == Thread.State.NEW) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private static Ending ending(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> Ending.RELEASED;
            case STOPPED, STOPPING -> Ending.STOPPED;
            default -> Ending.FAILED;
        };
    }

    private static String reason(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .findFirst()
                .map(e -> e.getClass().getSimpleName() + ": " + e.getMessage())
                .orElse("");
    }

    private Outcome outcome(Ending ending, int fresh, List<String> left, String reason) {
        return new Outcome(ending, new Releases(paths.warehouse()).current(), fresh, left, paths.warehouse(), reason);
    }
}
