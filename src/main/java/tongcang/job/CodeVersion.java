package tongcang.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tongcang.support.Sha256;

/** Version of the program that is running. Facts are a function of it too, so that another build makes another release. */
final class CodeVersion {
    private CodeVersion() {}

    /** {@code 0.1.0+1a2b3c4d}: the version and the beginning of the jar's hash; {@code development} outside a jar. */
    static String current() {
        try {
            Path code = Path.of(CodeVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!Files.isRegularFile(code)) {
                return "development";
            }
            @Nullable String version = CodeVersion.class.getPackage().getImplementationVersion();
            String hash = Sha256.of(code);
            return Optional.ofNullable(version).orElse("0") + "+" + hash.substring(0, 8);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
