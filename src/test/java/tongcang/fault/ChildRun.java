package tongcang.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code tongcang run nightly} as a process of its own, which can be killed. */
final class ChildRun {
    private static final Predicate<String> STEP = line -> line.endsWith(" …");

    private final Process process;
    private final Path messages;

    private ChildRun(Process process, Path messages) {
        this.process = process;
        this.messages = messages;
    }

    /**
     * Starts a run.
     *
     * @param java the Java command with its options and class path, and the main class or jar
     * @param scratch for what the process writes to its console and its temporary files
     */
    static ChildRun start(List<String> java, Path input, Path warehouse, Path scratch) throws IOException {
        Path temporary = Files.createDirectories(scratch.resolve("tmp"));
        Path messages = scratch.resolve("console.txt");
        List<String> command = new ArrayList<>(java);
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("run", "nightly", "--date", "2023-07-20"));
        command.addAll(List.of("--input", input.toString(), "--warehouse", warehouse.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(messages.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new ChildRun(builder.start(), messages);
    }

    /** Waits so long for it to end by itself. */
    boolean ends(long milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Waits until its console shows a text, or it has ended. */
    void shows(String text) throws IOException, InterruptedException {
        boolean shown = false;
        while (!shown && !ends(20)) {
            shown = console().contains(text);
        }
    }

    /** SIGKILL: it learns nothing of it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and waits for its end. */
    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    /** What it has written to its console so far. */
    String console() throws IOException {
        return new String(Files.readAllBytes(messages), StandardCharsets.UTF_8);
    }

    /** How many steps of the job its console has named. */
    int steps() throws IOException {
        return (int) console().lines().filter(STEP).count();
    }

    /** The step that its console last named. */
    String step() throws IOException {
        return console()
                .lines()
                .filter(STEP)
                .reduce("启动 …", (earlier, later) -> later)
                .replace(" …", "");
    }
}
