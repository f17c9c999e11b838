package tongcang;

import java.util.Locale;

/** How settled a value is (SDMX: OBS_STATUS), from the firmest to the softest. */
public enum Status {
    /** 最终核实, or stated without reserve. */
    ACTUAL,
    /** 初步核算. */
    PRELIMINARY,
    /** 预计: the period is over or nearly so, the value is not yet counted. */
    EXPECTED,
    /** A goal or plan for the future. */
    TARGET;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in data files and JSON, in lower case. */
    public String code() {
        return code;
    }
}
