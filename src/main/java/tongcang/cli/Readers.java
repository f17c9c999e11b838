package tongcang.cli;

import tongcang.coding.Codelists;
import tongcang.coding.Coder;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.report.ReportReader;
import tongcang.workbook.WorkbookReader;

/** The readers of a single file, as the nightly job has them, and the coding of what they read. */
record Readers(ReportReader reports, WorkbookReader workbooks, FigureRow rows) {

    static Readers of(Project project) {
        JobFile job = project.job("nightly");
        Seeds seeds = Seeds.load(project.root().resolve(job.seeds()));
        Codelists codelists = seeds.codelists();
        return new Readers(
                new ReportReader(codelists.units(), job.fileLimits()),
                new WorkbookReader(codelists.units(), job.fileLimits(), job.workbookSettings(), seeds.forms()),
                new FigureRow(new Coder(codelists, job.region()), codelists.units()));
    }
}
