package tongcang.report.document;

import java.time.Duration;

/** A file that cannot be read: a rule and what to say to the department. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;
    private final String rule;

    UnreadableFile(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }

    /** The message, which is never missing. */
    public String said() {
        return String.valueOf(getMessage());
    }

    static UnreadableFile corrupt() {
        return new UnreadableFile("report.corrupt", "文件已损坏，无法打开；请重新保存后报送");
    }

    static UnreadableFile encrypted() {
        return new UnreadableFile("report.encrypted", "文件有打开密码，无法读取；请取消密码后报送");
    }

    public static UnreadableFile tooSlow(Duration most) {
        return new UnreadableFile("report.too-slow", "读取超过 " + most.toSeconds() + " 秒，已放弃；请拆分或另存为 .docx 后报送");
    }

    public static UnreadableFile outOfMemory() {
        return new UnreadableFile("report.out-of-memory", "读取所需内存超过本机可用内存；请拆分后报送，或增大内存（TONGCANG_OPTS=-Xmx2g）");
    }

    public static UnreadableFile tooLarge(String what) {
        return new UnreadableFile("report.too-large", what + "，未读取；请拆分后报送，或在作业定义的 limits 中放宽后把文件放入新的收到日期目录");
    }
}
