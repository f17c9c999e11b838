package tongcang.job.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tongcang.InvalidFileException;
import tongcang.coding.region.RegionList;

/**
 * Sets up a project folder for a bureau from nothing: a job, the codelists (the nation's copied, the bureau's own begun), the
 * audit rules and an empty tray.
 */
public final class NewBureau {
    /** What every bureau of the nation shares. */
    private static final List<String> SHARED = List.of(
            "indicators.csv",
            "members.csv",
            "units.csv",
            "exchange_rates.csv",
            "subjects.csv",
            "regions.csv",
            "region_groups.csv");

    private static final String OWN_REGIONS = "region,name,aliases,level,parent,valid_from,valid_to,replaced_by\n";
    private static final int GOVERNMENT = 50;
    private static final int STATISTICS = 10;
    private static final int OTHERS = 30;

    private final Path seeds;
    private final Map<String, String> words;

    /**
     * Names the bureau.
     *
     * @param seeds whose shared lists are copied
     * @param region its code, of {@code regions.csv}
     * @throws InvalidFileException if no place has that code now
     */
    public NewBureau(Path seeds, String region) {
        this.seeds = seeds;
        String name = RegionList.read(seeds.resolve("codelists"))
                .nameNow(region)
                .orElseThrow(() -> new InvalidFileException(
                        "seeds/codelists/regions.csv", 0, "没有代码为“" + region + "”的现行地区；应为六位行政区划代码，如 411000"));
        String level = name.substring(name.length() - 1);
        this.words = Map.of("name", name, "region", region, "全称", name, "层级", level, "财政局", level + "财政局");
    }

    /**
     * Lays all into a folder.
     *
     * @param folder new or empty
     * @throws InvalidFileException if something lies there
     */
    public void into(Path folder) throws IOException {
        requireEmpty(folder);
        Path codelists = Files.createDirectories(folder.resolve("seeds/codelists"));
        for (String shared : SHARED) {
            Files.copy(seeds.resolve("codelists").resolve(shared), codelists.resolve(shared));
        }
        Files.writeString(codelists.resolve("regions_own.csv"), OWN_REGIONS);
        String departments = text("departments.csv");
        Files.writeString(codelists.resolve("departments.csv"), departments);
        Files.writeString(codelists.resolve("source_priority.csv"), priorities(departments));
        Files.writeString(codelists.resolve("labels.csv"), labels());
        copy("rules", folder);
        for (String empty : List.of("seeds/forms", "seeds/reports", "seeds/decisions", "input", "jobs")) {
            Files.createDirectories(folder.resolve(empty));
        }
        Files.writeString(folder.resolve("jobs/nightly.yml"), text("nightly.yml"));
        Files.writeString(folder.resolve("README.md"), text("README.md"));
    }

    /** The place's name. */
    public String name() {
        return Objects.requireNonNull(words.get("name"));
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new InvalidFileException(folder.toString(), 0, "目录不是空的；请另选一个新目录，以免覆盖已有的文件");
                }
            }
        }
    }

    private void copy(String part, Path folder) throws IOException {
        Path to = Files.createDirectories(folder.resolve("seeds").resolve(part));
        try (Stream<Path> files = Files.list(seeds.resolve(part))) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    /** What labels mean everywhere, not in one department or form. */
    private String labels() throws IOException {
        try (Stream<String> lines = Files.lines(seeds.resolve("codelists/labels.csv"))) {
            return lines.filter(line -> line.startsWith("label,") || line.matches("[^,\"]+,,,.*"))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    /** The statistics bureau first, then the departments, the government that quotes them last. */
    private static String priorities(String departments) {
        return departments
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .map(code -> code + ","
                        + switch (code) {
                            case "zf" -> GOVERNMENT;
                            case "tjj" -> STATISTICS;
                            default -> OTHERS;
                        }
                        + ",\n")
                .collect(Collectors.joining("", "department,priority,note\n", ""));
    }

    /** A template with the bureau's words. */
    private String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(NewBureau.class.getResourceAsStream(name))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace("${" + word.getKey() + "}", word.getValue());
            }
            return text;
        }
    }
}
