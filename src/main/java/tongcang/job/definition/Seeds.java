package tongcang.job.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tongcang.Approval;
import tongcang.Exclusion;
import tongcang.InvalidFileException;
import tongcang.coding.Approvals;
import tongcang.coding.Codelists;
import tongcang.coding.Exclusions;
import tongcang.workbook.form.Forms;

/**
 * What is known before the first run.
 *
 * @param codelists with what the forms declare of their labels
 * @param forms whose layout is declared
 * @param excluded submissions that a person took out
 * @param approved what a person approved of what would be held
 */
public record Seeds(Codelists codelists, Forms forms, List<Exclusion> excluded, List<Approval> approved) {

    /**
     * Reads codelists, forms and decisions.
     *
     * @throws InvalidFileException with file, line and reason where one is wrong
     */
    public static Seeds load(Path folder) {
        Codelists codelists = Codelists.load(folder.resolve("codelists"));
        Forms forms = Forms.load(folder.resolve("forms"), codelists.units());
        forms.declarations().forEach(d -> codelists.declare(d.file(), d.line(), d.meaning()));
        return new Seeds(codelists, forms, Exclusions.load(folder), Approvals.load(folder));
    }

    /**
     * Requires the codes that a job names to be those of the codelists.
     *
     * @throws InvalidFileException with the job's file where one is unknown
     */
    public void requireKnown(JobFile job) {
        require(codelists.regions().has(job.region()), job, "region", job.region(), "regions.csv");
        for (Deadline deadline : job.deadlines()) {
            boolean known =
                    codelists.indicators().stream().anyMatch(i -> i.code().equals(deadline.indicator()));
            require(known, job, "deadlines.indicator", deadline.indicator(), "indicators.csv");
        }
    }

    /** What an operator is to be told of a department that no codelist has; empty of one that is listed. */
    public Optional<String> unknown(String department) {
        return codelists.departmentName(department).isPresent()
                ? Optional.empty()
                : Optional.of(department + "：部门代码表 departments.csv 中没有这个部门"
                        + codelists
                                .nearestDepartment(department)
                                .map(name -> "，最接近的是 " + name)
                                .orElse("")
                        + "；请更正目录名或作业文件，或在代码表中添加");
    }

    private static void require(boolean known, JobFile job, String field, String code, String codelist) {
        if (!known) {
            throw new InvalidFileException(
                    "jobs/" + job.name() + ".yml",
                    0,
                    "'" + field + "' is '" + code + "'; expected a code of seeds/codelists/" + codelist);
        }
    }
}
