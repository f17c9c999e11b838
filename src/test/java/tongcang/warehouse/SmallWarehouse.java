package tongcang.warehouse;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tongcang.Approval;
import tongcang.CodedKey;
import tongcang.Evidence;
import tongcang.Exclusion;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.NamedPlaces;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Ratio;
import tongcang.RawKey;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.Status;
import tongcang.Submission;
import tongcang.Unit;
import tongcang.UnitSource;
import tongcang.assurance.Grading;
import tongcang.ledger.Ledger;
import tongcang.ledger.ParquetFile;
import tongcang.ledger.PartWriter;
import tongcang.ledger.ReadSubmission;
import tongcang.ledger.RunContent;
import tongcang.warehouse.build.AuditRules;
import tongcang.warehouse.build.WarehouseBuild;
import tongcang.warehouse.database.Settings;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/** A small warehouse: figures sent by departments, built by the real build with a coder of a few labels. */
public abstract class SmallWarehouse {
    static final Path CODELISTS = Path.of("src/test/resources/tongcang/warehouse/codelists");
    static final Unit YI = new Unit("亿元", "money", Ratio.of(100_000_000, 1));
    static final Unit WAN_YUAN = new Unit("万元", "money", Ratio.of(10_000, 1));
    static final Unit MU = new Unit("万亩", "area", Ratio.of(20_000_000, 3));
    static final Unit HECTARE = new Unit("公顷", "area", Ratio.of(10_000, 1));
    static final Unit WAN_REN = new Unit("万人", "person", Ratio.of(10_000, 1));
    static final Unit PERCENT = new Unit("%", "ratio", Ratio.of(1, 100));
    static final Unit RATIO = new Unit("∶", "proportion", Ratio.ONE);

    @TempDir
    public Path folder = Path.of("");

    final List<ReadSubmission> sent = new ArrayList<>();
    Optional<Path> earlier = Optional.empty();
    Path codelists = CODELISTS;
    List<Exclusion> excluded = List.of();
    List<Approval> approved = List.of();
    Function<RawKey, CodedKey> coder = SmallWarehouse::code;
    LocalDate intakeDay = LocalDate.of(2023, 8, 1);
    WarehouseBuild.Beginning beginning = WarehouseBuild.Beginning.LEDGER;
    private int inLedger;
    private int inFile = -1;
    public Settings settings = new Settings("256MB", 1, Path.of("spill"));

    @BeforeEach
    void settings() {
        settings = new Settings("256MB", 1, folder.resolve("spill"));
    }

    void send(String department, String received, Figure... figures) {
        sent.add(new ReadSubmission(submission(department, received), new Reading(List.of(figures), List.of())));
    }

    Submission submission(String department, String received) {
        String id = "s" + sent.size();
        return new Submission(
                id, id + ".xlsx", department, LocalDate.parse(received), "00", 1, Submission.Kind.WORKBOOK);
    }

    static Figure figure(String label, String value, String unit, @Nullable String period, Status status) {
        return figure(label, Quantity.of(new BigDecimal(value), unit), period, status);
    }

    static Figure figure(String label, Quantity quantity, @Nullable String period, Status status) {
        return figure(label, Measure.LEVEL, quantity, period, status);
    }

    static Figure figure(String label, Measure measure, Quantity quantity, @Nullable String period, Status status) {
        return figure(label, measure, quantity, period, status, "");
    }

    static Figure figure(
            String label, Measure measure, Quantity quantity, @Nullable String period, Status status, String region) {
        return new Figure(
                new Provenance.Cell("表一", "B5", quantity.valueText()),
                quantity,
                label,
                measure,
                status,
                period == null ? null : Period.of(period).orElseThrow(),
                null,
                region,
                Map.of(),
                UnitSource.CAPTION,
                new Figure.Context("", "", "", ""),
                Evidence.UNKNOWN);
    }

