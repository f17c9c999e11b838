package tongcang;

import java.util.Objects;

/**
 * What is held of one kind of sheet for one reason, as a person is asked about it.
 *
 * @param key by which it is approved, the same when the sheet comes again
 * @param department who sends it
 * @param path of the file that came first, relative to the input folder
 * @param section the table's title, or the headings in a text
 * @param reasons why it is held, in Chinese
 * @param figures how many are held
 * @param example one of them with time, place, label, words, unit and where it stands
 * @param figure the example's submission and number
 * @param words the example's words
 * @param rival another reading of it, or what contradicts; may be empty
 */
public record HeldKind(
        String key,
        String department,
        String path,
        String section,
        String reasons,
        long figures,
        String example,
        String figure,
        String words,
        String rival) {
    public HeldKind {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(reasons, "reasons");
        Objects.requireNonNull(example, "example");
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(rival, "rival");
    }
}
