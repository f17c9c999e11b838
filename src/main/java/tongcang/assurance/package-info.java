/**
 * From the evidence of a reading to how sure it is: {@code rules.csv} holds for each field and origin, and for each doubt, the
 * grade, whether figures of that kind are released, and the reason in words. Entry point: {@link tongcang.assurance.Grading}.
 *
 * <p>A build asks it once for each distinct evidence of the ledger ({@code assurance}, a temporary table that
 * {@code coded_figure} is joined with: {@code grade}, {@code releasable}, {@code hold_reason}); {@code extract} asks it for
 * each figure. What wants figures of which all fields are stated or better asks for {@code grade} in {@code ('declared',
 * 'proven', 'stated')}, or for {@link tongcang.Grade#compareTo} up to {@link tongcang.Grade#STATED}.
 */
@NullMarked
package tongcang.assurance;

import org.jspecify.annotations.NullMarked;
