package tongcang.ledger;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Adds up the values of a column: numbers and days as they are, unscaled decimals, true as 1, texts by their bytes. Sums run
 * in 64 bits and spill over into a big number; values of a dictionary are looked at once.
 */
final class ColumnAdder extends PrimitiveConverter {
    private final PrimitiveType type;
    private final boolean decimal;
    private BigInteger spilled = BigInteger.ZERO;
    private long sum;
    private long[] ofDictionary = {};
    private BigInteger[] wideOfDictionary = {};

    ColumnAdder(PrimitiveType type) {
        this.type = type;
        this.decimal = type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
    }

    BigInteger total() {
        return spilled.add(BigInteger.valueOf(sum));
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        int size = dictionary.getMaxId() + 1;
        ofDictionary = new long[size];
        wideOfDictionary = new BigInteger[size];
        for (int id = 0; id < size; id++) {
            BigInteger value = value(dictionary, id);
            wideOfDictionary[id] = value;
            ofDictionary[id] = value.bitLength() < Long.SIZE ? value.longValue() : Long.MIN_VALUE;
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        if (ofDictionary[id] == Long.MIN_VALUE) {
            spilled = spilled.add(wideOfDictionary[id]);
        } else {
            addLong(ofDictionary[id]);
        }
    }

    private BigInteger value(Dictionary dictionary, int id) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> BigInteger.valueOf(dictionary.decodeToInt(id));
            case INT64 -> BigInteger.valueOf(dictionary.decodeToLong(id));
            default -> value(dictionary.decodeToBinary(id));
        };
    }

    private BigInteger value(Binary bytes) {
        return decimal ? new BigInteger(bytes.getBytesUnsafe()) : BigInteger.valueOf(bytes.length());
    }

    @Override
    public void addBinary(Binary bytes) {
        if (!decimal) {
            addLong(bytes.length());
            return;
        }
        if (bytes.length() == 2 * Long.BYTES) {
            ByteBuffer halves = bytes.toByteBuffer();
            long high = halves.getLong(halves.position());
            long low = halves.getLong(halves.position() + Long.BYTES);
            if (high == low >> (Long.SIZE - 1)) {
                addLong(low);
                return;
            }
        }
        spilled = spilled.add(value(bytes));
    }

    @Override
    public void addBoolean(boolean value) {
        addLong(value ? 1 : 0);
    }

    @Override
    public void addInt(int value) {
        addLong(value);
    }

    @Override
    public void addLong(long value) {
        long next = sum + value;
        if (((sum ^ next) & (value ^ next)) < 0) { // it did not fit
            spilled = total();
            next = value;
        }
        sum = next;
    }
}
