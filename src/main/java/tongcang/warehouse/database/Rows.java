package tongcang.warehouse.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of an answer one after the other, as they are made: a query without end is stopped between two of them. */
public final class Rows {
    private final ResultSet result;
    private final Brake brake;

    Rows(ResultSet result, Brake brake) {
        this.result = result;
        this.brake = brake;
    }

    /**
     * Goes to the next row.
     *
     * @throws StoppedException if its brake was pulled
     */
    public boolean next() throws SQLException {
        brake.check();
        return result.next();
    }

    /** The row it stands at; before the first call of {@link #next} only the columns can be asked. */
    public ResultSet row() {
        return result;
    }
}
