package tongcang.fault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the job on a small disk with less and less room, then makes room and runs it again; what comes of it must be what an
 * undisturbed run makes. The folder of {@link Kills} must be there; the small disk is a mount of some 200 MB.
 *
 * <pre>FullDisk FOLDER-OF-KILLS SMALL-DISK [JAR]</pre>
 */
final class FullDisk {
    /** Kilobytes that are left free: from nothing to almost enough. */
    private static final List<Integer> FREE = List.of(0, 64, 600, 1500, 4000, 9000, 16000, 24000);

    private FullDisk() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Path small = Path.of(args[1]).toAbsolutePath();
        Path jar = Path.of(args.length > 2 ? args[2] : "target/tongcang.jar");
        WarehouseContent whole = WarehouseContent.of(folder.resolve("whole"));
        for (int free : FREE) {
            Path warehouse = small.resolve("warehouse");
            FileSystemUtils.deleteRecursively(warehouse);
            FileSystemUtils.copyRecursively(folder.resolve("before"), warehouse);
            String before = WarehouseContent.observations(warehouse);
            Path ballast = small.resolve("ballast");
            fill(ballast, Files.getFileStore(small).getUsableSpace() - free * 1024L);
            ChildRun full = ChildRun.start(Kills.java(folder, jar), folder.resolve("input"), warehouse, folder.resolve("full"));
            int exit = full.exitCode();
            String step = full.step();
            String told = full.console().lines().filter(line -> line.matches("(运行失败|tongcang:).*")).findFirst().orElse("nothing told");
            boolean readable = exit == 0 || before.equals(WarehouseContent.observations(warehouse));
            Files.delete(ballast);
            ChildRun again = ChildRun.start(Kills.java(folder, jar), folder.resolve("input"), warehouse, folder.resolve("full"));
            boolean equal = again.exitCode() == 0 && WarehouseContent.of(warehouse).equals(whole);
            System.out.println(free + " kB free: exit " + exit + " in " + step + ", old release "
                    + (readable ? "readable" : "GONE") + ", " + told + "; with room again "
                    + (equal ? "equal" : "NOT EQUAL: " + again.console()));
        }
    }

    private static void fill(Path ballast, long bytes) throws IOException {
        byte[] zeros = new byte[1 << 16];
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            for (long left = bytes; left > 0; left -= zeros.length) {
                file.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
    }
}
