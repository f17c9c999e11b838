package tongcang.coding;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tongcang.InvalidFileException;
import tongcang.LabelMeaning;
import tongcang.coding.region.RegionList;
import tongcang.quantity.Units;

/** The codelists of {@code seeds/codelists}: what is known before the first run. */
public final class Codelists {
    private final Units units;
    private final List<String> unitNames;
    private final IndicatorList indicators;
    private final SubjectList subjects;
    private final RegionList regions;
    private final DepartmentList departments;
    private final MemberList members;
    private final LabelList labels;
    private final LabelUnits labelUnits;

    private Codelists(Path folder) {
        this.units = UnitFile.read(folder);
        this.unitNames = UnitFile.names(folder);
        this.indicators = IndicatorList.read(folder, units);
        this.subjects = SubjectList.read(folder, indicators);
        this.regions = RegionList.read(folder);
        this.departments = DepartmentList.read(folder);
        this.members = MemberList.read(folder);
        ExchangeRates.check(folder, units);
        this.labels = new LabelList(indicators, members, departments).read(folder);
        this.labelUnits = LabelUnits.read(folder, units, departments);
    }

    /**
     * Reads all codelists.
     *
     * @throws InvalidFileException with file, line and reason where one is wrong
     */
    public static Codelists load(Path folder) {
        return new Codelists(folder);
    }

    /**
     * Takes up what an official form declares of a label.
     *
     * @param file the file that declares it, for the error
     * @param line of that file
     * @throws InvalidFileException where a code is unknown, or a label is declared twice with different meanings
     */
    public void declare(String file, long line, LabelMeaning meaning) {
        try {
            labels.add(meaning);
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(file, line, String.valueOf(e.getMessage()));
        }
    }

    /** The unit catalogue. */
    public Units units() {
        return units;
    }

    /** All indicators, in the file's order. */
    public Collection<Indicator> indicators() {
        return indicators.all();
    }

    /** The official name of a department by code, name or alias; empty where it is not listed. */
    public Optional<String> departmentName(String said) {
        return departments.nameOf(said);
    }

    /** The name or alias of a listed department that is most likely meant; empty where none is near. */
    public Optional<String> nearestDepartment(String said) {
        return departments.nearest(said);
    }

    /** The members of all classifications, as {@code dimension=member name}, in the file's order. */
    public List<String> memberChoices() {
        return members.choices();
    }

    /** The departments, as {@code CODE 名称}. */
    public List<String> departmentChoices() {
        return departments.choices();
    }

    /** The names of all subjects, in the file's order. */
    public List<String> subjectChoices() {
        return subjects.all();
    }

    /** The units that are listed, without 万 and 亿, as {@code CODE 名称}. */
    public List<String> simpleUnitChoices() {
        return unitNames;
    }

    /** The units that indicators are shown in, those of most indicators first. */
    public List<String> unitChoices() {
        Map<String, Long> shown = indicators.all().stream()
                .collect(Collectors.groupingBy(i -> i.unit().code(), TreeMap::new, Collectors.counting()));
        return shown.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    IndicatorList indicatorList() {
        return indicators;
    }

    SubjectList subjects() {
        return subjects;
    }

    /** All places. */
    public RegionList regions() {
        return regions;
    }

    DepartmentList departments() {
        return departments;
    }

    MemberList members() {
        return members;
    }

    LabelUnits labelUnits() {
        return labelUnits;
    }

    LabelList labels() {
        return labels;
    }
}
