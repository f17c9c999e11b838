package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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
import tongcang.InvalidFileException;
import tongcang.cli.print.TextTable;
import tongcang.job.check.LedgerHealth;
import tongcang.ledger.ParquetFile;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.Releases;
import tongcang.warehouse.release.Signature;

/** {@code release}: which releases there are, which one is shown, and whether one is whole. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        subcommandsRepeatable = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists releases, shows another one (rollback), verifies one.")
final class ReleaseCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists all releases; * marks the current one.")
    int list(@Mixin Project at) {
        Releases releases = new Releases(at.warehouse());
        Optional<String> current = releases.current();
        TextTable table =
                new TextTable(List.of("", "发布版", "发布时间", "报送件", "程序版本"), List.of(false, false, false, true, false));
        for (String id : releases.ids()) {
            Manifest manifest = releases.manifest(id);
            table.add(
                    current.equals(Optional.of(id)) ? "*" : "",
                    id,
                    manifest.created().replaceAll("\\.\\d+", ""),
                    manifest.submissions(),
                    manifest.codeVersion());
        }
        out().print(table.text());
        return flushed(0);
    }

    @Command(
            name = "use",
            mixinStandardHelpOptions = true,
            description = "Shows another release. Rolling back is this command; nothing is built or deleted.")
    int use(@Mixin Project at, @Parameters(paramLabel = "ID", description = "id of a release") String id)
            throws IOException {
        known(at, id).use(id);
        out().println("当前发布版现在是 " + id);
        return flushed(0);
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Compares every file of a release with its manifest, reads its Parquet by a second reader, and checks the"
                            + " ledger's chain.")
    int verify(
            @Mixin Project at,
            @Option(
                            names = "--key",
                            paramLabel = "FILE",
                            description =
                                    "public key of the one who signs; by default that beside the job's signing-key")
                    @Nullable
                    Path key,
            @Parameters(paramLabel = "ID", arity = "0..1", description = "id of a release; by default the current one")
                    @Nullable
                    String named)
            throws IOException {
        String id = named == null ? shown(at) : named;
        Releases releases = known(at, id);
        Optional<Path> trusted = Optional.ofNullable(key).or(at::publicKey);
        List<String> wrong = new ArrayList<>(releases.verify(id, ParquetFile::sums, trusted));
        new LedgerHealth(at.warehouse()).problems(false).forEach(problem -> wrong.add("ledger: " + problem));
        wrong.forEach(line -> out().println(line));
        int files = releases.manifest(id).files().size();
        out().println(
                        wrong.isEmpty()
                                ? "发布版 " + id + " 完好：" + files + " 个文件" + (trusted.isPresent() ? "，签名无误" : "，未核对签名")
                                : "发布版 " + id + " 有 " + wrong.size() + " 处损坏");
        return flushed(wrong.isEmpty() ? 0 : 1);
    }

    @Command(
            name = "keygen",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a pair of Ed25519 keys: FILE signs (name it as signing-key in the job), FILE.pub verifies.")
    int keygen(@Parameters(paramLabel = "FILE", description = "where the private key goes; none is replaced") Path file)
            throws IOException {
        Signature.generate(file);
        out().println("私钥 " + file + "（只有本用户可读，请勿外传），公钥 " + Signature.publicKey(file) + "；在作业中写 signing-key: " + file);
        return flushed(0);
    }

    private static String shown(Project at) {
        return new Releases(at.warehouse())
                .current()
                .orElseThrow(() -> new InvalidFileException(
                        at.warehouse().toString(), 0, "no release yet; run a job first, or name a release"));
    }

    private static Releases known(Project at, String id) {
        Releases releases = new Releases(at.warehouse());
        if (!releases.ids().contains(id)) {
            throw new InvalidFileException(
                    releases.folder(id).toString(),
                    0,
                    "no such release; there are: " + String.join(", ", releases.ids()));
        }
        return releases;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private int flushed(int exit) {
        out().flush();
        return exit;
    }
}
