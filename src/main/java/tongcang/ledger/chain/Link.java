package tongcang.ledger.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A link of the chain: what one act did to the ledger. It is a run's {@code index.json}, and its hash is that file's.
 *
 * @param format of this file and of the parts it names
 * @param number its place in the chain, from 1
 * @param run name of its folder, without {@code run=}
 * @param day on which it was added; never before that of the link before it
 * @param previous SHA-256 of the index before it; empty for the first
 * @param reason what the operator gave as such; empty for a run
 * @param withdrawn ids of submissions that hold nothing any more
 * @param lost hashes of links that are admitted to be lost
 * @param gone files that are admitted to be lost, of links that are not
 * @param parts its files, and of a withdrawal those that took the place of older ones
 * @param reader who read what a run adds; null where nothing was read, and where an older program wrote it
 */
public record Link(
        int format,
        int number,
        String run,
        Kind kind,
        LocalDate day,
        String previous,
        String reason,
        List<String> withdrawn,
        List<String> lost,
        List<String> gone,
        List<Part> parts,
        @Nullable Reader reader) {
    /** The file that holds a link. */
    public static final String INDEX = "index.json";

    /** The format that is written now, of links and parts: 1 had no chain, 2 no second readings. */
    public static final int FORMAT = 3;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What was done. */
    public enum Kind {
        /** Took in what lay there before there was a chain. */
        ORIGIN,
        /** Took submissions in. */
        INTAKE,
        /** Read submissions again, and may have taken others in. */
        REREAD,
        /** Took the figures of a submission out. */
        WITHDRAWAL,
        /** The operator knows that something is lost. */
        ADMISSION
    }

    /**
     * A file of the ledger.
     *
     * @param file relative to the ledger's folder, with {@code /}
     * @param rows of a table, or lines
     * @param bytes its size
     * @param sha256 of its bytes
     */
    public record Part(String file, long rows, long bytes, String sha256) {
        public Part {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    public Link {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(reason, "reason");
        withdrawn = List.copyOf(withdrawn);
        lost = List.copyOf(lost);
        gone = List.copyOf(gone);
        parts = List.copyOf(parts);
    }

    /** The same, with files that it adds or puts in the place of older ones. */
    public Link with(List<Part> files) {
        return new Link(format, number, run, kind, day, previous, reason, withdrawn, lost, gone, files, reader);
    }

    /** The same, of what somebody read. */
    public Link readBy(@Nullable Reader who) {
        return new Link(format, number, run, kind, day, previous, reason, withdrawn, lost, gone, parts, who);
    }

    /** The same, taking submissions out. */
    public Link withdrawing(List<String> submissions) {
        return new Link(format, number, run, kind, day, previous, reason, submissions, lost, gone, parts, reader);
    }

    /** The same, admitting that links and files are lost. */
    public Link admitting(List<String> links, List<String> files) {
        return new Link(format, number, run, kind, day, previous, reason, withdrawn, links, files, parts, reader);
    }

    /** The same, named after what was done and its place in the chain. */
    public Link named() {
        String name = kind.name().toLowerCase(Locale.ROOT) + number;
        return new Link(format, number, name, kind, day, previous, reason, withdrawn, lost, gone, parts, reader);
    }

    /** Its index, relative to the ledger's folder. */
    public String index() {
        return "run=" + run + "/" + INDEX;
    }

    /** Reads an index; null where it is none. */
    static @Nullable Link read(byte[] index) {
        try {
            return JSON.readValue(index, Link.class);
        } catch (JacksonException | NullPointerException e) {
            return null;
        }
    }

    /** Writes it as the index of a folder. */
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(INDEX), JSON.writeValueAsString(this) + "\n");
    }
}
