package tongcang.warehouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tongcang.warehouse.release.ReleaseReader;

/** Another process that opens a release and answers questions for as long as it is asked. */
public final class AnalystProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;

    public AnalystProcess(Path database) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnalystProcess.class.getName(),
                        database.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** The one cell of the answer. */
    public String ask(String sql) throws IOException {
        questions.println(sql);
        return String.valueOf(answers.readLine());
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Holds the database open until its input ends. */
    public static void main(String[] args) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (ReleaseReader reader = new ReleaseReader(Path.of(args[0]))) {
            for (String sql = questions.readLine(); sql != null; sql = questions.readLine()) {
                out.println(reader.ask(sql).rows().get(0).get(0));
            }
        }
    }
}
