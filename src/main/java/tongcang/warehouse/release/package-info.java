/**
 * From a built file to a release that readers open, and what a release is asked. Entry points: {@link
 * tongcang.warehouse.release.Releases}, {@link tongcang.warehouse.release.ReleaseReader}.
 */
@NullMarked
package tongcang.warehouse.release;

import org.jspecify.annotations.NullMarked;
