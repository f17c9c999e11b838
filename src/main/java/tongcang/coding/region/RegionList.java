package tongcang.coding.region;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tongcang.InvalidFileException;
import tongcang.coding.codelist.CodelistFile;

/**
 * The places of {@code regions.csv} (the nation's, GB/T 2260 since 1981, and countries by ISO 3166), {@code
 * regions_own.csv} (the bureau's zones, townships, villages, and further names) and {@code region_groups.csv}.
 */
public final class RegionList {
    static final String NATION = "regions.csv";
    /** The bureau's own lines. */
    public static final String OWN = "regions_own.csv";

    /** Names that a person decided are of no place that is for us; a file that need not be there. */
    public static final String IGNORED = "ignored_regions.csv";

    /** Its columns. */
    public static final List<String> IGNORED_COLUMNS = List.of("name");

    private static final String GROUPS = "region_groups.csv";
    private static final List<String> COLUMNS =
            List.of("region", "name", "aliases", "level", "parent", "valid_from", "valid_to", "replaced_by");
    private static final Pattern NATIONAL_CODE = Pattern.compile("\\d{6}|[A-Z]{3}");
    private static final Pattern OWN_CODE = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");
    private static final Pattern GROUP_CODE = Pattern.compile("G_[A-Z]+");
    private static final Pattern MARKS = Pattern.compile("[\\s#*]|[.。,，、:：]+$");

    /** Lines of each code, the last one newest. */
    private final Map<String, List<Region>> regions = new LinkedHashMap<>();

    private final RegionNames names = new RegionNames();
    private final Set<String> ignored = new HashSet<>();

    private RegionList() {}

    /**
     * Reads the three files.
     *
     * @throws InvalidFileException with file, line and reason where one is wrong
     */
    public static RegionList read(Path folder) {
        RegionList list = new RegionList();
        new CodelistFile(folder, NATION).read(COLUMNS, line -> list.add(line, NATIONAL_CODE, false));
        new CodelistFile(folder, OWN).read(COLUMNS, line -> list.add(line, OWN_CODE, true));
        list.checkReferences();
        new CodelistFile(folder, GROUPS).read(List.of("region", "name", "aliases", "members"), list::addGroup);
        if (Files.exists(folder.resolve(IGNORED))) {
            new CodelistFile(folder, IGNORED)
                    .read(IGNORED_COLUMNS, line -> list.ignored.add(normal(CodelistFile.required(line, "name"))));
        }
        return list;
    }

    /** Whether a place of that code is listed. */
    public boolean has(String code) {
        return regions.containsKey(code);
    }

    /** All places that are there now and groups of them, as {@code CODE 名称}. */
    public List<String> choices() {
        return regions.values().stream()
                .map(lines -> lines.get(lines.size() - 1))
                .filter(region -> region.lastYear() == Region.NO_END)
                .map(region -> region.code() + " " + region.name())
                .toList();
    }

    /** The place that a code or a name means now, or the several that it may mean; empty where none. */
    public List<String> codes(String said) {
        List<String> found = has(said) ? List.of(said) : names.find(normal(said));
        List<String> now = found.stream()
                .filter(code -> get(code).lastYear() == Region.NO_END)
                .toList();
        return now.isEmpty() ? found : now;
    }

    /** Names that differ in one character only from one that is nowhere listed, as {@code CODE 名称}. */
    public List<String> nearest(String name) {
        return names.nearest(normal(name)).stream()
                .flatMap(near -> names.find(near).stream().map(code -> code + " " + near))
                .toList();
    }

    /** A line of the bureau's own list that gives further names to a place; empty of a group. */
    public Optional<List<String>> line(String code) {
        Region place = get(code);
        return place.level().equals("group")
                ? Optional.empty()
                : Optional.of(List.of(code, place.name(), "", place.level(), place.parent(), "", "", ""));
    }

    /** Whether a person decided that the name is of no place that is for us. */
    boolean isIgnored(String name) {
        return ignored.contains(normal(name));
    }

    /** The name of the place that has a code now; empty where none has. */
    public Optional<String> nameNow(String code) {
        return has(code)
                ? Optional.of(get(code))
                        .filter(r -> r.lastYear() == Region.NO_END)
                        .map(Region::name)
                : Optional.empty();
    }

    /** What a code stands for now, or stood for last. */
    Region get(String code) {
        List<Region> lines = regions.get(code);
        if (lines == null) {
            throw new IllegalArgumentException("no region " + code);
        }
        return lines.get(lines.size() - 1);
    }

    /** Whether a code stood for a place in one of the years. */
    boolean existed(String code, int from, int to) {
        return regions.getOrDefault(code, List.of()).stream().anyMatch(r -> r.overlaps(from, to));
    }

