package tongcang.report.text;

/**
 * The words of a sentence around a place in it: all of them, or of an endless sentence a piece. Figures near one another
 * share a piece, so that the words of all figures together are not much longer than the text.
 */
public final class SentenceWords {
    /** A longer sentence is a text without marks. */
    private static final int LONGEST = 1000;

    private static final int PIECE = 500;
    /** No number with its unit is longer. */
    private static final int MARGIN = 100;

    private static final String CUT = "…";

    private final String text;
    private final int start;
    private final int end;
    private int piece = -1;
    private String words = "";

    /** The sentence [start, end) of a text. */
    public SentenceWords(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** The words around a column of the text. */
    public String at(int column) {
        int wanted = end - start <= LONGEST ? 0 : (column - start) / PIECE;
        if (wanted != piece) {
            piece = wanted;
            words = end - start <= LONGEST ? text.substring(start, end).strip() : cut(start + wanted * PIECE);
        }
        return words;
    }

    private String cut(int from) {
        int first = Math.max(start, from - MARGIN);
        int last = Math.min(end, from + PIECE + MARGIN);
        return (first > start ? CUT : "") + text.substring(first, last).strip() + (last < end ? CUT : "");
    }
}
