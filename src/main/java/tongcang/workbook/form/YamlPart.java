package tongcang.workbook.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tongcang.InvalidFileException;

/** A part of an operator's YAML file that knows its line, so that what is wrong in it can be named there. */
final class YamlPart {
    private final String file;
    private final Node node;

    private YamlPart(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads the parts of a whole file, apart by {@code ---}; tags, anchors and all else that would have a reader do something are left unread. */
    static List<YamlPart> read(String file, String text) {
        try {
            List<YamlPart> parts = new ArrayList<>();
            new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeAllFromString(text)
                    .forEach(node -> parts.add(new YamlPart(file, node)));
            if (parts.isEmpty()) {
                throw new InvalidFileException(file, 1, "the file is empty; expected 'form:'");
            }
            return parts;
        } catch (MarkedYamlEngineException e) {
            throw new InvalidFileException(file, line(e.getProblemMark()), e.getProblem());
        } catch (YamlEngineException e) {
            throw new InvalidFileException(
                    file, 0, String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    long line() {
        return line(node.getStartMark());
    }

    private static long line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1L).orElse(0L);
    }

    InvalidFileException wrong(String problem) {
        return new InvalidFileException(file, line(), problem);
    }

    /** The values by key; only the keys named are allowed. */
    Map<String, YamlPart> map(String... keys) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected keys with values: " + String.join(", ", keys));
        }
        Map<String, YamlPart> parts = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> {
            YamlPart key = new YamlPart(file, tuple.getKeyNode());
            if (!List.of(keys).contains(key.text())) {
                throw key.wrong("unknown key '" + key.text() + "'; expected one of: " + String.join(", ", keys));
            }
            if (parts.put(key.text(), new YamlPart(file, tuple.getValueNode())) != null) {
                throw key.wrong("'" + key.text() + "' stands twice");
            }
        });
        return parts;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    List<YamlPart> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list, each item on a line that begins with '-'");
        }
        return sequence.getValue().stream().map(n -> new YamlPart(file, n)).toList();
    }

    /** The words of a value; never empty. */
    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong("expected words");
        }
        return scalar.getValue().strip();
    }

    /** The constant whose name the value is, in lower case. */
    <E extends Enum<E>> E oneOf(E[] constants) {
        String text = text();
        return Stream.of(constants)
                .filter(c -> spelled(c).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("unknown '" + text + "'; expected one of: "
                        + String.join(
                                ", ",
                                Stream.of(constants).map(YamlPart::spelled).toList())));
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The words under a key; empty where it is absent. */
    static String text(Map<String, YamlPart> parts, String key) {
        @Nullable YamlPart part = parts.get(key);
        return part == null ? "" : part.text();
    }
}
