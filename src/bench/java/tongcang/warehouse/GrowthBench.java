package tongcang.warehouse;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tongcang.assurance.Grading;
import tongcang.CodedKey;
import tongcang.NamedPlaces;
import tongcang.Ratio;
import tongcang.RawKey;
import tongcang.Unit;
import tongcang.ledger.ParquetFile;
import tongcang.warehouse.build.WarehouseBuild;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;
import tongcang.warehouse.release.Disk;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.Releases;

/**
 * Build and release of a generated ledger of so many million figures, beside a plain COPY of the same rows sorted likewise:
 * seconds of CPU and of the clock, and the most memory the process held.
 *
 * <pre>GrowthBench FOLDER MILLIONS...</pre>
 */
public final class GrowthBench {
    private static final int INDICATORS = 160;
    private static final int MONTHS = 240;
    private static final String MEMORY = "2GB";
    private static final Unit WAN = new Unit("万元", "money", Ratio.of(10_000, 1));
    private static final Unit YI = new Unit("亿元", "money", Ratio.of(100_000_000, 1));

    private interface Work {
        void run() throws IOException;
    }

    private record Cost(double cpu, double wall, long peakMegabytes) {}

    private final Path folder;
    private final long rows;
    private final Settings settings;

    private GrowthBench(Path folder, long rows) {
        this.folder = folder;
        this.rows = rows;
        this.settings = new Settings(MEMORY, 2, folder.resolve("spill"));
    }

    public static void main(String[] args) throws IOException {
        for (String millions : List.of(args).subList(1, args.length)) {
            Path folder = Path.of(args[0]).resolve(millions);
            Disk.delete(folder);
            new GrowthBench(folder, (long) (Double.parseDouble(millions) * 1_000_000)).run();
            Disk.delete(folder);
        }
    }

    private void run() throws IOException {
        codelists();
        generate("a", "(0), (1)", "v = 0 OR i % 33 = 0");
        Cost copy = cost("COPY sorted", this::copy);
        Releases releases = new Releases(folder.resolve("warehouse"));
        double whole = night("rebuild", releases, "a", Optional.empty());
        say("rebuild: %.1f times the CPU of COPY", whole / copy.cpu());
        filters(releases.folder("a"));
        generate("b", "(2)", "m >= " + (MONTHS - 2) + " OR m BETWEEN " + (MONTHS - 14) + " AND " + (MONTHS - 13)
                + " AND i % 5 = 0");
        double night = night("night of 1 %", releases, "b", Optional.of(releases.database("a")));
        say("night: %.2f of the rebuild's CPU", night / whole);
    }

    private double night(String what, Releases releases, String id, Optional<Path> earlier) throws IOException {
        Path built = folder.resolve("build.duckdb");
        WarehouseBuild build =
                new WarehouseBuild(built, folder.resolve("ledger"), folder.resolve("codelists"), List.of(), List.of(), settings);
        Manifest draft = new Manifest(id, "", "", "", "", 1, 0, Manifest.Ledger.NONE, "", List.of(), List.of());
        double code = cost(what + ": code", () -> say("begun from the %s", build.code(GrowthBench::code, GrowthBench::places, new Grading()::of, earlier))).cpu();
        double facts = cost(what + ": build", build::build).cpu();
        double publish = cost(what + ": release", () -> releases.publish(built, draft, settings, ParquetFile::sums)).cpu();
        return code + facts + publish;
    }

    private void filters(Path release) throws IOException {
        Path whole = release.resolve("parquet/observation.parquet");
        String files = Duck.literal(
                Files.exists(whole) ? whole.toString() : release.resolve("parquet/observation") + "/*.parquet");
        try (Duck duck = Duck.writing(folder.resolve("filter.duckdb"), settings)) {
            String from = " FROM read_parquet(" + files + ") WHERE indicator_code = 'ind_007'";
            for (int i = 0; i < 3; i++) {
                cost("filter on one indicator", () -> duck.query("SELECT sum(value)::VARCHAR" + from, r -> r.getString(1)));
            }
            long groups = duck.number("SELECT count(*) FROM parquet_metadata(" + files
                    + ") WHERE path_in_schema = 'indicator_code' AND stats_min_value <= 'ind_007' AND stats_max_value >="
                    + " 'ind_007'");
            long all = duck.number(
                    "SELECT count(*) FROM parquet_metadata(" + files + ") WHERE path_in_schema = 'indicator_code'");
            say("row groups that may hold it: %d of %d", groups, all);
        }
    }

