package tongcang.warehouse.build;

import tongcang.Assurance;
import tongcang.Evidence;

/** Grades a reading by its evidence. */
@FunctionalInterface
public interface Grader {
    /** {@code known} tells whether a codelist or a form has the label word for word. */
    Assurance grade(Evidence evidence, boolean known);
}
