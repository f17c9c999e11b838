package tongcang.warehouse.database;

/** The work was asked to stop; what it had begun is thrown away and done again by the next run. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("asked to stop");
    }
}
