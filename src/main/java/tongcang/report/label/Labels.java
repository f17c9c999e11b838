package tongcang.report.label;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.Measure;
import tongcang.report.text.WordList;

/**
 * The label of a figure: the noun phrase that a table would have in its row. It is cut from the words before the
 * number, from those behind it, or carried over from the figures before in the sentence.
 */
public final class Labels {
    private static final WordList VERB = WordList.of("verb");
    private static final WordList DEPENDENT = WordList.of("dependent");
    private static final WordList PRAISE = WordList.of("praise");
    private static final WordList TURN = WordList.of("turn");
    private static final WordList DONE = WordList.of("done");

    /** 年度投资 is that of projects; who is counted invests nothing. */
    private static final Pattern NO_INVESTMENT = Pattern.compile(".*(?:企业|主体|人才|团队|人员|户|居民|群众|条件|面貌)");

    /** 按可比价格计算, 据抽样调查, 主要是…退出: on what basis or why something is told, and not of what. */
    private static final Pattern BASIS = Pattern.compile("(?:按|以)[^，,]{1,24}(?:计算|测算|核算|口径|折算|统计|划分|分|看)$"
            + "|(?:根据|依据|据|按照|依照).{2,}|(?:主要|其)(?:是|系|原因|由于|受)|原因是|(?:扣除|剔除).{2,}|(?:与|同|较|比).{2,}相?比$");

    /** They say nothing alone: at the front of a sentence they are of what the one before told of. */
    private static final Pattern BARE = Pattern.compile("(?:共)?(?:完成投资|总投资|总里程|总长度|总面积)");

    private static final Pattern INVESTED = Pattern.compile("(?:共|累计|总|完成)?(?:投资|投入)");
    private static final Pattern PULLS =
            Pattern.compile("(.*?)(?:分别|共同|各)?(?:拉动|带动)([^，,。；、]{2,16}?(?:增长|上升|上涨|提高|回升|下降|增速))(?:分别)?(?:了|约|达|为|近)?");

    /** What the words behind a number that ends its clause begin with: they are those of the next clause. */
    public static final String NEXT = "，";

    private final GivenLabels given = new GivenLabels();
    private final SentenceSubjects sentences = new SentenceSubjects();
    private String subject = "";
    private String dependent = "";
    /** The last label that was made of the subject and a dependent noun. */
    private String dependentOn = "";
    /** The plan whose amount was told last: 完成年计划 of 完成年计划710亿元的89.4%. */
    private String planned = "";

    private List<String> listed = List.of();
    private int nextListed;
    private int consumed;

    /** A sentence begins: nothing is carried over but what a bare change at its front may be of; {@code first} opens a paragraph. */
    public void sentence(boolean first) {
        given.clear();
        sentences.sentence(subject, first);
        subject = "";
        dependent = "";
        dependentOn = "";
        planned = "";
        listed = List.of();
    }

    /** A clause without figures may name the subject of the next one. */
    public void silentClause(String clause) {
        if (BASIS.matcher(clause.strip()).lookingAt()) {
            return;
        }
        sentences.clause(clause);
        String phrase = NounBefore.head(NounBefore.withoutCompared(clause.strip()));
        if (!VERB.atStart(phrase).isEmpty() || !subject.isEmpty() && VERB.isIn(phrase)) {
            phrase = subject.isEmpty() ? NounBefore.head(NounBefore.object(phrase)) : "";
        }
        int praise = PRAISE.firstIn(phrase);
        String noun = NounBefore.withoutExamples(praise < 0 ? phrase : phrase.substring(0, praise));
        if (noun.length() >= 3 && noun.length() <= NounBefore.LONGEST) {
            subject = noun;
            sentences.silent(noun);
            listed = List.of();
        }
    }

