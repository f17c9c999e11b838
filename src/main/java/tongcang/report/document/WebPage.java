package tongcang.report.document;

import java.util.IdentityHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The main text of a web page: the element that holds nearly all sentences of the page, without what stands around it. */
final class WebPage {
    /** A larger page is no report, and its tree would not fit into memory. */
    private static final int LONGEST = 4_000_000;

    private static final String APART =
            "script, style, noscript, template, iframe, object, svg, select, button, nav, footer, aside, [hidden], [style~=display:\\s*none]";
    private static final String MARKS = "，。；、,;";

    private WebPage() {}

    /** Whether a text begins as web pages do; it is in lower case. */
    static boolean isPage(String start) {
        String front = start.stripLeading();
        return front.startsWith("<!doctype html")
                || front.startsWith("<html")
                || front.startsWith("<") && front.contains("<html");
    }

    /** Nothing that the page links to is fetched, and no script runs. */
    static String text(String html) throws UnreadableFile {
        if (html.length() > LONGEST) {
            throw UnreadableFile.tooLarge("网页超过 " + LONGEST + " 字");
        }
        Document page = Jsoup.parse(html);
        page.select(APART).remove();
        String text = text(main(page.body()));
        String title = page.title().strip();
        boolean told = title.isEmpty() || text.stripLeading().startsWith(title);
        return told ? text : title + "\n" + text;
    }

    /** Down from the body as long as one child holds four fifths of the sentences. */
    private static Element main(Element body) {
        IdentityHashMap<Node, Integer> marks = marks(body);
        Element main = body;
        for (Element next = main; next != null; ) {
            main = next;
            next = null;
            for (Element child : main.children()) {
                int all = marks.getOrDefault(main, 0);
                if (all > 0 && marks.getOrDefault(child, 0) * 5L >= all * 4L) {
                    next = child;
                }
            }
        }
        return main;
    }

    /** How many marks of sentences each element holds. */
    private static IdentityHashMap<Node, Integer> marks(Element body) {
        IdentityHashMap<Node, Integer> marks = new IdentityHashMap<>();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                // counted on the way back
            }

            @Override
            public void tail(Node node, int depth) {
                int own = node instanceof TextNode text
                        ? (int) text.getWholeText()
                                .chars()
                                .filter(c -> MARKS.indexOf(c) >= 0)
                                .count()
                        : marks.getOrDefault(node, 0);
                Node parent = node.parent();
                if (own > 0 && parent != null) {
                    marks.merge(parent, own, Integer::sum);
                }
            }
        });
        return marks;
    }

    /** The text as it is seen: blocks and breaks end a line, other white space is one space. */
    private static String text(Element main) {
        StringBuilder text = new StringBuilder();
        main.traverse(new NodeVisitor() {
            private int preformatted;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    append(text, words.getWholeText(), preformatted > 0);
                } else if (node instanceof Element element) {
                    preformatted += element.nameIs("pre") ? 1 : 0;
                    endLine(text, element);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    preformatted -= element.nameIs("pre") ? 1 : 0;
                    endLine(text, element);
                }
            }
        });
        return text.toString();
    }

    private static void endLine(StringBuilder text, Element element) {
        boolean ends = element.isBlock() || element.nameIs("br") || element.nameIs("td") || element.nameIs("th");
        if (ends && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private static void append(StringBuilder text, String words, boolean asIs) {
        if (asIs) {
            text.append(words);
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            boolean seen = !text.isEmpty() && text.charAt(text.length() - 1) > ' ';
            if (!space) {
                text.append(c);
            } else if (seen && !(c == '\n' && Character.isIdeographic(text.charAt(text.length() - 1)))) {
                text.append(' ');
            }
        }
    }
}