    /** Whether a place lies in another or is the same. */
    boolean isWithin(String code, String whole) {
        for (String at = code; !at.isEmpty(); at = get(at).parent()) {
            if (at.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /** The place of a level that another lies in, or that it is. */
    Optional<String> above(String code, String level) {
        for (String at = code; !at.isEmpty(); at = get(at).parent()) {
            if (get(at).level().equals(level)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    RegionNames names() {
        return names;
    }

    /** A name as it is looked up: without blanks and marks, in one width. */
    static String normal(String written) {
        if (written.chars().allMatch(c -> c >= '一' && c <= '鿿')) {
            return written; // as nearly all of the thousands of names are
        }
        return MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    private NamedCsvRecord add(NamedCsvRecord line, Pattern codes, boolean own) {
        String code = CodelistFile.required(line, "region");
        CodelistFile.require(
                codes.matcher(code).matches(),
                "region '" + code + "'; expected "
                        + (own ? "six, nine or twelve digits" : "six digits, or three capitals of a country"));
        int from = year(line, "valid_from", 0);
        int to = year(line, "valid_to", Region.NO_END);
        CodelistFile.require(from <= to, "valid_from " + from + " is behind valid_to " + to);
        Region region = new Region(
                code,
                CodelistFile.required(line, "name"),
                CodelistFile.required(line, "level"),
                line.getField("parent").strip(),
                from,
                to,
                CodelistFile.several(line.getField("replaced_by")));
        List<Region> lines = regions.computeIfAbsent(code, c -> new ArrayList<>(1));
        boolean moreNames = own && !lines.isEmpty();
        if (moreNames) {
            CodelistFile.require(
                    get(code).name().equals(region.name()),
                    "region " + code + " is '" + get(code).name() + "' in " + NATION + ", not '" + region.name()
                            + "'; its line here may only add aliases");
        } else {
            CodelistFile.require(
                    lines.isEmpty() || get(code).lastYear() < from,
                    "region '" + code + "' stands twice in the years from " + from);
            lines.add(region);
        }
        CodelistFile.names(line).forEach(name -> names.add(normal(name), code, own));
        return line;
    }

    private NamedCsvRecord addGroup(NamedCsvRecord line) {
        String code = CodelistFile.required(line, "region");
        CodelistFile.require(GROUP_CODE.matcher(code).matches(), "region '" + code + "'; expected G_ and capitals");
        CodelistFile.require(!has(code), "region '" + code + "' stands twice");
        for (String member : CodelistFile.several(CodelistFile.required(line, "members"))) {
            CodelistFile.require(has(member), "unknown member '" + member + "'");
        }
        String name = CodelistFile.required(line, "name");
        String whole = shared(CodelistFile.several(line.getField("members")));
        regions.put(code, List.of(new Region(code, name, "group", whole, 0, Region.NO_END, List.of())));
        CodelistFile.names(line).forEach(each -> names.add(normal(each), code, false));
        return line;
    }

    /** The innermost place that all of them lie in; empty where there is none. */
    private String shared(List<String> codes) {
        String whole = codes.get(0);
        while (!whole.isEmpty() && !allWithin(codes, whole)) {
            whole = get(whole).parent();
        }
        return whole;
    }

    private boolean allWithin(List<String> codes, String whole) {
        return codes.stream().allMatch(code -> isWithin(code, whole));
    }

    private static int year(NamedCsvRecord line, String column, int otherwise) {
        String year = line.getField(column).strip();
        CodelistFile.require(year.isEmpty() || year.matches("\\d{4}"), column + " '" + year + "'; expected a year");
        return year.isEmpty() ? otherwise : Integer.parseInt(year);
    }

    private void checkReferences() {
        for (List<Region> lines : regions.values()) {
            for (Region region : lines) {
                check(region, "parent", region.parent());
                region.successors().forEach(successor -> check(region, "replaced_by", successor));
                checkTownship(region);
            }
            checkChain(lines.get(lines.size() - 1));
        }
    }

    private void check(Region region, String column, String other) {
        if (!other.isEmpty() && !has(other)) {
            throw wrong(region, "has the unknown " + column + " '" + other + "'");
        }
    }

    /** A township's code begins with its county's, a village's with its township's (统计用区划代码). */
    private static void checkTownship(Region region) {
        int digits = region.code().length();
        if (digits > 6 && !region.code().substring(0, digits - 3).equals(region.parent())) {
            throw wrong(
                    region,
                    "has the parent '" + region.parent() + "'; expected the code's first " + (digits - 3) + " digits");
        }
    }

    private void checkChain(Region last) {
        Region at = last;
        for (int step = 0; at.successors().size() == 1; step++) {
            if (step > regions.size() || at.successors().get(0).equals(last.code())) {
                throw wrong(last, "is replaced by itself in the end");
            }
            at = get(at.successors().get(0));
        }
    }

    private static InvalidFileException wrong(Region region, String problem) {
        boolean nation = NATIONAL_CODE.matcher(region.code()).matches();
        return new InvalidFileException(
                CodelistFile.shown(nation ? NATION : OWN), 0, "region " + region.code() + " " + problem);
    }
}
