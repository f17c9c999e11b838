package tongcang.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.support.Sha256;

/** Version of the program that is running. Facts are a function of it too, so that another build makes another release. */
final class CodeVersion {
    private static final String DEVELOPMENT = "development";

    private static final int SHORT = 8;

    /** What has a part in the reading of a file: the readers, the floor under them, the vocabulary, how the ledger writes it. */
    private static final Pattern READING =
            Pattern.compile("tongcang/([^/]+\\.class|(report|workbook|quantity|relation|support|ledger)/.*)");

    private CodeVersion() {}

    /** {@code 0.1.0+1a2b3c4d}: the version and the beginning of the jar's hash; {@code development} outside a jar. */
    static String current() {
        try {
            Path code = code();
            return Files.isRegularFile(code) ? version() + "+" + Sha256.of(code).substring(0, SHORT) : DEVELOPMENT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of the part of the program that reads, and the libraries: another build of the rest reads alike. */
    static String ofReading() {
        Path code = code();
        if (!Files.isRegularFile(code)) {
            return DEVELOPMENT;
        }
        try (JarFile jar = new JarFile(code.toFile())) {
            MessageDigest digest = Sha256.digest();
            jar.stream()
                    .filter(entry -> READING.matcher(entry.getName()).matches())
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n")
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            String libraries =
                    String.valueOf(jar.getManifest().getMainAttributes().get(Attributes.Name.CLASS_PATH));
            digest.update(libraries.getBytes(StandardCharsets.UTF_8));
            return version() + "+" + HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        @Nullable String version = CodeVersion.class.getPackage().getImplementationVersion();
        return Optional.ofNullable(version).orElse("0");
    }

    private static Path code() {
        try {
            return Path.of(CodeVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