    private void copy() {
        try (Duck duck = Duck.writing(folder.resolve("copy.duckdb"), settings)) {
            duck.run("COPY (SELECT * FROM read_parquet(" + Duck.literal(folder + "/ledger/run=a/figure-*.parquet")
                    + ") ORDER BY label, region, period, submission_id, figure_no) TO "
                    + Duck.literal(folder + "/copy.parquet") + " (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    /**
     * A form per region and month; every thirty-third figure is revised a year later. A night later the last two months
     * are sent again, and a fifth of the same months of the year before: one figure in a hundred.
     */
    private void generate(String run, String versions, String which) throws IOException {
        Path ledgerRun = Files.createDirectories(folder.resolve("ledger/run=" + run));
        Files.deleteIfExists(folder.resolve("generate.duckdb"));
        try (Duck duck = Duck.writing(folder.resolve("generate.duckdb"), settings)) {
            String ledger = ledgerRun + "/";
            duck.run(
                    """
                    CREATE VIEW figure AS
                    WITH n AS (SELECT i, i %% %1$d AS ind, i // %1$d %% %2$d AS m, i // %1$d // %2$d AS reg, v
                        FROM range(%3$d) t(i), (VALUES %4$s) r(v) WHERE %5$s)
                    SELECT printf('%%08x%%s', i // %1$d, CASE v WHEN 0 THEN 'a' WHEN 1 THEN 'b' ELSE 'c' END) AS submission_id,
                        (ind + 1)::INTEGER AS figure_no, '表1!C' || (ind + 5) AS place, '表1' AS sheet, 'C' || (ind + 5) AS cell,
                        NULL::INTEGER AS line, NULL::INTEGER AS col_start, NULL::INTEGER AS col_end,
                        (hash(i, v) %% 90000000 / 100.0)::DECIMAL(12, 2)::VARCHAR AS words, printf('指标%%03d', ind) AS label,
                        words AS value_text, NULL::VARCHAR AS high_text, '万元' AS unit, 'CAPTION' AS unit_source,
                        'eq' AS comparator, 'level' AS measure, 'actual' AS status,
                        printf('%%04d-%%02d', 2003 + m // 12, m %% 12 + 1) AS period, NULL::VARCHAR AS base_period,
                        printf('地区%%05d', reg) AS region, '' AS breakdown, '主要经济指标 单位：万元' AS section, '' AS sentence,
                        '' AS form, DATE '2003-02-10' + (m * 30 + v * 365)::INTEGER AS received
                    FROM n"""
                            .formatted(INDICATORS, MONTHS, rows, versions, which));
            duck.run("COPY (SELECT * EXCLUDE (received) FROM figure) TO " + Duck.literal(ledger + "figure-00000.parquet")
                    + " (FORMAT parquet, COMPRESSION zstd)");
            duck.run("COPY (SELECT submission_id, submission_id || '.xlsx' AS path, '市统计局' AS department, received,"
                    + " submission_id AS sha256, 1::BIGINT AS size_bytes, 'workbook' AS kind, 'taken' AS outcome,"
                    + " count(*)::INTEGER AS figures, 0::INTEGER AS findings FROM figure GROUP BY ALL ORDER BY 1) TO "
                    + Duck.literal(ledger + "submission-00000.parquet") + " (FORMAT parquet, COMPRESSION zstd)");
            duck.run("COPY (SELECT ''::VARCHAR AS submission_id, 0::INTEGER AS finding_no, '' AS rule, '' AS severity,"
                    + " '' AS place, '' AS found, '' AS expected, '' AS message WHERE false) TO "
                    + Duck.literal(ledger + "finding-00000.parquet") + " (FORMAT parquet)");
        }
        Files.writeString(
                ledgerRun.resolve("index.json"),
                """
                {"number": %d, "day": "2023-08-01", "parts": [{"file": "run=%s/submission-00000.parquet"}]}
                """
                        .formatted(run.equals("a") ? 1 : 2, run));
    }

    private void codelists() throws IOException {
        long regions = rows / INDICATORS / MONTHS + 1;
        list("indicators", "indicator,name,aliases,subject,definition,unit,additivity,price_basis,additions,low,high", INDICATORS,
                "ind_%1$03d,指标%1$03d,,综合实力,,亿元,flow,current,,,");
        list("regions", "region,name,aliases,level,parent,valid_from,valid_to,replaced_by", (int) regions,
                "%1$06d,地区%1$05d,,county,,,,");
        list("regions_own", "region,name,aliases,level,parent,valid_from,valid_to,replaced_by", 0, "");
        list("region_groups", "region,name,aliases,members", 0, "");
        list("departments", "department,name,aliases", 1, "tjj,市统计局,");
        list("source_priority", "department,priority,note", 1, "tjj,10,");
        list("members", "dimension,member,name,aliases", 0, "");
        list("exchange_rates", "currency,period,kind,rate,source", 0, "");
        list("subjects", "subject,name,note", 1, "economy,综合实力,");
    }

    private void list(String name, String head, int lines, String line) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("codelists")).resolve(name + ".csv"),
                IntStream.range(0, lines)
                        .mapToObj(i -> String.format(Locale.ROOT, line, i) + "\n")
                        .collect(Collectors.joining("", head + "\n", "")));
    }

    private static CodedKey code(RawKey key) {
        return new CodedKey(
                "ind_" + key.label().substring(2),
                key.measure(),
                "",
                WAN,
                WAN.in(YI),
                YI.code(),
                "exact",
                List.of(),
                null);
    }

    private static Map<String, NamedPlaces.Meaning> places(NamedPlaces places) {
        return places.names().stream()
                .collect(Collectors.toMap(n -> n, n -> new NamedPlaces.Meaning("0" + n.substring(2), "named", "")));
    }

    private static Cost cost(String what, Work work) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Path clear = Path.of("/proc/self/clear_refs");
        if (Files.isWritable(clear)) {
            Files.writeString(clear, "5");
        }
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        Cost cost = new Cost((system.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9, peak());
        say("%-24s %8.2f s CPU %8.2f s %6d MB", what, cost.cpu(), cost.wall(), cost.peakMegabytes());
        return cost;
    }

    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(l -> l.startsWith("VmHWM"))
                        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                        .sum();
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
