package tongcang.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the job at random moments over a tray of 320 workbooks and runs it again, until it gets through; then compares
 * with what a run that nobody killed has made. While it goes on, the release before must answer.
 *
 * <pre>Kills COUNT FOLDER [KILL|TERM] [JAR]</pre>
 */
final class Kills {
    private static final int OLD = 100;
    private static final int ALL = 320;

    /** Milliseconds that start, intake, extract, append, code, build, audit, receipts and release usually take. */
    private static final List<Integer> USUAL = List.of(800, 100, 2500, 300, 1200, 600, 400, 1000, 3000);

    private final Path folder;
    private final List<String> java;
    private final boolean gently;
    private final Random random = new Random(20230720);
    private final Map<String, Integer> steps = new TreeMap<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger failedReads = new AtomicInteger();

    private Kills(Path folder, boolean gently, Path jar) {
        this.folder = folder;
        this.gently = gently;
        this.java = java(folder, jar);
    }

    /** The command of a run, with an archive of classes that the first run makes. */
    static List<String> java(Path folder, Path jar) {
        Path archive = folder.resolve("classes.jsa");
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:" + (Files.exists(archive) ? "SharedArchiveFile=" : "ArchiveClassesAtExit=") + archive,
                "-Xlog:disable",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dtongcang.home=" + Path.of("").toAbsolutePath(),
                "-jar",
                jar.toString());
    }

    /** Runs the experiment and prints what came of it; exits with 1 where a promise was broken. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int count = Integer.parseInt(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
        boolean gently = args.length > 2 && args[2].equals("TERM");
        Path jar = Path.of(args.length > 3 ? args[3] : "target/tongcang.jar");
        new Kills(folder, gently, jar).prepare();
        System.exit(new Kills(folder, gently, jar).run(count) ? 0 : 1);
    }

    /** The tray, a warehouse with an older release, and what a run makes of them that nobody disturbs. */
    private void prepare() throws IOException, InterruptedException {
        Path input = folder.resolve("input");
        if (Files.exists(folder.resolve("whole"))) {
            return;
        }
        GeneratedTray.write(input, 0, OLD);
        exit(start(input, folder.resolve("before")));
        GeneratedTray.write(input, OLD, ALL);
        FileSystemUtils.copyRecursively(folder.resolve("before"), folder.resolve("whole"));
        exit(start(input, folder.resolve("whole")));
    }

    private boolean run(int count) throws IOException, InterruptedException {
        WarehouseContent whole = WarehouseContent.of(folder.resolve("whole"));
        int killed = 0;
        int trials = 0;
        int equal = 0;
        while (killed < count) {
            trials++;
            Path warehouse = folder.resolve("trial");
            FileSystemUtils.deleteRecursively(warehouse);
            FileSystemUtils.copyRecursively(folder.resolve("before"), warehouse);
            Thread reader = reader(warehouse);
            boolean through = false;
            while (!through) {
                ChildRun run = start(folder.resolve("input"), warehouse);
                through = killed >= count ? ended(run) : endsBefore(moment(), run);
                if (through) {
                    exit(run);
                } else {
                    killed++;
                    kill(run);
                }
            }
            reader.interrupt();
            reader.join();
            WarehouseContent content = WarehouseContent.of(warehouse);
            boolean same = content.equals(whole) && !Files.exists(warehouse.resolve("work"));
            equal += same ? 1 : 0;
            System.out.println(killed + " killed, " + equal + " of " + trials + " equal, old release read "
                    + reads.get() + " times, failed " + failedReads.get() + "; killed in " + steps + ends);
            if (!same) {
                FileSystemUtils.copyRecursively(warehouse, folder.resolve("unequal-" + trials));
            }
        }
        return equal == trials && failedReads.get() == 0;
    }

    /** So long after its console has named so many steps. */
    private record Moment(int steps, long milliseconds) {}

    /**
     * A random moment: the steps are drawn by how long they usually take, so that a busy machine does not shift it. One
     * run in six is let through.
     */
    private Moment moment() {
        int drawn = random.nextInt(USUAL.stream().mapToInt(Integer::intValue).sum() * 6 / 5);
        for (int step = 0; step < USUAL.size(); step++) {
            if (drawn < USUAL.get(step)) {
                return new Moment(step, random.nextInt(USUAL.get(step)));
            }
            drawn -= USUAL.get(step);
        }
        return new Moment(Integer.MAX_VALUE, 0);
    }

    private static boolean endsBefore(Moment moment, ChildRun run) throws IOException, InterruptedException {
        boolean ended = false;
        while (!ended && run.steps() < moment.steps()) {
            ended = run.ends(20);
        }
        return ended || run.ends(moment.milliseconds());
    }

    private static boolean ended(ChildRun run) throws InterruptedException {
        run.exitCode();
        return true;
    }

    private void kill(ChildRun run) throws IOException, InterruptedException {
        if (gently) {
            ends.merge(run.terminate() + (run.console().contains("按要求停止") ? " stopped" : " not told"), 1, Integer::sum);
        } else {
            run.kill();
        }
        steps.merge(run.step(), 1, Integer::sum);
        FileSystemUtils.deleteRecursively(folder.resolve("scratch"));
    }

    private ChildRun start(Path input, Path warehouse) throws IOException {
        return ChildRun.start(java, input, warehouse, folder.resolve("scratch"));
    }

    private void exit(ChildRun run) throws IOException, InterruptedException {
        if (run.exitCode() != 0) {
            throw new IllegalStateException("exit " + run.exitCode() + ": " + run.console());
        }
        FileSystemUtils.deleteRecursively(folder.resolve("scratch"));
    }

    /** Asks the current release all the time, as an analyst would. */
    private Thread reader(Path warehouse) {
        Thread reader = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    reads.incrementAndGet();
                    WarehouseContent.observations(warehouse);
                    Thread.sleep(1500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    failedReads.incrementAndGet();
                    System.out.println("the release could not be read: " + e);
                }
            }
        });
        reader.start();
        return reader;
    }
}
