package tongcang.workbook.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tongcang.InvalidFileException;
import tongcang.LabelMeaning;
import tongcang.quantity.Units;
import tongcang.workbook.meaning.TableContext;

/** The declared forms of {@code seeds/forms/*.yml}: tables whose layout and meaning are known before they arrive. */
public final class Forms {
    /** None is declared. */
    public static final Forms NONE = new Forms(List.of());

    private final List<Form> forms;

    private Forms(List<Form> forms) {
        this.forms = List.copyOf(forms);
    }

    /**
     * What a form declares of a label, and where.
     *
     * @param file as the operator knows it
     * @param line 1-based
     */
    public record Declaration(String file, long line, LabelMeaning meaning) {}

    /**
     * Reads all forms of a folder, which may be missing.
     *
     * @throws InvalidFileException with file, line and reason where one is wrong
     */
    public static Forms load(Path folder, Units units) {
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Form> forms = new ArrayList<>();
            Map<String, String> numbers = new HashMap<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
                String shown = "seeds/forms/" + file.getFileName();
                for (Form form : new FormFile(shown, units).read(text(file, shown))) {
                    String other = numbers.put(form.number(), shown);
                    if (other != null) {
                        throw new InvalidFileException(
                                shown, 1, "the form '" + form.number() + "' is declared in " + other);
                    }
                    forms.add(form);
                }
            }
            return new Forms(forms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file, String shown) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(shown, 0, "is not UTF-8; save it as UTF-8");
        }
    }

    /** What the labels of all forms mean, for coding. */
    public List<Declaration> declarations() {
        return forms.stream()
                .flatMap(form -> Stream.concat(
                                form.columns().stream().map(Form.Column::meaning),
                                form.rows().stream().map(Form.Row::meaning))
                        .filter(meaning -> !meaning.indicator().isEmpty())
                        .map(meaning -> new Declaration(
                                form.file(),
                                meaning.line(),
                                new LabelMeaning(
                                        meaning.label(), "", form.number(), meaning.indicator(), meaning.members()))))
                .toList();
    }

    /** The form that a table is of: by its number before by its title. */
    public Optional<Form> of(TableContext context) {
        return forms.stream().filter(form -> form.fits(context)).findFirst();
    }
}
