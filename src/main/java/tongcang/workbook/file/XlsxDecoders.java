package tongcang.workbook.file;

import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/** Decoders of what a sheet holds by the million, straight from the parser's buffer. */
final class XlsxDecoders {
    private XlsxDecoders() {}

    /** A decoder for values that come from the buffer; the other roads lead there. */
    abstract static class Buffered extends TypedValueDecoder {
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

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
