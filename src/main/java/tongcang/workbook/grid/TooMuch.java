package tongcang.workbook.grid;

/** A file holds more than is allowed. */
public final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
