package tongcang.support;

/** Text of others on its way to a terminal or a log. */
public final class Printable {
    private Printable() {}

    /** One line, without characters that would move the cursor, colour the screen or turn the writing direction. */
    public static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9F}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    }
}
