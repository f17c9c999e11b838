package tongcang.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** ZSTD without Hadoop: parquet's own codec would want a whole Hadoop configuration. Other codecs are refused. */
final class Zstd implements CompressionCodecFactory {
    private static final int LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Compressor(only(codec));
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        only(codec);
        return new Decompressor();
    }

    @Override
    public void release() {}

    private static CompressionCodecName only(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("codec " + codec + "; only ZSTD is written and read here");
        }
        return codec;
    }

    private static byte[] array(BytesInput bytes) throws IOException {
        ByteArrayOutputStream array = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
        bytes.writeAllTo(array);
        return array.toByteArray();
    }

    private record Compressor(CompressionCodecName getCodecName) implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return BytesInput.from(com.github.luben.zstd.Zstd.compress(array(bytes), LEVEL));
        }

        @Override
        public void release() {}
    }

    private static final class Decompressor implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(com.github.luben.zstd.Zstd.decompress(array(bytes), size));
        }

        @Override
        public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int outSize) {
            byte[] packed = new byte[inSize];
            in.get(packed);
            out.put(com.github.luben.zstd.Zstd.decompress(packed, outSize));
        }

        @Override
        public void release() {}
    }
}
