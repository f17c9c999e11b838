package tongcang.report.meaning;

import java.util.List;
import tongcang.report.label.Labels;
import tongcang.report.numeral.Mention;
import tongcang.report.text.Clauses;

/**
 * A clause of a line with the numbers in it, and the words around each of them.
 *
 * @param line the line in its clean form
 * @param start column of the clause's first character
 * @param end column behind its last one
 * @param mentions its numbers, in order
 */
public record Clause(String line, int start, int end, List<Mention> mentions) {
    /** How far from a number its label can stand: keeps the reading linear in endless clauses. */
    private static final int WINDOW = 300;
    /** More numbers in a row than this share no list of subjects. */
    private static final int LONGEST_LIST = 40;
    /** Kinds whose noun may stand behind the last of a list: 6个盟级、42个旗级重点项目. */
    private static final String KINDS = "级类型式";

    /** The same clause with only some of its numbers. */
    Clause of(List<Mention> kept) {
        return new Clause(line, start, end, kept);
    }

    /** Its words, without regard to numbers. */
    String words() {
        return ahead(start, end);
    }

    /** The words from the clause's front to a number. */
    String upTo(int at) {
        return back(start, mentions.get(at).start());
    }

    /** The words between the number before, and {@code taken} characters behind it, and this one. */
    String before(int at, int taken) {
        int here = mentions.get(at).start();
        return back(at == 0 ? start : Math.min(here, mentions.get(at - 1).behind() + taken), here);
    }

    /** The words between a number and the next one. */
    String behind(int at) {
        int to = at + 1 < mentions.size() ? mentions.get(at + 1).start() : end;
        return ahead(mentions.get(at).behind(), to);
    }

    /** All words behind a number, without further numbers. */
    String rest(int at) {
        StringBuilder rest = new StringBuilder();
        for (int i = at; i < mentions.size() && i - at < LONGEST_LIST && rest.length() < WINDOW; i++) {
            rest.append(behind(i));
        }
        return rest.toString();
    }

    /** The words behind a number; where it ends its clause, a comma and those of the next one. */
    String restOrNext(int at) {
        String rest = rest(at);
        if (!rest.isBlank() || end >= line.length() || "，,".indexOf(line.charAt(end)) < 0) {
            return rest;
        }
        int to = end + 1;
        while (to < line.length() && to - end < WINDOW && "，,。；;".indexOf(line.charAt(to)) < 0) {
            to++;
        }
        return Labels.NEXT + line.substring(end + 1, to);
    }

    /** Whether nothing but a joint of a list, or nothing at all, parts a number from the one before. */
    boolean isJoined(String before) {
        return before.isEmpty() || Clauses.isListJoint(before);
    }

    /** How many numbers follow one another from this one on with nothing but a joint between. */
    int listSize(int at) {
        int size = 1;
        while (at + size < mentions.size() && size < LONGEST_LIST && Clauses.isListJoint(behind(at + size - 1))) {
            size++;
        }
        return size;
    }

    /**
     * The words in which a number's noun may stand: those behind it, or behind the last of the numbers with which it
     * shares its noun (1206户3518人贫困人口, 6个盟级、42个旗级项目, 3个产值超千亿、5个超百亿的集群).
     */
    String object(int at) {
        int last = at;
        while (last + 1 < mentions.size()
                && last - at < LONGEST_LIST
                && behind(last).isEmpty()) {
            last++;
        }
        String behind = behind(last);
        if (!behind.endsWith("、") || last != at) {
            return behind;
        }
        String stem = behind.substring(0, behind.length() - 1);
        while (last + 1 < mentions.size()
                && last - at < LONGEST_LIST
                && behind(last).endsWith("、")) {
            last++;
        }
        return stem + sharedTail(stem, behind(last));
    }

    private static String sharedTail(String stem, String last) {
        if (stem.isEmpty() || stem.indexOf('的') >= 0) {
            return "";
        }
        char kind = stem.charAt(stem.length() - 1);
        int same = KINDS.indexOf(kind) >= 0 ? last.indexOf(kind) + 1 : 0;
        int of = Thresholds.isBounded(stem) ? last.indexOf('的') : -1;
        return same > 0 ? last.substring(same) : of >= 0 ? last.substring(of) : "";
    }

    private String back(int from, int to) {
        return line.substring(Math.min(to, Math.max(from, to - WINDOW)), to);
    }

    private String ahead(int from, int to) {
        return line.substring(from, Math.max(from, Math.min(to, from + WINDOW)));
    }
}
