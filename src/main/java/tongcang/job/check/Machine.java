package tongcang.job.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the machine has to give: Java, a temporary folder, disk, permissions. */
public final class Machine {
    private static final int OLDEST_JAVA = 17;
    private static final long MEGABYTE = 1L << 20;

    /** What receipts and compression lay there for a while, and some air. */
    private static final long TEMPORARY = 200 * MEGABYTE;

    /** For a small warehouse's first night. */
    private static final long LEAST = 1024 * MEGABYTE;

    /** A failure with less room than this is put down to it. */
    private static final long SCARCE = 64 * MEGABYTE;

    private Machine() {}

    static List<Check> checks() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        return List.of(java(), encoding(), space("临时目录", temporary, TEMPORARY, TEMPORARY));
    }

    private static Check java() {
        String found = System.getProperty("java.vendor") + " " + Runtime.version();
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Check.good("Java", found)
                : Check.bad("Java", found, "安装 JDK " + OLDEST_JAVA + " 或更高版本，或设置 JAVA_HOME");
    }

    /** Without a Unicode encoding of names Java cannot open files with Chinese names. */
    static Check encoding() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        return encoding.matches("(?i)utf-?8|gb18030|gbk|cp936|ms936")
                ? Check.good("文件名编码", encoding)
                : Check.bad("文件名编码", encoding, "设置环境变量 LC_ALL=C.UTF-8，或用 ./tongcang 启动");
    }

    /** Whether a folder, or where it will be made, can be written. */
    static Check writable(String name, Path folder) {
        Path existing = existing(folder);
        try {
            Files.delete(Files.createTempFile(existing, ".doctor", ""));
            return Check.good(name, folder.toString());
        } catch (IOException e) {
            return Check.bad(name, existing + " 不可写（" + e.getClass().getSimpleName() + "）", "给运行作业的用户写权限，或以可写方式挂载该磁盘");
        }
    }

    static Check space(String name, Path folder, long needed) {
        return space(name, folder, needed, LEAST);
    }

    private static Check space(String name, Path folder, long needed, long least) {
        try {
            long free = Files.getFileStore(existing(folder)).getUsableSpace();
            long wanted = Math.max(needed, least);
            String found = folder + " 可用 " + free / MEGABYTE + " MB";
            return free >= wanted
                    ? Check.good(name, found)
                    : Check.bad(name, found + "，需要 " + wanted / MEGABYTE + " MB", "腾出空间，或减少作业的 retention");
        } catch (IOException e) {
            return Check.bad(name, e.toString(), "检查该目录是否存在");
        }
    }

    /** A word about the disk where it is so full that this may be why something failed; else empty. */
    public static String shortage(Path folder) {
        try {
            long free = Files.getFileStore(existing(folder)).getUsableSpace();
            return free < SCARCE ? "磁盘已满或将满（" + folder + " 可用 " + free / MEGABYTE + " MB）；" : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static Path existing(Path folder) {
        Path path = folder.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
