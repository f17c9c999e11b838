package tongcang.job.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.InvalidFileException;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.job.watch.RunLock;
import tongcang.job.watch.RunRecord;
import tongcang.ledger.ParquetFile;
import tongcang.warehouse.build.AuditRules;
import tongcang.warehouse.build.UnrunRule;
import tongcang.warehouse.database.WarehouseException;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;
import tongcang.warehouse.release.Signature;

/** Looks at everything a run needs, changes nothing, and says what to do about what is not well. */
public final class Doctor {
    private static final String GARBLED = "%s 的清单 manifest.json 已损坏，无法读取";

    private final Path root;
    private final @Nullable Path warehouseGiven;
    private final boolean deep;

    /**
     * Prepares an examination.
     *
     * @param root the project's folder
     * @param warehouse instead of that of the jobs, or null
     * @param deep whether every file of the ledger is hashed, also what nobody touched since the last run
     */
    public Doctor(Path root, @Nullable Path warehouse, boolean deep) {
        this.deep = deep;
        this.root = root;
        this.warehouseGiven = warehouse;
    }

    /** All checks, in the order in which an operator mends things. */
    public List<Check> examine() {
        List<Check> checks = new ArrayList<>(Machine.checks());
        List<JobFile> jobs = jobs(checks);
        jobs.stream()
                .map(job -> root.resolve(job.seeds()))
                .distinct()
                .forEach(folder -> checks.add(seeds(folder, jobs)));
        jobs.forEach(job -> rules(job, checks));
        jobs.stream().map(job -> root.resolve(job.input())).distinct().forEach(folder -> checks.add(input(folder)));
        jobs.forEach(job -> checks.addAll(Slips.of(root, job)));
        jobs.stream().map(this::warehouse).distinct().forEach(warehouse -> warehouse(warehouse, jobs, checks));
        return checks;
    }

    /** Whether file names can be read as they are; a run that takes in garbled ones spoils what is never deleted. */
    public static Check fileNames() {
        return Machine.encoding();
    }

    private List<JobFile> jobs(List<Check> checks) {
        List<JobFile> jobs = new ArrayList<>();
        for (Path file : jobFiles(root)) {
            try {
                jobs.add(JobFile.load(file));
            } catch (InvalidFileException e) {
                checks.add(Check.bad("作业", String.valueOf(e.getMessage()), "按提示更正该文件"));
            }
        }
        if (jobs.isEmpty() && checks.stream().noneMatch(c -> c.name().equals("作业"))) {
            checks.add(Check.bad("作业", root.resolve("jobs") + " 中没有作业文件", "恢复 jobs/nightly.yml"));
        }
        jobs.forEach(job ->
                checks.add(Check.good("作业", job.name() + "，" + job.schedule().cron())));
        return jobs;
    }

    /** The definitions of a project's jobs, by name. */
    public static List<Path> jobFiles(Path root) {
        Path folder = root.resolve("jobs");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Check seeds(Path folder, List<JobFile> jobs) {
        try {
            Seeds seeds = Seeds.load(folder);
            jobs.stream()
                    .filter(job -> root.resolve(job.seeds()).equals(folder))
                    .forEach(seeds::requireKnown);
            return Check.good("代码表和表式", seeds.codelists().indicators().size() + " 个指标");
        } catch (InvalidFileException e) {
            return Check.bad("代码表和表式", String.valueOf(e.getMessage()), "按提示更正该文件");
        } catch (UncheckedIOException e) {
            return Check.bad("代码表和表式", folder + " 中有文件无法读取：" + e.getMessage(), "另存为 UTF-8，或给运行作业的用户读权限");
        }
    }

    private Path warehouse(JobFile job) {
        return warehouseGiven != null ? warehouseGiven : root.resolve(job.warehouse());
    }

    private void rules(JobFile job, List<Check> checks) {
        Releases releases = new Releases(warehouse(job));
        Optional<Path> database = releases.current().map(releases::database).filter(Files::exists);
        AuditRules rules = new AuditRules(
                root.resolve(job.seeds()).resolve("rules"),
                Duration.ofSeconds(job.rules().seconds()));
        try {
            List<UnrunRule> unrun = rules.check(database);
            unrun.forEach(rule -> checks.add(Check.bad("审核规则", rule.rule() + "：" + firstLine(rule.reason()), "更正该规则")));
            if (unrun.isEmpty()) {
                checks.add(Check.good("审核规则", rules.count() + " 条"));
            }
        } catch (WarehouseException e) {
            checks.add(Check.doubtful("审核规则", "发布版无法打开，未能检查", "见下文发布版一项"));
        }
    }

    private static String firstLine(@Nullable String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }

    private static Check input(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Check.doubtful("报送目录", folder + " 不存在", "建立该目录；在此之前只读取作业中列出的报告");
        }
        return Files.isReadable(folder) && Files.isExecutable(folder)
                ? Check.good("报送目录", folder.toString())
                : Check.bad("报送目录", folder + " 不可读", "给运行作业的用户读权限");
    }