    /**
     * The label of a number.
     *
     * @param before words of the clause up to the number, from the figure before it on
     * @param behind words behind the number, up to the next figure or the clause's end
     * @param rest all words behind it in its clause, without further numbers; where there are none, {@link #NEXT} and
     *     the next clause
     * @param adjacent whether only a list joint stands between the figure before and this one
     * @param listSize how many figures stand in a row with this one as the first
     * @param unit the number's; where it is a classifier, a noun right behind it is what is counted
     */
    public String label(
            String before, String behind, String rest, boolean adjacent, int listSize, Measure measure, String unit) {
        String label = adjacent && nextListed < listed.size()
                ? listed.get(nextListed++)
                : find(before, behind, rest, adjacent, listSize, measure, unit);
        given.add(label, measure);
        return label;
    }

    private String find(
            String before, String behind, String rest, boolean adjacent, int listSize, Measure measure, String unit) {
        consumed = 0;
        String plan = planned;
        planned = "";
        Matcher pulls = PULLS.matcher(before.strip());
        if (measure == Measure.CHANGE && pulls.matches()) {
            return pulling(NounBefore.head(pulls.group(1)), pulls.group(2), listSize);
        }
        boolean counter = RowLabels.isCounter(unit);
        String noun = RowLabels.isThing(unit) && measure != Measure.RANK
                ? NounBefore.ofThings(before)
                : NounBefore.of(before, measure == Measure.RANK);
        if (counter && !noun.isEmpty() && LinkingWords.isDirect(before) && NounBehind.isNoun(behind)) {
            String counted = NounBehind.of(behind);
            if (counted.length() > 1 && !DEPENDENT.contains(counted) && !OpenNouns.isOwner(noun)) {
                return remember(withObject("", counted, "", behind, adjacent), listSize);
            }
        }
        if (INVESTED.matcher(noun).matches() && !counter) {
            boolean next = rest.startsWith(NEXT);
            String works = next && !subject.isEmpty() ? "" : Works.of(next ? rest.substring(NEXT.length()) : rest);
            if (!works.isEmpty()) {
                return remember(works + noun, listSize);
            }
        }
        boolean open = OpenNouns.isOpen(noun, before, behind, adjacent) && (counter || !NounBehind.isPurpose(behind));
        String object = open ? NounBehind.of(behind) : "";
        if ((noun.isEmpty() || VERB.contains(noun)) && measure == Measure.SHARE && !adjacent && object.length() > 1) {
            return remember(NounBehind.predicated(behind), listSize);
        }
        if (!object.isEmpty() && measure != Measure.RANK && !isRate(measure)) {
            return remember(withObject(noun, object, before, behind, adjacent), listSize);
        }
        return carriedOver(noun, behind, plan, adjacent, listSize, measure);
    }

    /** The label of a number behind which nothing is counted: of its noun, of what was told before, or of both. */
    private String carriedOver(
            String noun, String behind, String plan, boolean adjacent, int listSize, Measure measure) {
        if (noun.isEmpty() && measure == Measure.SHARE && !plan.isEmpty()) {
            return DependentNouns.of(subject, plan);
        }
        if (noun.isEmpty() && subject.isEmpty() && (measure == Measure.GROWTH_RATE || measure == Measure.CHANGE)) {
            subject = sentences.earlier();
        }
        if (noun.length() < 2 || !subject.isEmpty() && TURN.contains(noun)) {
            return adjacent || !noun.isEmpty() || !subject.isEmpty()
                    ? carried(listSize, measure)
                    : remember(NounBehind.of(behind), listSize);
        }
        if (subject.isEmpty() && BARE.matcher(noun).matches()) {
            subject = sentences.told();
        }
        return subject.isEmpty() ? remember(noun, listSize) : ofSubject(noun, listSize, measure);
    }

    private String ofSubject(String noun, int listSize, Measure measure) {
        if (DependentNouns.isPlan(noun) && measure == Measure.LEVEL) {
            planned = noun;
            return subject;
        }
        if (DONE.contains(noun)) {
            return withDone(noun, listSize);
        }
        return DependentNouns.isDependent(noun) ? share(noun, listSize) : remember(noun, listSize);
    }

    /** 分别拉动经济增长0.3、1.2个百分点: what each of those told of adds to the growth. */
    private String pulling(String noun, String pulled, int listSize) {
        String before = subject;
        subject = noun.isEmpty() ? subject : noun;
        listed = (listSize > 1 ? carriedList(listSize) : List.of(subject))
                .stream().map(s -> s + "对" + pulled + "的拉动").toList();
        nextListed = 1;
        subject = noun.isEmpty() ? before : noun;
        return listed.get(0);
    }

