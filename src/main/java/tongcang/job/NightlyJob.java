package tongcang.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;
import tongcang.InvalidFileException;
import tongcang.assurance.Grading;
import tongcang.coding.Codelists;
import tongcang.coding.Coder;
import tongcang.coding.region.RegionCoder;
import tongcang.job.check.LedgerHealth;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.job.intake.Intake;
import tongcang.job.watch.Deferral;
import tongcang.job.watch.RunWatch;
import tongcang.ledger.Ledger;
import tongcang.ledger.ParquetFile;
import tongcang.ledger.RunContent;
import tongcang.ledger.Sources;
import tongcang.receipt.ReceiptWriter;
import tongcang.report.ReportReader;
import tongcang.support.Printable;
import tongcang.warehouse.build.AuditRules;
import tongcang.warehouse.build.UnrunRule;
import tongcang.warehouse.build.WarehouseBuild;
import tongcang.warehouse.database.Brake;
import tongcang.warehouse.database.Settings;
import tongcang.warehouse.parts.RereadChanges;
import tongcang.warehouse.release.Contents;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.ReceiptRows;
import tongcang.warehouse.release.Releases;
import tongcang.warehouse.release.TableDigests;
import tongcang.workbook.WorkbookReader;

/** The steps of the night, in their order. Every step can be done again: what it makes depends on its input alone. */
@Configuration
@EnableAutoConfiguration
class NightlyJob {
    static final String NAME = "nightly";

    private static final Logger LOG = LoggerFactory.getLogger(NightlyJob.class);

    private final RunPlan plan;
    private final Seeds seeds;
    private final RunWatch watch;
    private final Brake brake;
    private Optional<Path> earlier = Optional.empty();
    private List<UnrunRule> unrun = List.of();

    NightlyJob(RunPlan plan, Seeds seeds, RunWatch watch, Brake brake) {
        this.plan = plan;
        this.seeds = seeds;
        this.watch = watch;
        this.brake = brake;
    }

    /** A piece of work that needs nothing of Spring. */
    private interface Work {
        void run() throws IOException;
    }

    @Bean
    Job nightly(JobRepository repository, PlatformTransactionManager transactions) {
        return new JobBuilder(NAME, repository)
                .start(step("intake", this::intake, repository, transactions))
                .next(extract(repository, transactions))
                .next(step("append", this::append, repository, transactions))
                .next(step("code", ifTaken(this::code), repository, transactions))
                .next(step("build", ifTaken(this::build), repository, transactions))
                .next(step("audit", ifTaken(this::audit), repository, transactions))
                // before the release: a night killed between the two is done again, so none goes without receipts
                .next(step("receipts", this::receipts, repository, transactions))
                .next(step("release", this::release, repository, transactions))
                .build();
    }

    private Step extract(JobRepository repository, PlatformTransactionManager transactions) {
        WorkbookReader workbooks =
                new WorkbookReader(seeds.codelists().units(), plan.job().fileLimits(), plan.workbooks(), seeds.forms());
        SubmissionReader reader = new SubmissionReader(
                new ReportReader(seeds.codelists().units(), plan.job().fileLimits(), workbooks::table), workbooks);
        ExtractStep extract = new ExtractStep(plan, watch, brake, reader, new Backlog());
        return new StepBuilder("extract", repository)
                .tasklet(extract, transactions)
                .listener(extract)
                .listener(watch)
                .allowStartIfComplete(true)
                .build();
    }

