package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.job.check.LedgerCare;
import tongcang.job.watch.RunLock;
import tongcang.ledger.chain.DamagedLedgerException;
import tongcang.support.Printable;

/** {@code ledger}: copies the ledger, copies it back, takes a submission out, gives up what is lost. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        subcommandsRepeatable = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Copies the ledger and copies it back, withdraws a submission, admits a loss.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the ledger or the copy is damaged",
            "2:wrong usage, no such submission, or a run holds the lock"
        })
final class LedgerCommand {
    @Spec
    private @Nullable CommandSpec spec;

    /** Something that is done to a ledger, and what it tells. */
    private interface Act {
        List<String> on(LedgerCare ledger) throws IOException;
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Copies what the copy in a folder lacks; a damaged ledger is not copied.")
    int backup(@Mixin Project at, @Parameters(paramLabel = "DIR", description = "folder of the copy") Path copy)
            throws IOException {
        return locked(at, ledger -> ledger.backup(copy));
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Copies back from a backup what is damaged or missing; what is of neither is moved away.")
    int restore(@Mixin Project at, @Parameters(paramLabel = "DIR", description = "folder of the copy") Path copy)
            throws IOException {
        return locked(at, ledger -> ledger.restore(copy));
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description =
                    "Takes all figures of a submission out of the ledger: a file of the wrong bureau, or a secret.")
    int withdraw(
            @Mixin Project at,
            @Parameters(paramLabel = "SUBMISSION", description = "its id, as in dim_submission") String submission,
            @Option(names = "--reason", required = true, description = "why; it is written down in the ledger")
                    String reason)
            throws IOException {
        return locked(at, ledger -> ledger.withdraw(submission, reason));
    }

    @Command(
            name = "admit-loss",
            mixinStandardHelpOptions = true,
            description = "Gives up the runs that are damaged and in no backup, and writes this down in the ledger.")
    int admitLoss(
            @Mixin Project at,
            @Option(names = "--reason", required = true, description = "why; it is written down in the ledger")
                    String reason)
            throws IOException {
        return locked(at, ledger -> ledger.admitLoss(reason));
    }

    private int locked(Project at, Act act) throws IOException {
        Path warehouse = at.warehouse();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Optional<RunLock> lock = RunLock.take(warehouse.resolve("state"));
        if (lock.isEmpty()) {
            out.println("另一个运行正在进行（" + RunLock.holder(warehouse.resolve("state")) + "），请等它结束");
            return flushed(out, 2);
        }
        LocalDate today = LocalDate.now(ZoneId.of(at.job("nightly").schedule().zone()));
        try (RunLock held = lock.get()) {
            act.on(new LedgerCare(warehouse, today)).forEach(line -> out.println(Printable.line(line)));
            return flushed(out, 0);
        } catch (DamagedLedgerException e) {
            out.println(Printable.line(String.valueOf(e.getMessage())));
            return flushed(out, 1);
        }
    }

    private static int flushed(PrintWriter out, int exit) {
        out.flush();
        return exit;
    }
}
