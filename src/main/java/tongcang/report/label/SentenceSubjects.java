package tongcang.report.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sentence before told of, for a sentence that opens without a subject of its own. */
final class SentenceSubjects {
    private static final Pattern WORKS = Pattern.compile(
            "([^，,。；;、的]{2,12}?(?:改造|建设|整治|治理|绿化|保护|开发|修复|搬迁))(?:工作|工程|项目)?(?:成效|成果|进展|扎实|全面|稳步|深入|顺利|加快|持续|有序|不断|力度)");

    private static final Pattern ACT = Pattern.compile("(?:年度|全年|今年)?(改造|建设|整治|治理|绿化|修复|搬迁)(?:任务)?");

    /** The subject of the last sentence of the paragraph that had one. */
    private String earlier = "";
    /** What the sentence before told of, where it stated no figure. */
    private String told = "";

    private String silent = "";
    private String works = "";

    /** A sentence begins behind one about {@code subject}; {@code first} opens a paragraph. */
    void sentence(String subject, boolean first) {
        told = first ? "" : silent;
        silent = "";
        works = "";
        earlier = first ? "" : subject.isEmpty() ? earlier : subject;
    }

    /** A clause without figures names a subject. */
    void silent(String subject) {
        silent = subject;
    }

    /** Takes in a clause without figures, which may tell of works: 棚户区改造工作成效显著. */
    void clause(String words) {
        Matcher works = WORKS.matcher(words.strip());
        if (works.lookingAt()) {
            this.works = works.group(1);
        }
    }

    /** The works that the sentence has told of; empty where it has told of none. */
    String works() {
        return works;
    }

    /** 年度改造任务 is of the 棚户区改造 that the sentence has told of. */
    String ofWorks(String noun) {
        Matcher act = ACT.matcher(noun);
        return act.matches() && works.endsWith(act.group(1)) ? works + noun.substring(act.end(1)) : noun;
    }

    /** The sentence states a figure. */
    void stated() {
        silent = "";
    }

    String earlier() {
        return earlier;
    }

    String told() {
        return told;
    }
}
