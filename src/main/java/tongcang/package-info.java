/**
 * The vocabulary: the words in which the stages speak to one another. It knows the JDK alone.
 *
 * <p>A {@link tongcang.Submission} is read into {@link tongcang.Figure}s and {@link tongcang.Finding}s; coding makes
 * observations of the figures.
 */
@NullMarked
package tongcang;

import org.jspecify.annotations.NullMarked;
