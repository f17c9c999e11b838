package tongcang.report.time;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Origin;
import tongcang.Period;
import tongcang.Status;
import tongcang.quantity.Numerals;
import tongcang.report.scope.ReportScope;
import tongcang.report.time.ReportParts.Part;

/** The time and the status of each figure: from the years its sentence names, else from the part of the report. */
public final class FigureTimes {
    /** 连续9年: the years up to the one under review. */
    private static final Pattern YEARS_ON_END = Pattern.compile("连续([0-9]{1,2}|[二两三四五六七八九十]{1,3})年");

    /** 年均增长, but not 年均浓度. */
    private static final Pattern YEARLY = Pattern.compile("年均(?!浓度|气温|降[雨水]|值)");

    private static final Pattern WHOLE_TERM = Pattern.compile("五年来?(?:累计|年均|共|合计)|累计.{0,8}五年|五年.{0,4}累计");

    private static final Pattern FROM_LAST_YEAR = Pattern.compile("(?:由|从)(?:上年|去年|上一年|上年末)(?:同期)?的?$");
    /** A sentence that tells of all five years. */
    private static final Pattern OVER_TERM = Pattern.compile("^[^，,]{0,12}五年(?:(?:来|间|中)(?!.{0,4}(?:最|是))|共|累计|建成|新建)");

    /** 两年平均: over the years up to the one under review. */
    private static final Pattern YEARS_AVERAGE = Pattern.compile("([两二三四])年(?:平均|年均)(?:增|下|降|提|减)");

    private final ReportScope frame;
    private final ReportParts parts;
    private final NamedYears years = new NamedYears();
    private final StatusWords certainty = new StatusWords();
    private boolean cumulative;
    /** Whether the sentence lists what there is now: things that were 培育 are among them. */
    private boolean stocks;

    private final Comparisons comparisons;

    public FigureTimes(ReportScope frame) {
        this.frame = frame;
        this.parts = new ReportParts(frame);
        this.comparisons = new Comparisons(parts, years);
    }

    /** Takes in a heading. */
    public void heading(String line) {
        if (frame.year() > 0) {
            parts.heading(line);
        }
    }

    /**
     * Takes in the words of a sentence, before its figures are asked for.
     *
     * @param first whether a paragraph begins with it
     * @param goesOn whether only a semicolon stands before it, so that what governs the sentence before governs it too
     */
    public void sentence(String sentence, boolean first, boolean goesOn) {
        int reached = sentence.indexOf("达到");
        stocks = reached >= 0 && sentence.indexOf("达到", reached + 2) > 0;
        cumulative = sentence.indexOf('五') >= 0 && OVER_TERM.matcher(sentence).find();
        comparisons.sentence();
        if (!goesOn) {
            years.sentence();
        }
        certainty.sentence(sentence, first, goesOn);
        if (frame.year() > 0) {
            parts.sentence(sentence, first);
        }
    }

    /** Takes in the words of a clause up to a figure. */
    public void clause(String words) {
        years.clause(words);
        comparisons.clause(words);
        if (!parts.isAhead() && frame.year() > 0) {
            boolean own = frame.reviewed() != null || words.contains("今年") && !frame.early();
            years.partOfYear(words, frame.year() - (own ? 0 : 1));
        }
        certainty.clause(words);
        if (words.contains("累计") || words.contains("累积")) {
            cumulative = true;
        } else if (words.contains("达到") || words.contains("突破")) {
            cumulative = false;
        }
    }

    /** Takes in the words behind a figure, where a bracket may say of what kind it is. */
    public void note(String behind) {
        certainty.note(behind);
    }

    /** The status of a figure of {@code period}: what lies before the year under review is final. */
    public Status status(@Nullable Period period) {
        Status status = parts.isAhead() && certainty.now() != Status.EXPECTED ? Status.TARGET : certainty.now();
        boolean past = period != null && period.end().getYear() < frame.year() - 1;
        return past && status == Status.PRELIMINARY ? Status.ACTUAL : status;
    }

    /** The status of a figure of a table, over which no sentence hangs: it is planned where its time is to come. */
    public Status statusOf(@Nullable Period period) {
        boolean planned = frame.plans()
                && frame.year() > 0
                && period != null
                && period.end().getYear() >= frame.year();
        return planned && frame.reviewed() == null ? Status.TARGET : Status.ACTUAL;
    }

