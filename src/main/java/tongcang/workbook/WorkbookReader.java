package tongcang.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.SheetLayout;
import tongcang.quantity.Units;
import tongcang.relation.Relation;
import tongcang.relation.Relations;
import tongcang.support.Limits;
import tongcang.support.TimeLimit;
import tongcang.workbook.file.WorkbookFile;
import tongcang.workbook.file.WorkbookSettings;
import tongcang.workbook.form.Forms;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.Hidden;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.layout.FormDrafts;
import tongcang.workbook.layout.LayoutMemory;
import tongcang.workbook.layout.LayoutText;
import tongcang.workbook.layout.SheetReading;
import tongcang.workbook.page.SheetPage;
import tongcang.workbook.page.TableNote;
import tongcang.workbook.page.TableNotes;
import tongcang.workbook.table.SheetNumbers;

/** Reads the figures of a department's workbook: file to grids, grids to tables, tables to figures. */
public final class WorkbookReader {
    private final Units units;
    private final LayoutMemory memory;
    private final Limits limits;
    private final WorkbookSettings settings;
    private final Forms forms;

    /** Makes a reader; {@code units} are those that heads and captions may name. */
    public WorkbookReader(Units units, Limits limits) {
        this(units, limits, WorkbookSettings.DEFAULT, Forms.NONE);
    }

    /** Makes a reader with what the operator wants of hidden cells and passwords, and the forms that are declared. */
    public WorkbookReader(Units units, Limits limits, WorkbookSettings settings, Forms forms) {
        this.units = units;
        this.memory = new LayoutMemory(new LabelReader(units));
        this.limits = limits;
        this.settings = settings;
        this.forms = forms;
    }

    /** Reads one file; a file that cannot be read ends as a finding. {@code fileName} is the name as delivered. */
    public Reading read(Path file, String fileName) throws IOException {
        try {
            return TimeLimit.within(limits.time(), () -> reading(file, fileName));
        } catch (TimeoutException e) {
            return tooSlow(fileName);
        } catch (OutOfMemoryError e) {
            WorkbookFile.Unreadable why = WorkbookFile.Unreadable.outOfMemory();
            return refused(why.rule(), fileName, String.valueOf(why.getMessage()));
        }
    }

    /**
     * Reads one table that stands in no workbook, as a text may hold one.
     *
     * @param rows title, caption, heads and rows, each cell's text; an empty cell is an empty text, and a row may end early
     * @return figures and findings at cells in A1 style, as if the table began in A1 of a sheet
     */
    public Reading table(List<List<String>> rows) {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column);
                if (!text.isBlank()) {
                    cells.add(new Cell(row, column, text, null, "", Cell.Kind.TEXT));
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Grid grid = new Grid("", cells, List.of(), Hidden.of(false));
        SheetReading.each(List.of(grid), "", memory, Forms.NONE, sheet -> {
            figures.addAll(sheet.figures());
            findings.addAll(sheet.findings());
        });
        return new Reading(figures, findings);
    }

    private Reading reading(Path file, String fileName) throws IOException {
        List<Figure> figures = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<SheetLayout> layouts = new ArrayList<>();
        try {
            SheetReading.each(grids(file, fileName, findings), fileName, memory, forms, sheet -> {
                figures.addAll(sheet.figures());
                findings.addAll(sheet.findings());
                if (!sheet.tables().isEmpty()) {
                    layouts.add(sheet.words());
                }
            });
        } catch (WorkbookFile.Unreadable e) {
            return refused(e.rule(), fileName, String.valueOf(e.getMessage()));
        }
        if (figures.isEmpty() && findings.isEmpty()) {
            findings.add(info("workbook.no-figures", fileName, "没有读到数值：表是空的，或只有文字；如应有数据，请核对后重新报送"));
        }
        return new Reading(figures, findings, layouts);
    }

    /**
     * Draws how a workbook was understood, as one HTML page that needs nothing else; of a file that cannot be read it
     * says why.
     *
     * @param coding how a figure was coded, in words
     * @param holds why a figure is held, in words; empty where it is not
     */
    public String render(Path file, String fileName, Function<Figure, String> coding, Function<Figure, String> holds)
            throws IOException {
        try {
            return TimeLimit.within(limits.time(), () -> page(file, fileName, coding, holds));
        } catch (TimeoutException e) {
            SheetPage page = new SheetPage(fileName, units, coding, holds);
            page.add(read(file, fileName).findings());
            return page.html();
        }
    }

