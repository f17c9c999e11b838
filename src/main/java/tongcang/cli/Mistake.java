package tongcang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import tongcang.InvalidFileException;
import tongcang.warehouse.database.WarehouseException;

/** What an operator can mend, in a sentence: where, what was found, what would be right. All else is a bug, and has its trace. */
final class Mistake {
    private static final String DOCTOR = "; see: tongcang doctor";

    private Mistake() {}

    /** The sentence; empty for a bug. */
    static Optional<String> told(Exception e) {
        if (e instanceof InvalidFileException || e instanceof WarehouseException) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        if (e instanceof UncheckedIOException unchecked) {
            return Optional.of(of(Objects.requireNonNull(unchecked.getCause())));
        }
        return e instanceof IOException io ? Optional.of(of(io)) : Optional.empty();
    }

    private static String of(IOException e) {
        if (e instanceof FileSystemException file) {
            return "[" + file.getFile() + "]: " + problem(file);
        }
        return e instanceof CharacterCodingException
                ? "a text file is not UTF-8; save it as UTF-8" + DOCTOR
                : "a file cannot be read or written (" + e.getMessage() + ")" + DOCTOR;
    }

    private static String problem(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "it is not there, or the folder that it is to lie in is not; mend the path or make the folder";
        }
        if (e instanceof AccessDeniedException) {
            return "this user may not read or write it; give the permission" + DOCTOR;
        }
        String kind = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
        return "cannot be read or written (" + kind + ")" + DOCTOR;
    }
}
