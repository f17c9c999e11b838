package tongcang.cli;

import tongcang.InvalidFileException;
import tongcang.cli.print.FigureRow;
import tongcang.coding.Codelists;
import tongcang.coding.Coder;
import tongcang.coding.region.RegionCoder;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.report.ReportReader;
import tongcang.workbook.WorkbookReader;

/** The readers of a single file, as the nightly job has them, and the coding of what they read. */
record Readers(ReportReader reports, WorkbookReader workbooks, FigureRow rows) {

    /** Reads on behalf of the nightly job's bureau. */
    static Readers of(Project project) {
        return of(project, project.job("nightly").region());
    }

    /**
     * Reads on behalf of a bureau.
     *
     * @param bureau code of its region
     * @throws InvalidFileException where no codelist has that code
     */
    static Readers of(Project project, String bureau) {
        JobFile job = project.job("nightly");
        Seeds seeds = Seeds.load(project.root().resolve(job.seeds()));
        Codelists codelists = seeds.codelists();
        if (!codelists.regions().has(bureau)) {
            throw new InvalidFileException("--bureau", 0, "'" + bureau + "' is no code of seeds/codelists/regions.csv");
        }
        WorkbookReader workbooks =
                new WorkbookReader(codelists.units(), job.fileLimits(), job.workbookSettings(), seeds.forms());
        return new Readers(
                new ReportReader(codelists.units(), job.fileLimits(), workbooks::table),
                workbooks,
                new FigureRow(new Coder(codelists), new RegionCoder(codelists.regions(), bureau), codelists.units()));
    }
}