    /**
     * Drafts a declaration for each table, from what was understood of it; a person corrects it.
     *
     * @param indicators the code that a figure was given, where there is one
     * @return the text of a file for each; empty where the file holds no table
     */
    public List<String> drafts(Path file, String fileName, Function<Figure, Optional<String>> indicators)
            throws IOException {
        FormDrafts drafts = new FormDrafts(units, indicators);
        try {
            SheetReading.each(grids(file, fileName, new ArrayList<>()), fileName, memory, Forms.NONE, drafts::add);
        } catch (WorkbookFile.Unreadable e) {
            return List.of();
        }
        return drafts.texts();
    }

    /**
     * Finds what ties the numbers of each sheet to each other, whether their words are understood or not.
     *
     * @param out takes a sheet's name and a relation in it, each when it is found
     * @return why the file could not be read, or not in time; empty where all went well
     */
    public List<Finding> relations(Path file, String fileName, BiConsumer<String, Relation> out) throws IOException {
        try {
            return TimeLimit.within(limits.time(), () -> tied(file, fileName, out));
        } catch (TimeoutException e) {
            return tooSlow(fileName).findings();
        }
    }

    private List<Finding> tied(Path file, String fileName, BiConsumer<String, Relation> out) throws IOException {
        try {
            for (Grid grid : grids(file, fileName, new ArrayList<>())) {
                Relations.find(SheetNumbers.of(grid), relation -> out.accept(grid.sheet(), relation));
            }
            return List.of();
        } catch (WorkbookFile.Unreadable e) {
            return refused(e.rule(), fileName, String.valueOf(e.getMessage())).findings();
        }
    }

    /**
     * How each sheet of a workbook is understood, apart from its numbers.
     *
     * @return a YAML text for each sheet, with its fingerprint in a comment; empty where the file cannot be read
     */
    public List<String> layouts(Path file, String fileName) throws IOException {
        List<String> texts = new ArrayList<>();
        try {
            SheetReading.each(
                    grids(file, fileName, new ArrayList<>()),
                    fileName,
                    memory,
                    Forms.NONE,
                    sheet -> texts.add("# 版式指纹 " + sheet.fingerprint() + "\n" + LayoutText.write(sheet.layout())));
        } catch (WorkbookFile.Unreadable e) {
            return List.of();
        }
        return texts;
    }

    private String page(Path file, String fileName, Function<Figure, String> coding, Function<Figure, String> holds)
            throws IOException {
        SheetPage page = new SheetPage(fileName, units, coding, holds);
        List<Finding> findings = new ArrayList<>();
        try {
            List<Grid> grids = grids(file, fileName, findings);
            page.add(findings);
            SheetReading.each(grids, fileName, memory, forms, page::add);
        } catch (WorkbookFile.Unreadable e) {
            page.add(refused(e.rule(), fileName, String.valueOf(e.getMessage())).findings());
        }
        return page.html();
    }

    /** The sheets as the operator wants them read; what is hidden is reported. */
    private List<Grid> grids(Path file, String fileName, List<Finding> findings)
            throws WorkbookFile.Unreadable, IOException {
        List<Grid> grids = new ArrayList<>();
        for (Grid grid : new WorkbookFile(limits, settings).load(file, fileName)) {
            for (String note : grid.hidden().notes(grid)) {
                String done = settings.hidden() ? "，已读取；请确认是否应当报送" : "，按作业设置未读取；如应报送，请取消隐藏后重新报送";
                findings.add(info("workbook.hidden", fileName, note + done));
            }
            if (settings.hidden() || !grid.hidden().sheet()) {
                grids.add(settings.hidden() ? grid : grid.visible());
            }
        }
        return grids;
    }

    private Reading tooSlow(String fileName) {
        return refused("workbook.too-slow", fileName, "读取超过 " + limits.time().toSeconds() + " 秒，已放弃；请拆分或另存为 .xlsx 后报送");
    }

    private static Reading refused(String rule, String fileName, String message) {
        return Reading.refused(new Finding(rule, Severity.ERROR, new Provenance.WholeFile(fileName), "", "", message));
    }

    /**
     * How a workbook was understood, table by table.
     *
     * @return in the sheets' order; empty where the file cannot be read
     */
    public List<TableNote> explain(Path file, String fileName) throws IOException {
        List<TableNote> notes = new ArrayList<>();
        try {
            SheetReading.each(
                    grids(file, fileName, new ArrayList<>()),
                    fileName,
                    memory,
                    forms,
                    sheet -> sheet.tables()
                            .forEach(table -> notes.add(new TableNotes(sheet.grid(), table, units).note())));
        } catch (WorkbookFile.Unreadable e) {
            return List.of();
        }
        return notes;
    }

    private static Finding info(String rule, String fileName, String message) {
        return new Finding(rule, Severity.INFO, new Provenance.WholeFile(fileName), "", "", message);
    }
}