    /**
     * The time of a figure; null where neither the report nor the sentence names a year.
     *
     * @param before the words of its clause up to it
     * @param words the same with the words behind it and its label
     * @param stock whether things are counted one by one
     */
    @Nullable
    public Period period(String before, String words, Measure measure, boolean stock) {
        certainty.figure();
        Period named = years.named();
        if (frame.year() == 0) {
            return named;
        }
        Matcher average = YEARS_AVERAGE.matcher(before);
        if (before.indexOf('均') >= 0 && average.find() && !parts.isAhead()) {
            return onEnd(average.group(1));
        }
        if (YEARLY.matcher(words).find()) {
            return yearly(before, measure);
        }
        boolean from = NamedYears.isFrom(before);
        if (from && years.earlier().isPresent()) {
            return Period.year(years.earlier().getAsInt());
        }
        if (isOfYearBefore(before, from)) {
            return Period.year(frame.year() - 2);
        }
        if (parts.now() == Part.TERM && !NamedYears.isIn(before)) {
            return from ? Period.year(parts.start() - 1) : ofTerm(before, words, measure, stock);
        }
        OptionalInt by = NamedYears.by(words);
        if (by.isPresent()) {
            return Period.year(by.getAsInt());
        }
        if (named != null && (!NamedYears.hasBase(words) || named.start().getYear() <= frame.year())) {
            return named;
        }
        Matcher onEnd = YEARS_ON_END.matcher(measure == Measure.LEVEL ? before : words);
        if (!parts.isAhead() && onEnd.find()) {
            return onEnd(onEnd.group(1));
        }
        return switch (parts.now()) {
            case PLAN -> Period.year(frame.year());
            case YEAR -> ofYear(words);
            case TERM -> ofTerm(before, words, measure, stock);
            case FIVE_YEARS -> ofComingYears(words, measure);
        };
    }

    /** 由上年的A调整为B; in a communiqué, which compares with the year before, also 由A调整为B. */
    private boolean isOfYearBefore(String before, boolean from) {
        return !parts.isAhead()
                && ((before.endsWith("的") || before.endsWith("年"))
                                && FROM_LAST_YEAR.matcher(before).find()
                        || from && !frame.plans() && years.named() == null);
    }

    /** A rate a year: over the years that the sentence names, else over those of the part. */
    private @Nullable Period yearly(String before, Measure measure) {
        Period named = years.named();
        OptionalInt by = NamedYears.by(before);
        int last = by.orElse(named == null ? parts.end() : named.end().getYear());
        if (years.earlier().isPresent() && named != null) {
            return Period.span(Math.min(last, years.earlier().getAsInt() + 1), last);
        }
        return switch (parts.now()) {
            case TERM, FIVE_YEARS -> parts.span();
            case YEAR ->
                named != null && named.kind() == Period.Kind.SPAN
                        ? named
                        : measure == Measure.GROWTH_RATE && parts.isTermTold() ? parts.span() : ofYear(before);
            case PLAN -> last > frame.year() ? Period.span(frame.year(), last) : Period.year(frame.year());
        };
    }

    private Period ofYear(String words) {
        boolean term = WHOLE_TERM.matcher(words).find();
        Period reviewed = frame.reviewed() == null ? Period.year(frame.year() - 1) : frame.reviewed();
        return term ? Period.span(frame.year() - 5, frame.year() - 1) : reviewed;
    }

    private Period onEnd(String years) {
        int last = parts.now() == Part.TERM ? parts.end() : frame.year() - 1;
        int count = Numerals.value(years).map(BigDecimal::intValue).orElse(1);
        return Period.span(last - Math.max(1, count) + 1, last);
    }

    /** What is added or changes takes all of the years; a stock is of their end. */
    private Period ofComingYears(String words, Measure measure) {
        boolean changes = measure == Measure.INCREMENT || measure == Measure.GROWTH_RATE || measure == Measure.CHANGE;
        boolean over = changes
                || (words.contains("累计") || words.contains("累积"))
                || words.contains("新增")
                || words.contains("以上人");
        return over ? parts.span() : Period.year(parts.end());
    }

    /** A sum, a rate or what lasted is of the whole term; a stock is of its end. */
    private Period ofTerm(String before, String words, Measure measure, boolean stock) {
        Matcher onEnd = YEARS_ON_END.matcher(measure == Measure.LEVEL ? before : words);
        if (onEnd.find()) {
            return onEnd(onEnd.group(1));
        }
        if (measure == Measure.MULTIPLE && NamedYears.isAgainstPlan(before)) {
            return parts.span();
        }
        if (years.named() != null && !cumulative && !NamedYears.hasBase(words)) {
            return years.named();
        }
        return WholeTerm.isOver(before, stocks ? words.replace("培育", "　　") : words, measure, cumulative, stock)
                ? parts.span()
                : Period.year(parts.end());
    }

    /** Where the time of a figure was said, right after it was asked for: in the sentence, else by its part of the report. */
    public Origin origin(@Nullable Period period) {
        if (period == null) {
            return Origin.NONE;
        }
        return years.named() != null ? Origin.SENTENCE : frame.year() == 0 ? Origin.NONE : Origin.SECTION;
    }

    /** Whether the time of a figure is that of a term of years, or its end, as the words seem to mean. */
    public boolean isOfTerm() {
        return frame.year() > 0
                && years.named() == null
                && (parts.now() == Part.TERM || parts.now() == Part.FIVE_YEARS);
    }

    /** The year that a figure is compared with, where the clause names one; else null. */
    @Nullable
    public Period base(String words, @Nullable Period period) {
        return comparisons.base(words, period, YEARLY.matcher(words).find());
    }
}
