package tongcang.relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds what ties the numbers of a grid to each other, and tells whether promised ties hold. */
public final class Relations {
    private Relations() {}

    /** Finds the relations of a grid from its numbers alone: those that are unlikely among shuffled numbers. */
    public static List<Relation> find(NumberGrid grid) {
        List<Relation> found = new ArrayList<>();
        find(grid, found::add);
        return found;
    }

    /** As {@link #find(NumberGrid)}, each told when it is found; a large sheet has millions. */
    public static void find(NumberGrid grid, Consumer<Relation> out) {
        if (grid.rows() == 0) {
            return;
        }
        for (boolean across : new boolean[] {true, false}) {
            Lines lines = new Lines(grid, across);
            Search search = new Search(lines);
            for (Accepted.Found found : search.find()) {
                tell(lines, new Judge(lines), found.pattern(), search.marked(found.pattern()), false, out);
            }
            new RunningTotals(lines).find(out);
        }
    }

    /** Of the relations that {@link #find(NumberGrid)} finds only totals, of parts next to them or of other totals: many times sooner. */
    public static List<Relation> totals(NumberGrid grid) {
        List<Relation> found = new ArrayList<>();
        for (boolean across : new boolean[] {true, false}) {
            Lines lines = new Lines(grid, across);
            Search search = new Search(lines);
            for (Accepted.Found total : search.nearTotals()) {
                tell(lines, new Judge(lines), total.pattern(), search.marked(total.pattern()), false, found::add);
            }
        }
        return found;
    }

    /** Tells of each line whether it keeps the promise; lines without the result or the parts tell nothing. */
    public static List<Relation> check(NumberGrid grid, List<Claim> claims) {
        List<Relation> checked = new ArrayList<>();
        Lines rows = new Lines(grid, true);
        Lines columns = new Lines(grid, false);
        for (Claim claim : claims) {
            Lines lines = claim.across() ? rows : columns;
            boolean inside =
                    claim.result() < lines.length() && claim.parts().stream().allMatch(p -> p < lines.length());
            if (inside) {
                Pattern pattern = new Pattern(
                        claim.kind(),
                        claim.result(),
                        claim.parts().stream().mapToInt(p -> p).toArray());
                tell(lines, new Judge(lines, claim.percent()), pattern, pattern.parts(), true, checked::add);
            }
        }
        return checked;
    }

    private static void tell(
            Lines lines, Judge judge, Pattern pattern, int[] marked, boolean all, Consumer<Relation> out) {
        for (int line = 0; line < lines.count(); line++) {
            Judge.Verdict verdict = judge.judge(pattern, line);
            boolean holds = verdict == Judge.Verdict.HOLDS || verdict == Judge.Verdict.TRIVIAL;
            if (holds || all && verdict == Judge.Verdict.FAILS) {
                List<Relation.Place> parts = new ArrayList<>(marked.length);
                for (int part : marked) {
                    parts.add(lines.place(line, part));
                }
                out.accept(new Relation(
                        pattern.kind(),
                        lines.place(line, pattern.result()),
                        parts,
                        holds,
                        BigDecimal.valueOf(judge.difference(), lines.scale()),
                        BigDecimal.valueOf(judge.tolerance(), lines.scale())));
            }
        }
    }
}
