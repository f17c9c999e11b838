package tongcang.job.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the input folder; what it cannot enter it tells, and goes on with what is beside it. */
final class InputWalk extends SimpleFileVisitor<Path> {
    /** What may lie beside the folders and is no submission. */
    private static final Set<String> NOTES = Set.of("README", "README.md", "README.txt");

    /** What the desktop and archives from others leave. */
    private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

    private final Path input;
    private final List<Path> files = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    InputWalk(Path input) {
        this.input = input;
    }

    /** All that lies below a folder. */
    static InputWalk of(Path input) {
        InputWalk walk = new InputWalk(input);
        try {
            Files.walkFileTree(input, walk);
        } catch (IOException e) {
            walk.tell(input, e);
        }
        return walk;
    }

    /** Everything that is no folder, in the order of its names. */
    List<Path> files() {
        return files.stream().sorted().toList();
    }

    /** What could not be entered, with the reason, in Chinese. */
    List<String> left() {
        return List.copyOf(left);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString();
        boolean note = NOTES.contains(name) && input.equals(file.getParent());
        // files of the desktop and of Excel itself are no submissions
        if (!note && !name.startsWith(".") && !name.startsWith("~$") && !LITTER.contains(name)) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        tell(file, e);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        if (e != null) {
            tell(folder, e);
        }
        return FileVisitResult.CONTINUE;
    }

    private void tell(Path path, IOException e) {
        String name = path.equals(input)
                ? input.toString()
                : SourceName.of(input.relativize(path)).shown();
        left.add(
                e instanceof NoSuchFileException
                        ? name + "：登记时已不在"
                        : name + "：无法读取（" + e.getClass().getSimpleName() + "），其中的文件本次未收取；请给运行作业的用户读权限，下次运行会再试");
    }
}
