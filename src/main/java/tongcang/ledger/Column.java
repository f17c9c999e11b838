package tongcang.ledger;

import java.util.function.Function;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A column of a ledger table: its name, its type and where its value comes from. A null value is a null.
 *
 * @param name as in SQL
 * @param type decides the Parquet type
 * @param value a String, Integer, Long or LocalDate, as {@code type} says
 * @param distinct whether most values differ, so that a dictionary of them would be built in vain
 */
record Column<R>(String name, Type type, Function<R, @Nullable Object> value, boolean distinct) {

    /** The types that the ledger needs. */
    enum Type {
        TEXT,
        INT,
        LONG,
        DATE
    }

    static <R> Column<R> text(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.TEXT, value, false);
    }

    static <R> Column<R> distinctText(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.TEXT, value, true);
    }

    static <R> Column<R> integer(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.INT, value, false);
    }

    static <R> Column<R> bigint(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.LONG, value, false);
    }

    static <R> Column<R> date(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.DATE, value, false);
    }

    PrimitiveType parquetType() {
        return switch (type) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
            case INT -> Types.optional(PrimitiveTypeName.INT32).named(name);
            case LONG -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(name);
        };
    }
}
