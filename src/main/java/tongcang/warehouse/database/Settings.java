package tongcang.warehouse.database;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What the engine may use.
 *
 * @param memory such as {@code 2GB}
 * @param threads at least 1
 * @param spill where it may put what does not fit
 * @param brake ends what it does
 */
public record Settings(String memory, int threads, Path spill, Brake brake) {
    public Settings {
        Objects.requireNonNull(brake, "brake");
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(spill, "spill");
        if (!memory.matches("\\d+(MB|GB)") || threads < 1) {
            throw new IllegalArgumentException("memory like 2GB and at least one thread: " + memory + ", " + threads);
        }
    }

    /** The same with a brake that nobody pulls. */
    public Settings(String memory, int threads, Path spill) {
        this(memory, threads, spill, new Brake());
    }

    /** The same for one thread a statement. */
    public Settings singleThreaded() {
        return new Settings(memory, 1, spill, brake);
    }
}
