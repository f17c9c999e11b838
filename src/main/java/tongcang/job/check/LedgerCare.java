package tongcang.job.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tongcang.InvalidFileException;
import tongcang.Submission;
import tongcang.ledger.Backup;
import tongcang.ledger.Ledger;
import tongcang.ledger.Loss;
import tongcang.ledger.Sources;
import tongcang.ledger.Withdrawal;
import tongcang.ledger.chain.DamagedLedgerException;
import tongcang.warehouse.parts.LedgerSubmissions;
import tongcang.warehouse.release.PartFilter;

/**
 * What an operator does to a ledger by hand: copies it, copies it back, takes a submission out, gives up what is lost. Each
 * tells what it did, a line each, in Chinese. The lock must be held.
 */
public final class LedgerCare {
    private final Path warehouse;
    private final Ledger ledger;
    private final LedgerHealth health;
    private final Sources sources;
    private final LocalDate day;

    /**
     * The ledger of a warehouse.
     *
     * @param day of what is done
     */
    public LedgerCare(Path warehouse, LocalDate day) {
        this.warehouse = warehouse;
        this.ledger = new Ledger(warehouse.resolve("ledger"));
        this.health = new LedgerHealth(warehouse);
        this.sources = new Sources(warehouse.resolve(Sources.FOLDER));
        this.day = day;
    }

    /** Brings a copy up to date. A damaged ledger is not copied, lest a good copy be lost. */
    public List<String> backup(Path copy) throws IOException {
        health.require(day);
        health.requireAll();
        Backup backup = new Backup(ledger, copy);
        int copied = backup.write();
        int files = backup.write(sources, hashes(submissions()));
        return List.of("台账已备份到 " + copy + "：复制 " + copied + " 个文件，" + health.summary() + "；原件复制 " + files + " 个");
    }

    /**
     * Copies back what is damaged or missing.
     *
     * @throws DamagedLedgerException if the copy cannot serve, or something is still wrong
     */
    public List<String> restore(Path copy) throws IOException {
        Path away = away();
        Backup backup = new Backup(ledger, copy);
        Backup.Restored done = backup.restore(away);
        List<String> told = new ArrayList<>();
        done.restored().forEach(file -> told.add("已恢复 " + file));
        done.aside().forEach(file -> told.add("已移出 " + file + " → " + away));
        List<String> left = health.problems(true);
        if (left.isEmpty()) {
            backup.restore(sources, hashes(submissions())).forEach(hash -> told.add("已恢复原件 " + hash));
            told.add("台账完好，" + health.summary() + "；下次运行照常");
            return told;
        }
        left.forEach(problem -> told.add("仍有问题：" + problem));
        told.add("备份中没有这些文件；另有备份就再恢复一次，没有就用 ./tongcang ledger admit-loss --reason 原因");
        throw new DamagedLedgerException(String.join("；", told));
    }

    /**
     * Takes a submission out.
     *
     * @param submission its id
     * @throws InvalidFileException if the ledger does not hold it
     */
    public List<String> withdraw(String submission, String reason) throws IOException {
        health.require(day);
        health.requireAll();
        Set<String> withdrawn = ledger.chain().withdrawn();
        if (!ledger.submissionIds().contains(submission) || withdrawn.contains(submission)) {
            throw new InvalidFileException(
                    ledger.folder().toString(),
                    0,
                    "台账中没有报送件 " + submission
                            + (withdrawn.contains(submission) ? "，它已经撤回" : "；编号见 dim_submission.submission_id"));
        }
        // first: a kill in between leaves a submission without its source, and not a source that nobody knows to be
        // secret
        Optional<String> source = purge(submission);
        List<String> parts = new Withdrawal(ledger)
                .withdraw(
                        submission,
                        reason,
                        day,
                        (id, part, target) -> PartFilter.without(id, part, target, temporary()));
        health.requireAll();
        List<String> told = new ArrayList<>();
        told.add("报送件 " + submission + " 已从台账撤回，重写 " + parts.size() + " 个文件；撤回记入链上第 "
                + ledger.chain().links().size() + " 环");
        source.ifPresent(told::add);
        told.add("请再运行一次作业，新的发布版就没有它；报送目录中的原件请自行移走，它不会再被收取");
        told.add("旧发布版、备份和日志中仍有它：旧发布版在 " + warehouse.resolve("releases") + "，不应保留的请删除其目录；再做一次 ledger backup 会清除备份中的");
        return told;
    }

    /** Deletes the file itself, unless another submission is the same. */
    private Optional<String> purge(String submission) throws IOException {
        List<Submission> all = submissions();
        Submission own =
                all.stream().filter(s -> s.id().equals(submission)).findFirst().orElseThrow();
        boolean shared =
                hashes(all.stream().filter(s -> !s.equals(own)).toList()).contains(own.sha256());
        if (shared) {
            return Optional.of("原件仍保留在 " + sources.file(own.sha256()) + "：另有报送件与它内容相同，也要撤回才会删除");
        }
        return sources.purge(own.sha256()) ? Optional.of("原件 " + own.sha256() + " 已从 sources 中删除") : Optional.empty();
    }

    private List<Submission> submissions() throws IOException {
        try (LedgerSubmissions submissions = new LedgerSubmissions(ledger.folder(), temporary())) {
            return submissions.all().stream()
                    .map(LedgerSubmissions.Known::submission)
                    .toList();
        }
    }

    private static Set<String> hashes(List<Submission> submissions) {
        return submissions.stream().map(Submission::sha256).collect(Collectors.toSet());
    }

    private Path temporary() {
        return warehouse.resolve("tmp");
    }

    /** Gives up all runs that are damaged. */
    public List<String> admitLoss(String reason) throws IOException {
        if (health.problems(true).isEmpty()) {
            return List.of("台账完好，没有可放弃的；" + health.summary());
        }
        Path away = away();
        List<String> aside = new Loss(ledger, away).admit(reason, health.strangeHeads(), day);
        List<String> told = new ArrayList<>();
        aside.forEach(run -> told.add("已放弃 " + run + " → " + away));
        told.add("损失记入链上第 " + ledger.chain().links().size() + " 环；其中报送件的原件若仍在报送目录，下次运行会重新收取，否则就此缺失");
        List<String> left = health.problems(true);
        if (!left.isEmpty()) {
            throw new DamagedLedgerException(String.join("；", left));
        }
        return told;
    }

    private Path away() {
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        return warehouse.resolve("set-aside").resolve(time);
    }
}
