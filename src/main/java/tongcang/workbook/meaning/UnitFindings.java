package tongcang.workbook.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongcang.Finding;
import tongcang.Measure;
import tongcang.Provenance;
import tongcang.Severity;
import tongcang.UnitSource;
import tongcang.quantity.Units;
import tongcang.workbook.label.CaptionUnit;

/** What a table says twice of its units, and what it leaves open: one finding a table and unit, with the first cell. */
final class UnitFindings {
    private final CaptionUnit caption;
    private final Units units;
    private final String stated;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    UnitFindings(CaptionUnit caption, Units units) {
        this.caption = caption;
        this.units = units;
        this.stated = String.join("、", caption.units());
    }

    /** Takes in a figure's unit. */
    void add(Provenance.Cell place, UnitRule.Found unit, Measure said) {
        if (caption.isEmpty()) {
            return;
        }
        if (unit.isEmpty() && said == Measure.LEVEL) {
            findings.computeIfAbsent("", u -> ambiguous(place));
        } else if (said == Measure.LEVEL && isNearer(unit) && !known.computeIfAbsent(unit.text(), this::isStated)) {
            findings.computeIfAbsent(unit.text(), u -> conflict(place, unit));
        }
    }

    List<Finding> findings() {
        return new ArrayList<>(findings.values());
    }

    private static boolean isNearer(UnitRule.Found unit) {
        return unit.source() != UnitSource.NONE && unit.source().compareTo(UnitSource.CAPTION) < 0;
    }

    /** Rates have units of their own in every table; the same unit may be spelled in two ways. */
    private boolean isStated(String unit) {
        boolean rate =
                units.parse(unit).map(u -> u.dimension().startsWith("percent")).orElse(false);
        return rate
                || caption.units().stream()
                        .anyMatch(u -> u.equals(unit) || units.parse(u).equals(units.parse(unit)));
    }

    private Finding ambiguous(Provenance.Cell place) {
        return new Finding(
                "workbook.unit-open",
                Severity.WARNING,
                place,
                stated,
                "",
                place.place() + "：表上的计量单位“" + stated + "”不能确定用于该数值，未采用单位；请在列头或行头写明单位");
    }

    private Finding conflict(Provenance.Cell place, UnitRule.Found unit) {
        String where = switch (unit.source()) {
            case CELL -> "单元格";
            case ROW_HEAD -> "行头";
            case UNIT_COLUMN -> "计量单位栏";
            default -> "列头";
        };
        return new Finding(
                "workbook.unit-conflict",
                Severity.INFO,
                place,
                stated,
                unit.text(),
                place.place() + "：表上写明单位“" + stated + "”，" + where + "写明“" + unit.text() + "”，已按较近的“" + unit.text()
                        + "”采用；如不对请改正");
    }
}
