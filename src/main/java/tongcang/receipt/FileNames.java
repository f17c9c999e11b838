package tongcang.receipt;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** File names made of names that come from outside. */
final class FileNames {
    private static final int LONGEST = 60;

    private FileNames() {}

    /**
     * A name of letters and digits alone, which can leave no folder; where something had to be left out, a mark of the
     * whole name is added, so that two departments never share a file.
     */
    static String of(String name) {
        String safe = name.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return safe.equals(name) && !safe.isEmpty()
                ? safe
                : safe + "-"
                        + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .substring(0, 8);
    }
}
