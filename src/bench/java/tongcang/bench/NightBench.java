package tongcang.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import tongcang.workbook.file.SampleWorkbooks;

/**
 * A whole night over a tray of small workbooks, from reading to release, beside a plain program that reads the same
 * files with POI's event API on two threads into DuckDB's Appender; and a night with nothing new.
 */
public final class NightBench {
    private static final int THREADS = 2;

    private NightBench() {}

    /** {@code [FILES]}: the comparison, 10,000 by default; {@code plain TRAY DATABASE}: the plain program alone. */
    public static void main(String[] args) throws Exception {
        if (args.length == 3) {
            plain(Path.of(args[1]), Path.of(args[2]));
            return;
        }
        String files = args.length == 1 ? args[0] : "10000";
        Path tray = Path.of("target/bench/tray-" + files);
        if (!Files.exists(tray)) {
            SampleWorkbooks.main(new String[] {tray.toString(), files});
        }
        Path out = Files.createTempDirectory("night");
        String warehouse = out.resolve("warehouse").toString();
        List<String> night = List.of(
                "-XX:TieredStopAtLevel=1", "tongcang.cli.Tongcang", "run", "nightly", "--quiet", "--input", tray.toString(), "--warehouse", warehouse);
        double plain = seconds(
                "plain program",
                List.of(NightBench.class.getName(), "plain", tray.toString(), out.resolve("plain.duckdb").toString()));
        double whole = seconds("whole night", night);
        steps(out.resolve("warehouse/state/nightly.prom"));
        rates(out.resolve("warehouse/ledger"));
        seconds("night with nothing new", night);
        System.out.printf(Locale.ROOT, "the whole night takes %.2f of the plain program%n", whole / plain);
    }

    private static double seconds(String name, List<String> command) throws IOException, InterruptedException {
        List<String> java = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC"));
        java.addAll(List.of("-Dtongcang.home=" + Path.of("").toAbsolutePath(), "-cp"));
        java.add(System.getProperty("java.class.path"));
        java.addAll(command);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(java).inheritIO().start();
        long cpu = 0;
        while (process.isAlive()) {
            cpu = Math.max(cpu, process.info().totalCpuDuration().map(d -> d.toMillis()).orElse(0L));
            Thread.sleep(50);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-24s %8.2f s wall, %8.2f s CPU%n", name, wall, cpu / 1e3);
        if (process.exitValue() != 0) {
            throw new IOException(name + " failed");
        }
        return wall;
    }

    private static void steps(Path meters) throws IOException {
        Files.readAllLines(meters).stream()
                .filter(line -> line.startsWith("tongcang_step_seconds_sum"))
                .map(line -> line.replaceAll(".*step=\"(\\w+)\".* ", "  $1 "))
                .forEach(System.out::println);
    }

    /** Files a second, by when the parts of 64 were written; the first tenth is left out, as its begin is not known. */
    private static void rates(Path ledger) throws IOException {
        List<Long> times = new ArrayList<>();
        try (Stream<Path> walked = Files.walk(ledger)) {
            for (Path part : walked.filter(f -> f.getFileName().toString().startsWith("figure-")).toList()) {
                times.add(Files.getLastModifiedTime(part).toMillis());
            }
        }
        times.sort(null);
        int tenths = Math.max(1, times.size() / 10);
        for (int tenth = 1; tenth < 10 && (tenth + 1) * tenths < times.size(); tenth++) {
            long millis = times.get((tenth + 1) * tenths) - times.get(tenth * tenths);
            System.out.printf(Locale.ROOT, "  tenth %d: %.0f files a second%n", tenth + 1, tenths * 64_000.0 / millis);
        }
    }

    private static void plain(Path tray, Path database) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Stream<Path> walked = Files.walk(tray)) {
            try (Statement create = connection.createStatement()) {
                create.execute("CREATE TABLE cell (file VARCHAR, place VARCHAR, text VARCHAR)");
            }
            List<Path> files = walked.filter(Files::isRegularFile).sorted().toList();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<Void>> shares = new ArrayList<>();
            for (int share = 0; share < THREADS; share++) {
                shares.add(threads.submit(share(connection.unwrap(DuckDBConnection.class), files, share)));
            }
            for (Future<Void> share : shares) {
                share.get();
            }
            threads.shutdown();
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(Locale.ROOT, "plain program's CPU %.2f s%n", system.getProcessCpuTime() / 1e9);
    }

    private static Callable<Void> share(DuckDBConnection connection, List<Path> files, int share) {
        return () -> {
            try (Connection own = connection.duplicate();
                    DuckDBAppender appender = own.unwrap(DuckDBConnection.class).createAppender("main", "cell")) {
                for (int i = share; i < files.size(); i += THREADS) {
                    read(files.get(i), appender);
                }
            }
            return null;
        };
    }

    private static void read(Path file, DuckDBAppender appender) throws Exception {
        try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(pack);
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    new ReadOnlySharedStringsTable(pack),
                    new Appending(file.toString(), appender),
                    false));
            for (Iterator<InputStream> sheets = reader.getSheetsData(); sheets.hasNext(); ) {
                try (InputStream in = sheets.next()) {
                    xml.parse(new InputSource(in));
                }
            }
        }
    }

    /** Appends each cell that the handler reports. */
    private record Appending(String file, DuckDBAppender appender) implements XSSFSheetXMLHandler.SheetContentsHandler {
        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {}

        @Override
        public void cell(String reference, String text, XSSFComment comment) {
            try {
                appender.beginRow();
                appender.append(file);
                appender.append(reference);
                appender.append(text);
                appender.endRow();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
