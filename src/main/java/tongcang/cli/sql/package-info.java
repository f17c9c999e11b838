/** From a typed query to its printed answer, one at a time or in a shell. Entry points: {@link tongcang.cli.sql.SqlSession}, {@link tongcang.cli.sql.SqlShell}. */
@NullMarked
package tongcang.cli.sql;

import org.jspecify.annotations.NullMarked;
