package tongcang.job;

import java.nio.file.Path;
import tongcang.coding.Codelists;
import tongcang.workbook.Forms;

/**
 * What is known before the first run.
 *
 * @param codelists with what the forms declare of their labels
 * @param forms whose layout is declared
 */
public record Seeds(Codelists codelists, Forms forms) {

    /**
     * Reads codelists and forms.
     *
     * @throws tongcang.InvalidFileException with file, line and reason where one is wrong
     */
    public static Seeds load(Path folder) {
        Codelists codelists = Codelists.load(folder.resolve("codelists"));
        Forms forms = Forms.load(folder.resolve("forms"), codelists.units());
        forms.declarations().forEach(d -> codelists.declare(d.file(), d.line(), d.meaning()));
        return new Seeds(codelists, forms);
    }
}
