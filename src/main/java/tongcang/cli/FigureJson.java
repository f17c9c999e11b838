package tongcang.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import tongcang.Figure;
import tongcang.Period;
import tongcang.Provenance;
import tools.jackson.databind.json.JsonMapper;

/** One figure as one JSON object: the contract of {@code extract --format jsonl}. Values are decimal strings. */
final class FigureJson {
    private final JsonMapper json = JsonMapper.builder().build();

    String line(Figure figure) {
        Map<String, Object> object = new LinkedHashMap<>();
        place(object, figure);
        object.put("value", figure.quantity().valueText());
        if (figure.quantity().high() != null) {
            object.put("valueHigh", figure.quantity().high().toPlainString());
        }
        object.put("unit", figure.quantity().unit());
        object.put("comparator", figure.quantity().comparator().code());
        object.put("measure", figure.measure().code());
        object.put("status", figure.status().code());
        object.put("period", code(figure.period()));
        object.put("base", code(figure.base()));
        object.put("region", figure.region());
        object.put("indicator", figure.label());
        object.put("breakdown", figure.breakdown());
        object.put("section", figure.context().section());
        object.put("sentence", figure.context().sentence());
        return json.writeValueAsString(object);
    }

    private static void place(Map<String, Object> object, Figure figure) {
        if (figure.provenance() instanceof Provenance.TextSpan span) {
            object.put("line", span.line());
            object.put("start", span.start());
            object.put("end", span.end());
            object.put("span", span.words());
        } else if (figure.provenance() instanceof Provenance.Cell cell) {
            object.put("sheet", cell.sheet());
            object.put("cell", cell.cell());
            object.put("text", cell.words());
        }
    }

    private static String code(@org.jspecify.annotations.Nullable Period period) {
        return period == null ? "" : period.code();
    }
}
