package tongcang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher before a Java that tells what it was started with. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path folder = Path.of("");

    private Path launcher = Path.of("");

    @BeforeEach
    void aBuiltProject() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.createDirectories(project.resolve("src/main"));
        Files.createDirectories(project.resolve("target"));
        Files.createDirectories(folder.resolve("java/bin"));
        Files.writeString(project.resolve("pom.xml"), "");
        Path jar = Files.writeString(project.resolve("target/tongcang.jar"), "");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        launcher = project.resolve("tongcang");
        Files.copy(Path.of("tongcang"), launcher);
        executable(launcher);
        executable(Files.writeString(
                folder.resolve("java/bin/java"), "#!/bin/sh\necho \"charmap $(locale charmap)\" \"$@\"\n"));
    }

    @Test
    void aLocaleThatTheMachineLacksIsNotTrustedForItsName() throws IOException, InterruptedException {
        assertThat(said(launcher, "xx_XX.UTF-8")).contains("charmap UTF-8");
        assertThat(said(launcher, "POSIX")).contains("charmap UTF-8");
    }

    @Test
    void throughALinkItWorksWhereItLiesItself() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("bin")).resolve("tongcang"), launcher);

        assertThat(said(link, "C.UTF-8"))
                .contains("-Dtongcang.home=" + launcher.getParent().toRealPath());
        assertThat(folder.resolve("bin/target")).doesNotExist();
    }

    private String said(Path command, String locale) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.toString(), "doctor").redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
