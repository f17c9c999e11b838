package tongcang;

/**
 * A file that the operator owns (a codelist, a job, a rule) is wrong: the run stops before it starts. What a department
 * sends is never the reason; that ends as a {@link Finding}.
 */
public final class InvalidFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file as the operator knows it: {@code seeds/codelists/units.csv}
     * @param line 1-based; 0 where no line can be named
     * @param problem what was found and what would be right
     */
    public InvalidFileException(String file, long line, String problem) {
        super("[" + file + "]" + (line > 0 ? " line " + line : "") + ": " + problem);
    }
}
