package tongcang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tongcang.InvalidFileException;
import tongcang.job.check.Doctor;
import tongcang.job.definition.JobFile;
import tongcang.warehouse.release.Releases;
import tongcang.warehouse.release.Signature;

/** The options by which a command finds the project and its warehouse. */
final class Project {
    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "folder with jobs and seeds, such as init makes; the program's own by default")
    private @Nullable Path given;

    @Option(names = "--warehouse", paramLabel = "DIR", description = "warehouse folder, instead of the job's")
    private @Nullable Path warehouse;

    /** The folder that holds jobs and seeds: given, the launcher's, or the current one. */
    Path root() {
        String launcher = System.getProperty("tongcang.home", "");
        return given != null ? given : Path.of(launcher);
    }

    /** A file that was named on the command line and is there. */
    static Path existing(@Nullable Path file) {
        if (file == null || !Files.isRegularFile(file)) {
            boolean isFolder = file != null && Files.isDirectory(file);
            throw new InvalidFileException(
                    String.valueOf(file), 0, isFolder ? "is a folder; expected a file" : "no such file");
        }
        return file;
    }

    JobFile job(String name) {
        if (!name.matches("[\\p{IsAlphabetic}\\p{IsDigit}_-]+")) {
            throw new InvalidFileException(
                    "jobs/" + name + ".yml", 0, "a job's name has letters, digits, - and _ only");
        }
        Path file = root().resolve("jobs").resolve(name + ".yml");
        if (!Files.exists(file)) {
            throw new InvalidFileException("jobs/" + name + ".yml", 0, "没有这个作业；现有作业：" + jobs());
        }
        return JobFile.load(file);
    }

    private String jobs() {
        return Doctor.jobFiles(root()).stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.yml$", ""))
                .collect(Collectors.joining("、"));
    }

    @Nullable
    Path warehouseOption() {
        return warehouse;
    }

    /** The warehouse of the option, else that of the nightly job. */
    Path warehouse() {
        return warehouse != null ? warehouse : root().resolve(job("nightly").warehouse());
    }

    /** The public key of the nightly job's signatures, if it names one. */
    Optional<Path> publicKey() {
        return Optional.ofNullable(job("nightly").signingKey()).map(key -> Signature.publicKey(root().resolve(key)));
    }

    /** The codelists of the nightly job. */
    Path codelists() {
        return root().resolve(job("nightly").seeds()).resolve("codelists");
    }

    /** The DuckDB file of the current release. */
    Path currentDatabase() {
        Releases releases = new Releases(warehouse());
        Optional<String> current = releases.current();
        return releases.database(current.orElseThrow(() -> new InvalidFileException(
                warehouse().resolve("CURRENT").toString(), 0, "no release yet; make one with: tongcang run nightly")));
    }
}
