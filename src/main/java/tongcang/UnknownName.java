package tongcang;

import java.util.List;
import java.util.Objects;

/**
 * A name that has no code, other than a label's, as a statistician is asked about it.
 *
 * @param kind what it is a name of
 * @param name in the source's words
 * @param department who says it
 * @param figures how many figures wait for it
 * @param examples where it stands, in Chinese
 * @param candidates what is near to it, as {@code CODE 名称}, best first
 */
public record UnknownName(
        Kind kind, String name, String department, long figures, List<String> examples, List<String> candidates) {

    /** What has codes. */
    public enum Kind {
        /** A place. */
        REGION("地区"),
        /** A department that reports. */
        DEPARTMENT("部门"),
        /** A unit of measure as written. */
        UNIT("单位"),
        /** A member of a classification. */
        MEMBER("分组"),
        /** A label whose source writes no unit; its code is the unit. */
        UNIT_OF_LABEL("来源单位");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        /** The word a statistician reads. */
        public String chinese() {
            return chinese;
        }
    }

    public UnknownName {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(department, "department");
        examples = List.copyOf(examples);
        candidates = List.copyOf(candidates);
    }
}