    /** A coder of a few labels. */
    static CodedKey code(RawKey key) {
        Map<String, String> indicators = Map.of(
                "地区生产总值",
                "gdp",
                "粮食面积",
                "grain_area",
                "城镇新增就业人数",
                "new_jobs",
                "三次产业结构",
                "structure",
                "城镇调查失业率",
                "jobless_rate");
        Map<String, Unit> shown = Map.of("gdp", YI, "grain_area", MU, "new_jobs", WAN_REN, "structure", RATIO);
        Map<String, Unit> units = Map.of(
                "亿元",
                YI,
                "万元",
                WAN_YUAN,
                "万亩",
                MU,
                "公顷",
                HECTARE,
                "万人",
                WAN_REN,
                "∶",
                RATIO,
                "%",
                PERCENT,
                "",
                CodedKey.UNSTATED);
        String indicator = indicators.get(key.label());
        Unit unit = Objects.requireNonNull(units.get(key.unit()));
        Unit to = indicator == null || key.measure() != Measure.LEVEL || unit.equals(CodedKey.UNSTATED)
                ? unit
                : Objects.requireNonNull(shown.get(indicator));
        List<CodedKey.Problem> problems = indicator == null
                ? List.of(new CodedKey.Problem("coding.unknown-indicator", Severity.WARNING, key.label(), "", "未编码"))
                : List.of();
        return new CodedKey(indicator, key.measure(), "", unit, unit.in(to), to.code(), "exact", problems, null);
    }

    /** Figures that say no place are of the one region; others name theirs by its code. */
    static Map<String, NamedPlaces.Meaning> places(NamedPlaces places) {
        return places.names().stream()
                .collect(Collectors.toMap(
                        n -> n, n -> new NamedPlaces.Meaning(n.isEmpty() ? "411000" : n, "named", "")));
    }

    Path built() throws IOException {
        Path ledger = folder.resolve("ledger");
        Path work = folder.resolve("work");
        List<ReadSubmission> fresh = sent.subList(inLedger, sent.size());
        if (!fresh.isEmpty()) {
            try (PartWriter part = Ledger.part(work, 0)) {
                for (ReadSubmission each : fresh) {
                    part.add(each);
                }
                part.seal();
            }
            List<String> ids = fresh.stream().map(s -> s.submission().id()).toList();
            new Ledger(ledger).append("r" + inLedger, work, new RunContent(ids, List.of(), List.of(), null), intakeDay);
            inLedger = sent.size();
        }
        Path file = file();
        WarehouseBuild build = new WarehouseBuild(file, ledger, codelists, excluded, approved, settings);
        beginning = build.code(coder, SmallWarehouse::places, new Grading()::of, earlier);
        build.build();
        build.audit(new AuditRules(folder.resolve("no-rules"), Duration.ofSeconds(60)));
        inFile = sent.size();
        return file;
    }

    private Path file() {
        return folder.resolve("build.duckdb");
    }

    List<List<String>> rows(String sql) {
        try (ReleaseReader reader = new ReleaseReader(sent.size() == inFile ? file() : built())) {
            return reader.ask(sql).rows().stream()
                    .map(row -> row.stream().map(String::valueOf).toList())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void publish(Releases releases, String id) throws IOException {
        releases.publish(built(), draft(id), settings, ParquetFile::sums);
        inFile = -1;
    }

    static Manifest draft(String id) {
        return new Manifest(
                id, "", "fingerprint", "test", "seeds", 1, 0, Manifest.Ledger.NONE, "", List.of(), List.of());
    }

    /** The bytes of all data files of a release but the database, by name. */
    static Map<String, String> hashes(Releases releases, String id) {
        return releases.manifest(id).files().stream()
                .filter(f -> f.name().matches(".*\\.(parquet|csv)"))
                .collect(Collectors.toMap(Manifest.DataFile::name, Manifest.DataFile::sha256));
    }
}
