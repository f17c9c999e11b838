package tongcang.workbook;

import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/** Decoders of what a sheet holds by the million, straight from the parser's buffer. */
final class XlsxDecoders {
    private XlsxDecoders() {}

    /** A decoder for values that come from the buffer; the other roads lead there. */
    private abstract static class Buffered extends TypedValueDecoder {
        @Override
        public final void decode(String input) {
            decode(input.toCharArray(), 0, input.length());
        }
    }

    /** An A1 address, 0-based. */
    static final class Address extends Buffered {
        static final int ROWS = 1 << 20;
        static final int COLUMNS = 1 << 14;

        private int row;
        private int column;

        int row() {
            return row;
        }

        int column() {
            return column;
        }

        @Override
        public void decode(char[] buffer, int start, int end) {
            int letters = 0;
            int digits = 0;
            int i = start;
            for (; i < end && isLetter(buffer[i]) && letters <= COLUMNS; i++) {
                letters = letters * 26 + (buffer[i] & 0x1F);
            }
            for (; i < end && isDigit(buffer[i]) && digits <= ROWS; i++) {
                digits = digits * 10 + buffer[i] - '0';
            }
            if (i < end || letters < 1 || letters > COLUMNS || digits < 1 || digits > ROWS) {
                throw new IllegalArgumentException("no address: " + new String(buffer, start, end - start));
            }
            row = digits - 1;
            column = letters - 1;
        }

        @Override
        public void handleEmptyValue() {
            throw new IllegalArgumentException("no address");
        }

        private static boolean isLetter(char c) {
            return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
        }
    }

    /** A whole number that is not negative; 0 where it is empty or none. */
    static final class Whole extends Buffered {
        private int value;

        int value() {
            return value;
        }

        @Override
        public void decode(char[] buffer, int start, int end) {
            long whole = 0;
            for (int i = start; i < end && whole <= Integer.MAX_VALUE; i++) {
                whole = isDigit(buffer[i]) ? whole * 10 + buffer[i] - '0' : Long.MAX_VALUE;
            }
            value = whole > Integer.MAX_VALUE ? -1 : (int) whole;
        }

        @Override
        public void handleEmptyValue() {
            value = -1;
        }
    }

    /** The type of a cell; numeric where it is not known. */
    static final class Type extends Buffered {
        static final char NUMBER = 'n';
        static final char SHARED = 's';
        static final char TEXT = 't';
        static final char BOOLEAN = 'b';
        static final char ERROR = 'e';
        static final char DATE = 'd';

        private char type = NUMBER;

        char type() {
            return type;
        }

        void reset() {
            type = NUMBER;
        }

        @Override
        public void decode(char[] buffer, int start, int end) {
            boolean one = end - start == 1;
            type = one ? buffer[start] : buffer[start] == 's' || buffer[start] == 'i' ? TEXT : NUMBER;
        }

        @Override
        public void handleEmptyValue() {
            type = NUMBER;
        }
    }

    /**
     * A number as stored. Up to 15 digits it is the very decimal that its double stands for; a longer one is rounded to
     * them, but for those that lie so near the middle that only the double can tell, and such with an exponent.
     */
    static final class Decimal extends Buffered {
        private static final int DIGITS = 15;
        /** What a long holds in any case. */
        private static final int LONGEST = 18;

        private static final long[] POWERS = {1, 10, 100, 1000};
        /** How far from the middle a double may stray, by the number of digits to drop. */
        private static final long[] STRAY = {0, 2, 12, 120};

        private boolean decimal;
        private long unscaled;
        private int significant;
        private int scale;
        private String digits = "";

        /** Whether {@link #unscaled} and {@link #scale} hold it; else {@link #digits} does. */
        boolean isDecimal() {
            return decimal;
        }

        long unscaled() {
            return unscaled;
        }

        /** Digits behind the point, without trailing zeros. */
        int scale() {
            return scale;
        }

        /** As stored; empty where there is nothing. */
        String digits() {
            return digits;
        }

        @Override
        public void decode(char[] buffer, int start, int end) {
            boolean negative = buffer[start] == '-';
            decimal = read(buffer, negative ? start + 1 : start, end) && round();
            digits = decimal ? "" : new String(buffer, start, end - start);
            normalize(negative);
        }

        private boolean read(char[] buffer, int start, int end) {
            int point = -1;
            long value = 0;
            significant = 0;
            for (int i = start; i < end; i++) {
                char c = buffer[i];
                if (isDigit(c)) {
                    value = value * 10 + c - '0';
                    significant += value == 0 ? 0 : 1;
                } else if (c == '.' && point < 0) {
                    point = i;
                } else {
                    return false;
                }
                if (significant > LONGEST) {
                    return false;
                }
            }
            unscaled = value;
            scale = point < 0 ? 0 : end - point - 1;
            return end - start > (point < 0 ? 0 : 1);
        }

        private boolean round() {
            int drop = significant - DIGITS;
            if (drop <= 0) {
                return true;
            }
            long middle = POWERS[drop] / 2;
            long rest = unscaled % POWERS[drop];
            if (drop > scale || Math.abs(rest - middle) <= STRAY[drop]) {
                return false;
            }
            unscaled = unscaled / POWERS[drop] + (rest > middle ? 1 : 0);
            scale -= drop;
            return true;
        }

        private void normalize(boolean negative) {
            unscaled = negative ? -unscaled : unscaled;
            scale = unscaled == 0 ? 0 : scale;
            while (scale > 0 && unscaled % 10 == 0) {
                unscaled /= 10;
                scale--;
            }
        }

        @Override
        public void handleEmptyValue() {
            decimal = false;
            digits = "";
        }
    }

    /** The text of an element, in one buffer for all of them. */
    static final class Text {
        private char[] buffer = new char[64];
        private int length;

        /** Reads up to the end of the element that just began, and decodes what stood there. */
        void decode(XMLStreamReader2 xml, TypedValueDecoder decoder) throws XMLStreamException {
            read(xml);
            int start = 0;
            int end = length;
            while (start < end && buffer[start] <= ' ') {
                start++;
            }
            while (end > start && buffer[end - 1] <= ' ') {
                end--;
            }
            if (start == end) {
                decoder.handleEmptyValue();
            } else {
                decoder.decode(buffer, start, end);
            }
        }

        private void read(XMLStreamReader2 xml) throws XMLStreamException {
            length = 0;
            for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    xml.skipElement();
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    int more = xml.getTextLength();
                    if (length + more > buffer.length) {
                        buffer = Arrays.copyOf(buffer, Math.max(length + more, 2 * buffer.length));
                    }
                    System.arraycopy(xml.getTextCharacters(), xml.getTextStart(), buffer, length, more);
                    length += more;
                }
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