    private Step step(String name, Work work, JobRepository repository, PlatformTransactionManager transactions) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            brake.check();
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .listener(watch)
                .allowStartIfComplete(true)
                .build();
    }

    /** Where all that was new is put off, the release stays as it is. */
    private Work ifTaken(Work work) {
        return () -> {
            if (!plan.tookNothing()) {
                work.run();
            }
        };
    }

    /** Freezes the list of what this run takes in; a run that goes on must find the same list. */
    private void intake() throws IOException {
        if (new Ledger(plan.paths().ledger()).hasRun(plan.run())) {
            return; // killed after the ledger took it in
        }
        List<String> lines = plan.toRead().stream()
                .map(d -> d.submission().id() + "\t" + d.submission().sha256() + "\t"
                        + d.submission().path())
                .toList();
        Files.createDirectories(plan.work());
        Path list = plan.work().resolve("intake.txt");
        if (Files.exists(list) && !Files.readAllLines(list).equals(lines)) {
            throw new IllegalStateException(list + " lists other files than this run; delete it to begin again");
        }
        Path unfinished = plan.work().resolve("intake.tmp");
        Files.write(unfinished, lines);
        Files.move(unfinished, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void append() throws IOException {
        ExtractStep.requireParts(plan);
        RunContent content = new RunContent(
                plan.taken().stream().map(d -> d.submission().id()).toList(),
                plan.reread(),
                plan.deferred().kept().stream().map(Deferral::id).toList(),
                plan.rereads().reader());
        if (!content.isEmpty()) {
            tellChanges();
        }
        if (plan.preview()) {
            FileSystemUtils.deleteRecursively(plan.paths().work());
            brake.pull(); // no step goes on from here
            return;
        }
        if (!content.isEmpty()) {
            new Ledger(plan.paths().ledger()).append(plan.run(), plan.parts(), content, plan.today());
        }
        keepSources();
    }

    /** Before the ledger takes them in, and so before any release. */
    private void tellChanges() throws IOException {
        boolean taken = new Ledger(plan.paths().ledger()).hasRun(plan.run());
        if (!taken && !plan.rereads().again().isEmpty()) {
            watch.reread(
                    RereadChanges.of(
                            plan.paths().ledger(), plan.parts(), plan.paths().temporary()),
                    plan.deferred().kept());
        }
    }

    /** Also those of earlier nights, where they are not kept yet. What cannot be kept costs no night. */
    private void keepSources() {
        Sources sources = new Sources(plan.paths().sources());
        Set<String> held = plan.held();
        for (Intake.Delivered each : plan.delivered()) {
            String hash = each.submission().sha256();
            if (held.contains(each.submission().id()) && !sources.has(hash)) {
                try {
                    sources.keep(each.file(), hash);
                } catch (IOException e) {
                    LOG.warn(
                            "{} cannot be kept for another reading",
                            Printable.line(each.submission().path()),
                            e);
                }
            }
        }
    }

    /** What is read here is hashed here; the facts are made of the same files. */
    private void code() throws IOException {
        new LedgerHealth(plan.paths().warehouse()).requireAll();
        earlier = plan.earlier();
        WarehouseBuild.Beginning beginning = code(warehouse(plan.built()), earlier);
        if (beginning == WarehouseBuild.Beginning.ALTERED_RELEASE) {
            disown(new Releases(plan.paths().warehouse()));
        }
        earlier = earlier.filter(release -> beginning == WarehouseBuild.Beginning.RELEASE);
    }

    private void disown(Releases releases) throws IOException {
        String altered = releases.newest().orElseThrow().release();
        LOG.error("release {} holds other observations than the ledger gives: all is built from the ledger", altered);
        releases.disown(altered);
    }

    private WarehouseBuild.Beginning code(WarehouseBuild build, Optional<Path> from) {
        Codelists lists = seeds.codelists();
        RegionCoder places = new RegionCoder(lists.regions(), plan.job().region());
        return build.code(new Coder(lists)::code, places::code, new Grading()::of, from);
    }

    private void build() throws IOException {
        warehouse(plan.built())
                .build()
                .forEach(unfit ->
                        LOG.warn("submission {} is set aside: {}", unfit.submission(), Printable.line(unfit.reason())));
        if (earlier.isPresent() && plan.isFullBuildDue()) {
            requireWhatTheLedgerGives(earlier.get());
        }
    }

    /** From time to time all is built from the ledger alone, and must be what nights have added one by one. */
    private void requireWhatTheLedgerGives(Path release) throws IOException {
        WarehouseBuild full = warehouse(plan.fullyBuilt());
        code(full, Optional.empty());
        full.build();
        List<String> differing = TableDigests.differing(plan.built(), plan.fullyBuilt(), settings());
        Files.delete(plan.fullyBuilt());
        if (!differing.isEmpty()) {
            throw new InvalidFileException(
                    Objects.requireNonNull(release.getParent()).toString(),
                    0,
                    "增量结果与由台账全量重建的结果不同，未发布；不同的表：" + String.join("、", differing) + "。该发布版可能被改动过；查明后把它移到仓库之外再次运行，将由台账重建");
        }
    }

    /** A rule that does not run costs its findings; one that is mandatory keeps the release back, unless the job allows it. */
    private void audit() {
        JobFile.Rules rules = plan.job().rules();
        unrun = warehouse(plan.built())
                .audit(new AuditRules(plan.paths().rules(), Duration.ofSeconds(rules.seconds())));
        unrun.forEach(rule -> LOG.warn("rule {} did not run: {}", rule.rule(), rule.reason()));
        unrun.stream()
                .filter(rule -> rule.mandatory() && rules.mandatory() == JobFile.Rules.Mandatory.wait)
                .findFirst()
                .ifPresent(rule -> {
                    throw new InvalidFileException(
                            "seeds/rules/" + rule.rule(),
                            0,
                            "强制性规则未能执行，暂不发布：" + rule.reason() + "；请更正规则，或在作业中写 rules.mandatory: release");
                });
    }

    private void receipts() throws IOException {
        Releases releases = new Releases(plan.paths().warehouse());
        Path shown = plan.tookNothing() ? releases.database(releases.current().orElseThrow()) : plan.built();
        new ReceiptWriter(plan.paths().receipts())
                .write(ReceiptList.with(
                        ReceiptRows.of(shown, settings()), plan.deferred().noted(), seeds.codelists()));
    }

    private void release() throws IOException {
        if (!plan.tookNothing()) {
            publish(new Releases(plan.paths().warehouse()));
        }
        Deferral.write(Deferral.file(plan.paths().state()), plan.deferred().noted());
        FileSystemUtils.deleteRecursively(plan.paths().work());
    }

    private void publish(Releases releases) throws IOException {
        Contents contents = Contents.of(plan.built());
        new LedgerHealth(plan.paths().warehouse()).requireGrown(contents, plan.admission(), plan.today());
        Manifest draft = new Manifest(
                plan.release(),
                "",
                plan.content(),
                plan.fingerprint().code(),
                plan.fingerprint().seeds(),
                contents.submissions(),
                contents.figures(),
                ledger(),
                fullBuild(releases),
                unrun,
                List.of());
        releases.publish(plan.built(), draft, settings(), ParquetFile::sums, plan.signingKey());
        JobFile.Retention retention = plan.job().retention();
        releases.prune(retention.releases(), Instant.now().minus(Duration.ofDays(retention.days())));
    }

    /** When the ledger alone last gave what is released: now, or when the release said so that this one goes on from. */
    private String fullBuild(Releases releases) {
        return earlier.isEmpty() || plan.isFullBuildDue()
                ? Instant.now().toString()
                : releases.newest().map(Manifest::fullBuild).orElse("");
    }

    private Manifest.Ledger ledger() {
        return new Ledger(plan.paths().ledger())
                .chain()
                .head()
                .map(head -> new Manifest.Ledger(head.link().number(), head.hash()))
                .orElse(Manifest.Ledger.NONE);
    }

    private WarehouseBuild warehouse(Path file) {
        return new WarehouseBuild(
                file, plan.paths().ledger(), plan.paths().codelists(), seeds.excluded(), seeds.approved(), settings());
    }

    private Settings settings() {
        JobFile.Engine engine = plan.job().engine();
        return new Settings(engine.memory(), engine.threads(), plan.work().resolve("spill"), brake);
    }
}
