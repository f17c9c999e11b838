package tongcang.cli;

/** Text of others on a terminal. */
final class Printable {
    private Printable() {}

    /** One line, without characters that would move the cursor, colour the screen or turn the writing direction. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    }
}
