package tongcang.workbook.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.LongConsumer;
import tongcang.workbook.grid.TooMuch;

/** A stream that ends in an error when more comes out of it than is allowed: a small file may unpack to a huge one. */
final class BoundedStream extends FilterInputStream {

    private final LongConsumer counter;
    private long left;

    BoundedStream(InputStream in, long most, LongConsumer counter) {
        super(in);
        this.left = most;
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("given up");
        }
        left -= read;
        counter.accept(read);
        if (left < 0) {
            throw new TooMuch();
        }
    }
}
