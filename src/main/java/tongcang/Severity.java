package tongcang;

/** How much a finding weighs (VTL errorlevel; 审核关系的级别). */
public enum Severity {
    /** 强制性: the figure or file is not used until it is mended. */
    ERROR("强制性"),
    /** 核实性: used, and to be confirmed. */
    WARNING("核实性"),
    /** 提示: nothing to do, but nothing is left unsaid. */
    INFO("提示");

    private final String chinese;

    Severity(String chinese) {
        this.chinese = chinese;
    }

    /** The word a statistician reads. */
    public String chinese() {
        return chinese;
    }
}
