package tongcang.warehouse.database;

/** The database refused; the message holds the statement. */
public final class WarehouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WarehouseException(String statement, Throwable cause) {
        super(cause.getMessage() + "\nin: " + statement, cause);
    }
}
