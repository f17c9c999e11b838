@NullMarked
package tongcang.cli.sql;

import org.jspecify.annotations.NullMarked;