    /** 项目312个，建成投产205个: of the same things, those to which that was done. */
    private String withDone(String noun, int listSize) {
        String things = subject;
        String label = remember(things + noun, listSize);
        subject = things;
        return label;
    }

    private String withObject(String noun, String found, String before, String behind, boolean adjacent) {
        int at = Math.max(0, behind.indexOf(found));
        consumed = Math.min(behind.length(), at + found.length());
        String became = NounBehind.became(behind.substring(consumed));
        String object = became.endsWith(found) ? became : became + found;
        if (OpenNouns.isOwner(noun)) {
            return noun + object;
        }
        object = object.equals(found) ? sentences.ofWorks(given.longer(found)) : object;
        boolean of = DEPENDENT.contains(noun) && behind.startsWith("的");
        if (OpenNouns.introduces(noun, before) && !of) {
            return object;
        }
        dependent = of ? noun : adjacent ? dependent : "";
        if (adjacent && behind.startsWith("的")) {
            if (DEPENDENT.contains(object) && !subject.isEmpty()) {
                return DependentNouns.of(subject, object); // 66个重点项目54亿元的投资计划
            }
            return object + dependent;
        }
        return OpenNouns.isVerb(noun) || noun.isEmpty() || DEPENDENT.contains(noun) && !of ? object : object + noun;
    }

    /** Whether the last label was given to the amount of a plan: 完成年计划30亿元. */
    public boolean statesPlan() {
        return !planned.isEmpty();
    }

    /** How many of the words behind the number the last label took as its object. */
    public int consumed() {
        return consumed;
    }

    private static boolean isRate(Measure measure) {
        return measure == Measure.GROWTH_RATE
                || measure == Measure.SHARE
                || measure == Measure.MULTIPLE
                || measure == Measure.CHANGE;
    }

    /** The words before the number name nothing: it is about what the sentence has told of already. */
    private String carried(int listSize, Measure measure) {
        if (listSize > 1) {
            listed = carriedList(listSize);
            nextListed = 1;
            return listed.get(0);
        }
        if (measure == Measure.GROWTH_RATE && !dependentOn.isEmpty() && dependentOn.equals(given.grown(subject))) {
            return dependentOn; // 蔬菜产量 of 蔬菜播种面积
        }
        return measure == Measure.CHANGE ? given.changed(subject) : subject;
    }

    /** 产量10万辆、销量9万辆，分别增长5%、4%: as many of the last labels as there are numbers. */
    private List<String> carriedList(int size) {
        List<String> spread = CoordinatedSubjects.spread(subject, size);
        if (spread.stream().distinct().count() == size) {
            return spread;
        }
        return given.last(size).orElse(spread);
    }

    /** 占全省总数 behind 上企业数: a share of the carried subject. */
    private String share(String noun, int listSize) {
        if (noun.endsWith("投资") && NO_INVESTMENT.matcher(subject).matches()) {
            return sentences.works() + noun;
        }
        if (listSize > 1) {
            listed = eachShare(noun, listSize);
            nextListed = 1;
            return listed.get(0);
        }
        dependentOn = DependentNouns.of(subject, noun);
        return dependentOn;
    }

    /** The noun of each of several subjects, or each of several nouns of one: 销售收入、增加值分别增长12%、8%. */
    private List<String> eachShare(String noun, int size) {
        List<String> subjects = carriedList(size);
        if (subjects.stream().distinct().count() == size) {
            return subjects.stream().map(s -> DependentNouns.of(s, noun)).toList();
        }
        return CoordinatedSubjects.spread(noun, size).stream()
                .map(n -> DependentNouns.of(subject, n))
                .toList();
    }

    private String remember(String label, int listSize) {
        sentences.stated();
        subject = label;
        if (listSize > 1) {
            listed = CoordinatedSubjects.spread(label, listSize);
            nextListed = 1;
            return listed.get(0);
        }
        listed = List.of();
        return label;
    }
}
