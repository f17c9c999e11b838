package tongcang.workbook.page;

/** What a cell was understood to be; the names are what a statistician reads. */
public enum Role {
    TITLE("标题"),
    UNIT("单位"),
    HEAD("表头"),
    INDEX("序号行"),
    STUB("行头"),
    DATA("数值"),
    HELD("数值（待定）"),
    DOUBT("数值（有审核发现）"),
    REFUSED("未采用（有审核发现）"),
    EMPTY("空缺标记"),
    NOTE("表外文字"),
    IGNORED("未读取");

    private final String chinese;

    Role(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    /** The class of its cells on a page. */
    String css() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
