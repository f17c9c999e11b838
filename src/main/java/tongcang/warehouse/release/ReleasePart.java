package tongcang.warehouse.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tongcang.warehouse.build.Marts;
import tongcang.warehouse.database.Duck;

/**
 * The share of a table or view that BI tools read as one file.
 *
 * @param name of the file, without folder and ending
 * @param condition in SQL
 * @param order a clause in SQL; empty where the rows lie in their order already
 */
record ReleasePart(String relation, String name, String condition, String order) {
    /** The view that is released as SDMX-CSV as well. */
    static final String OBSERVATION = "observation";

    /** Many rows of these are split into one file per year. */
    private static final Set<String> OF_FACTS = Set.of("fact_observation", OBSERVATION);

    /** Each with its order: readers of one indicator touch few pages, and equal content gives equal bytes. */
    private static final Map<String, String> ORDERS = orders();

    /**
     * All parts of a built file.
     *
     * @param splitAbove a relation of observations with more rows is split by year
     */
    static List<ReleasePart> all(Duck duck, long splitAbove) {
        boolean isSplit = duck.number("SELECT count(*) FROM fact_observation") > splitAbove;
        List<String> relations = new ArrayList<>(ORDERS.keySet());
        relations.addAll(Marts.names(duck));
        return relations.stream()
                .flatMap(r -> (isSplit && OF_FACTS.contains(r) ? years(duck, r) : List.of(whole(r))).stream())
                .toList();
    }

    private static ReleasePart whole(String relation) {
        return new ReleasePart(relation, relation, "true", " ORDER BY " + ORDERS.getOrDefault(relation, "ALL"));
    }

    private static List<ReleasePart> years(Duck duck, String relation) {
        return duck.query(
                "SELECT DISTINCT year FROM " + relation + " JOIN dim_period USING (period_code) ORDER BY year",
                r -> new ReleasePart(
                        relation,
                        relation + "/" + r.getInt(1),
                        "period_code IN (SELECT period_code FROM dim_period WHERE year = " + r.getInt(1) + ")",
                        ""));
    }

    /** Whether it is a year of many, whose rows lie in their order. */
    boolean isYear() {
        return order.isEmpty();
    }

    /** Whether it is of the facts, and no view to be computed first. */
    boolean isOfFacts() {
        return OF_FACTS.contains(relation);
    }

    /** Its rows in their order, in SQL. */
    String select() {
        return "SELECT * FROM " + relation + " WHERE " + condition + order;
    }

    private static Map<String, String> orders() {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("coding", "ALL");
        orders.put("coding_region", "ALL");
        orders.put("conflict", "ALL");
        orders.put("dim_department", "ALL");
        orders.put("dim_indicator", "ALL");
        orders.put("dim_layout", "ALL");
        orders.put("dim_member", "ALL");
        orders.put("dim_period", "ALL");
        orders.put("dim_region", "ALL");
        orders.put("dim_subject", "ALL");
        orders.put("dim_submission", "ALL");
        orders.put("dim_unit", "ALL");
        orders.put(
                "fact_observation",
                "indicator_code, region_code, period_code, measure, breakdown, received, observation_id");
        orders.put("fact_finding", "ALL");
        orders.put("fact_uncoded", "submission_id, figure_no");
        orders.put("fact_held", "submission_id, figure_no");
        orders.put(OBSERVATION, SdmxExport.ORDER);
        orders.put("grading", "ALL");
        orders.put("revision", "ALL");
        orders.put("series", "ALL");
        orders.put("target_progress", "indicator_code, region_code, period_code, measure, observation_id");
        return orders;
    }
}
