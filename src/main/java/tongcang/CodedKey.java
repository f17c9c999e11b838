package tongcang;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The codes that coding found for a {@link RawKey}. It is complete, and its figures can become observations, when
 * indicator, unit and factor are all there; what is missing is told by {@code problems}.
 *
 * @param indicator code of the indicator; null where the label is unknown
 * @param measure the measure, where words of the label say more than the reader saw
 * @param breakdown codes of members in the order of their dimensions, {@code industry=B;affiliation=central}, or empty
 * @param unit the unit as parsed; null where it is none
 * @param toReporting factor from the unit as written to the one shown: the indicator's reporting unit for levels and
 *     increments, the unit as written otherwise; null where they measure different things
 * @param reportingUnit spelling of the unit shown; null with {@code toReporting}
 * @param rule which rule coded the label: {@code exact}, {@code normal}, {@code measure}, {@code form} ...; {@code none}; {@code not_for_us}
 *     where a person decided so
 * @param problems what is missing, as finding rules with the message in Chinese
 * @param exchange by which rate {@code toReporting}, which leaves the currency out, has to be multiplied; null where by none
 * @param provisional the indicator that the label makes by itself, which is {@code indicator} where no line of the catalogue
 *     claims the label; null where the label is not clear enough for one
 */
public record CodedKey(
        @Nullable String indicator,
        Measure measure,
        String breakdown,
        @Nullable Unit unit,
        @Nullable Ratio toReporting,
        @Nullable String reportingUnit,
        String rule,
        List<Problem> problems,
        @Nullable Exchange exchange,
        @Nullable Provisional provisional) {

    /**
     * Of a number whose unit nobody wrote, and which needs one: it converts to nothing and is held until a person says in
     * which unit it is.
     */
    public static final Unit UNSTATED = new Unit("未注明", "unstated", Ratio.ONE);

    /**
     * An indicator that a label makes by itself.
     *
     * @param code a function of its words and its dimension
     * @param name the words of the label that made it, without headings and members
     * @param unit its amounts are shown in it
     * @param rate whether it is one that never adds up (a rate, an index, an amount per head); of others nobody knows yet
     */
    public record Provisional(String code, String name, String unit, boolean rate) {}

    /** Without what the label makes by itself. */
    public CodedKey(
            @Nullable String indicator,
            Measure measure,
            String breakdown,
            @Nullable Unit unit,
            @Nullable Ratio toReporting,
            @Nullable String reportingUnit,
            String rule,
            List<Problem> problems,
            @Nullable Exchange exchange) {
        this(indicator, measure, breakdown, unit, toReporting, reportingUnit, rule, problems, exchange, null);
    }

    /**
     * That an amount is in another currency than its indicator, and becomes an observation only where there is a rate of
     * its period.
     *
     * @param currency the currency's own unit: 美元
     * @param kind {@code average} for flows, {@code end} for stocks
     */
    public record Exchange(String currency, String kind) {}

    /** What is missing or doubtful; {@code rule} is such as {@code coding.unknown-indicator}. */
    public record Problem(String rule, Severity severity, String found, String expected, String message) {}

    public CodedKey {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(breakdown, "breakdown");
        Objects.requireNonNull(rule, "rule");
        problems = List.copyOf(problems);
    }

    /** Whether the indicator is one that the label makes by itself. */
    public boolean isProvisional() {
        return provisional != null && provisional.code().equals(indicator);
    }

    /** Whether its numbers wait for a person to say in which unit they are. */
    public boolean isUnstated() {
        return UNSTATED.equals(unit);
    }

    /** Why figures with this key cannot become observations, as the rule of a problem; null where they can. */
    public @Nullable String obstacle() {
        if (indicator != null && unit != null && toReporting != null) {
            return null;
        }
        return problems.stream()
                .min(Comparator.comparing(p -> p.severity() == Severity.INFO))
                .map(Problem::rule)
                .orElse("coding.incomplete");
    }
}
