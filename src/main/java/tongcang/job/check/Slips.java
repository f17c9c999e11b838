package tongcang.job.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tongcang.InvalidFileException;
import tongcang.job.definition.Deadline;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.job.intake.Arrival;
import tongcang.job.intake.Intake;

/** An operator's slips in a job and its input folder, told before the night: nothing of them stops it but a missing password. */
final class Slips {
    /** Files or departments that are named in a line. */
    private static final int NAMED = 5;

    private Slips() {}

    static List<Check> of(Path root, JobFile job) {
        List<Check> checks = new ArrayList<>();
        try {
            job.workbookSettings();
        } catch (InvalidFileException e) {
            checks.add(Check.bad("作业", String.valueOf(e.getMessage()), "设置该环境变量，或从作业的 password-variables 中删去"));
        }
        List<String> left = new ArrayList<>();
        LocalDate today = LocalDate.now(ZoneId.of(job.schedule().zone()));
        Path input = root.resolve(job.input());
        List<Arrival> arrivals = input.toFile().isDirectory()
                ? new Intake(root, input, input, List.of(), today).arrivals(left)
                : List.of();
        told("报送目录", left, "按提示移动或改名；在此之前不收取").ifPresent(checks::add);
        told("部门", unknown(root, job, arrivals), "更正后再次运行").ifPresent(checks::add);
        return checks;
    }

    private static List<String> unknown(Path root, JobFile job, List<Arrival> arrivals) {
        try {
            Seeds seeds = Seeds.load(root.resolve(job.seeds()));
            return Stream.concat(
                            arrivals.stream().map(Arrival::department),
                            job.deadlines().stream().map(Deadline::department))
                    .distinct()
                    .flatMap(name -> seeds.unknown(name).stream())
                    .toList();
        } catch (InvalidFileException e) {
            return List.of(); // another check says it
        }
    }

    private static Optional<Check> told(String name, List<String> lines, String advice) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String more = lines.size() > NAMED ? " 等 " + lines.size() + " 处" : "";
        return Optional.of(Check.doubtful(
                name, String.join("。", lines.subList(0, Math.min(NAMED, lines.size()))) + more, advice));
    }
}