    private void warehouse(Path warehouse, List<JobFile> jobs, List<Check> checks) {
        Check writable = Machine.writable("仓库目录", warehouse);
        checks.add(writable);
        checks.add(Machine.space("磁盘", warehouse, 3 * currentSize(warehouse)));
        checks.add(lock(warehouse));
        checks.addAll(ledger(warehouse));
        checks.add(release(warehouse, jobs));
        garbled(warehouse).ifPresent(checks::add);
        lastRun(warehouse).ifPresent(checks::add);
    }

    private static long currentSize(Path warehouse) {
        Releases releases = new Releases(warehouse);
        Path database = releases.database(releases.current().orElse("none"));
        try {
            return Files.exists(database) ? Files.size(database) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Check lock(Path warehouse) {
        Path state = warehouse.resolve("state");
        try {
            return RunLock.isHeld(state)
                    ? Check.doubtful("锁", "有运行正在进行：" + RunLock.holder(state), "等它结束；若它停滞不动，结束该进程后再次运行即可继续")
                    : Check.good("锁", "空闲");
        } catch (IOException e) {
            return Check.bad("锁", e.toString(), "给运行作业的用户读写 " + state + " 的权限");
        }
    }

    private List<Check> ledger(Path warehouse) {
        LedgerHealth health = new LedgerHealth(warehouse);
        if (health.isBeforeChain()) {
            return List.of(Check.doubtful("台账", "由旧程序写成，还没有链", "无须处理：下次运行时入链，此后的改动都会被发现"));
        }
        List<String> problems = health.problems(deep);
        return problems.isEmpty()
                ? List.of(Check.good("台账", health.summary() + (deep ? "，逐个文件核对无误" : "")))
                : problems.stream()
                        .map(problem -> Check.bad(
                                "台账", problem, "从备份恢复：./tongcang ledger restore 备份目录；没有备份见 docs/operations.md"))
                        .toList();
    }

    private Check release(Path warehouse, List<JobFile> jobs) {
        Releases releases = new Releases(warehouse);
        Optional<String> current = releases.current();
        if (current.isEmpty()) {
            return Check.doubtful("发布版", "尚无", "运行 ./tongcang run nightly");
        }
        if (!releases.ids().contains(current.get())) {
            return Check.bad(
                    "发布版",
                    "CURRENT 指向不存在的 " + current.get(),
                    releases.ids().isEmpty()
                            ? "一个发布版也没有：删除 " + warehouse.resolve("CURRENT") + "，再次运行，将由台账重建"
                            : "把 " + warehouse.resolve("CURRENT") + " 的内容改为其中之一：" + String.join("、", releases.ids()));
        }
        Optional<Path> key = jobs.stream()
                .filter(job -> job.signingKey() != null && warehouse(job).equals(warehouse))
                .map(job -> Signature.publicKey(root.resolve(String.valueOf(job.signingKey()))))
                .findFirst();
        return verified(releases, current.get(), key);
    }

    /** A run leaves such a release alone; it can no longer be shown. */
    private static Optional<Check> garbled(Path warehouse) {
        Releases releases = new Releases(warehouse);
        return releases.ids().stream()
                .filter(id -> !releases.current().equals(Optional.of(id))
                        && releases.readable(id).isEmpty())
                .map(id -> Check.doubtful("发布版", GARBLED.formatted(id), "用备份恢复，或把 " + releases.folder(id) + " 移到仓库之外"))
                .findFirst();
    }

    private static Check verified(Releases releases, String id, Optional<Path> key) {
        String again = "删除 " + releases.folder(id) + " 后再次运行，将由台账重建";
        if (releases.readable(id).isEmpty()) {
            return Check.bad("发布版", GARBLED.formatted(id), again);
        }
        try (ReleaseReader reader = new ReleaseReader(releases.database(id))) {
            List<String> wrong = releases.verify(id, ParquetFile::sums, key);
            String rows = String.valueOf(reader.ask("SELECT count(*) FROM fact_observation")
                    .rows()
                    .get(0)
                    .get(0));
            return wrong.isEmpty()
                    ? Check.good("发布版", id + "，观测值 " + rows + " 个，文件与清单一致")
                    : Check.bad("发布版", id + "：" + String.join("；", wrong), again);
        } catch (IOException | WarehouseException e) {
            return Check.bad("发布版", id + " 无法打开：" + firstLine(e.getMessage()), again);
        }
    }

    private static Optional<Check> lastRun(Path warehouse) {
        List<RunRecord> runs = RunRecord.all(warehouse);
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        RunRecord last = runs.get(runs.size() - 1);
        String told = last.job() + "，" + last.ended().replaceAll("\\.\\d+", "") + "，" + last.status();
        return Optional.of(
                last.status().equals("FAILED")
                        ? Check.doubtful("上次运行", told, "原因见 " + warehouse.resolve("logs") + " 中最后一个日志；排除后再次运行即可继续")
                        : Check.good("上次运行", told));
    }
}
