package tongcang.cli.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongcang.relation.Kind;
import tongcang.relation.Relation;
import tools.jackson.databind.json.JsonMapper;

/** Prints relations, a JSON object a line; three parts or more in a row are one range. */
public final class RelationLines {
    private static final int RANGE = 3;

    private final PrintWriter out;
    private final JsonMapper json = JsonMapper.builder().build();

    public RelationLines(PrintWriter out) {
        this.out = out;
    }

    public void print(String sheet, Relation relation) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("sheet", sheet);
        line.put("kind", relation.kind().code());
        line.put("result", relation.result().address());
        line.put("parts", parts(relation));
        line.put("holds", relation.holds());
        line.put("difference", relation.difference().toPlainString());
        line.put("tolerance", relation.tolerance().toPlainString());
        out.println(json.writeValueAsString(line));
    }

    private static List<String> parts(Relation relation) {
        List<Relation.Place> places = relation.parts();
        List<String> names = new ArrayList<>();
        boolean ranges = relation.kind() == Kind.SUM || relation.kind() == Kind.AVERAGE;
        for (int from = 0, end; from < places.size(); from = end) {
            end = ranges ? endOfRun(places, from) : from + 1;
            if (end - from >= RANGE) {
                names.add(places.get(from).address() + ":" + places.get(end - 1).address());
            } else {
                places.subList(from, end).forEach(place -> names.add(place.address()));
            }
        }
        return names;
    }

    private static int endOfRun(List<Relation.Place> places, int from) {
        boolean across = places.get(0).row() == places.get(places.size() - 1).row();
        int end = from + 1;
        while (end < places.size() && step(places.get(end - 1), places.get(end), across) == 1) {
            end++;
        }
        return end;
    }

    private static int step(Relation.Place a, Relation.Place b, boolean across) {
        return across ? b.column() - a.column() : b.row() - a.row();
    }
}
