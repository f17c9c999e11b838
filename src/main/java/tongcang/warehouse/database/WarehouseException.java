package tongcang.warehouse.database;

/** The database refused; the message holds the statement. */
public final class WarehouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    WarehouseException(String statement, Throwable cause) {
        super(cause.getMessage() + "\nin: " + statement, cause);
        this.reason = String.valueOf(cause.getMessage());
    }

    /**
     * A statement that is refused before the engine is asked, or for what it answered.
     *
     * @param reason in Chinese
     */
    public WarehouseException(String reason, String statement) {
        super(reason + "\nin: " + statement);
        this.reason = reason;
    }

    /** Whether what the statement worked on was the trouble: not its form, nor memory, disk or locks. */
    public boolean isOfData() {
        return reason.matches("(?s)(Conversion|Out of Range|Invalid Input|Constraint) Error.*");
    }

    /** Whether the engine found no memory. */
    public boolean isOfMemory() {
        return reason.startsWith("Out of Memory Error");
    }

    /** Why, without the statement. */
    public String reason() {
        return reason;
    }
}
