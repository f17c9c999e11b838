package tongcang.report.label;

/** What the sentence before told of, for a sentence that opens without a subject of its own. */
final class SentenceSubjects {
    /** The subject of the last sentence of the paragraph that had one. */
    private String earlier = "";
    /** What the sentence before told of, where it stated no figure. */
    private String told = "";

    private String silent = "";

    /** A sentence begins behind one about {@code subject}; {@code first} opens a paragraph. */
    void sentence(String subject, boolean first) {
        told = first ? "" : silent;
        silent = "";
        earlier = first ? "" : subject.isEmpty() ? earlier : subject;
    }

    /** A clause without figures names a subject. */
    void silent(String subject) {
        silent = subject;
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
