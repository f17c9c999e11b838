package tongcang.report;

import java.time.Duration;

/** A file that cannot be read: a rule and what to say to the department. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String rule;

    Unreadable(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    /** The message, which is never missing. */
    String said() {
        return String.valueOf(getMessage());
    }

    static Unreadable corrupt() {
        return new Unreadable("report.corrupt", "文件已损坏，无法打开；请重新保存后报送");
    }

    static Unreadable encrypted() {
        return new Unreadable("report.encrypted", "文件有打开密码，无法读取；请取消密码后报送");
    }

    static Unreadable tooSlow(Duration most) {
        return new Unreadable("report.too-slow", "读取超过 " + most.toSeconds() + " 秒，已放弃；请拆分或另存为 .docx 后报送");
    }

    static Unreadable tooLarge(String what) {
        return new Unreadable("report.too-large", what + "，未读取；请拆分后报送，或在作业定义的 limits 中放宽后把文件放入新的收到日期目录");
    }
}
