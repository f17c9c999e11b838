package tongcang.warehouse.release;

import java.nio.file.Path;
import tongcang.warehouse.database.Duck;

/**
 * Writes {@code observation} as SDMX-CSV 2.0, for offices and tools that speak SDMX. A period that SDMX has no code for is a
 * time range ({@code 2023-01-01/P6M}); the frequency of such is {@code _O}. OBS_STATUS has the letters of CL_OBS_STATUS.
 */
final class SdmxExport {
    /** The order of observations in every file. */
    static final String ORDER =
            "indicator_code, region_code, start_date, end_date, period_code, measure, breakdown, base_period, unit_code";

    private SdmxExport() {}

    /** Writes the observations of a part of that view. */
    static void write(Duck duck, ReleasePart part, Path file) {
        duck.run(Duck.resource("sdmx.sql")
                .replace("$condition", part.condition())
                .replace("$order", part.order())
                .replace("$file", Duck.literal(file.toAbsolutePath().toString())));
    }
}
