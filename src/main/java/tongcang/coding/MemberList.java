package tongcang.coding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tongcang.coding.codelist.CodelistFile;

/** {@code members.csv}: the members of classifications (industry, ownership, urban and rural, sex, age ...). */
final class MemberList {
    static final String FILE = "members.csv";

    /** Headings that only group what stands under them say nothing of it: 人口, 综合. */
    private static final String HEADING = "heading";

    /** LabelWording for the whole of what is divided, or for its plain amount: 合计, 绝对量. */
    private static final String WHOLE = "whole";

    /** Names of what is divided, over the names of its parts: 税收收入 over 增值税. */
    private static final String CONTEXT = "context";

    private static final String ANY_PERIOD_BEFORE = "index_base=prev_period";
    private static final Set<String> PERIODS_BEFORE = Set.of("index_base=prev_month", "index_base=prev_quarter");

    /** A member of a classification. */
    record Member(String dimension, String code) {

        /** Whether it only groups what stands under it. */
        boolean isHeading() {
            return dimension.equals(HEADING);
        }

        /** Whether it is the whole that the parts under it are of: it says nothing more where they have names of their own. */
        boolean isContext() {
            return dimension.equals(CONTEXT);
        }

        /** Whether it says nothing of who or what a part is. */
        boolean saysNothing() {
            return isHeading() || isContext() || dimension.equals(WHOLE);
        }

        @Override
        public String toString() {
            return dimension + "=" + code;
        }
    }

    private final Spellings<Member> names = new Spellings<>("members");
    private final Set<String> known = new HashSet<>();
    private final List<String> choices = new ArrayList<>();
    private int longest;

    private MemberList() {}

    static MemberList read(Path folder) {
        MemberList list = new MemberList();
        new CodelistFile(folder, FILE).read(List.of("dimension", "member", "name", "aliases"), line -> {
            Member member = new Member(CodelistFile.required(line, "dimension"), CodelistFile.required(line, "member"));
            CodelistFile.require(list.known.add(member.toString()), "member '" + member + "' stands twice");
            if (!member.saysNothing()) {
                list.choices.add(member + " " + line.getField("name"));
            }
            CodelistFile.names(line).forEach(name -> list.names.add(LabelWording.normal(name), name, member));
            return line;
        });
        list.longest = list.names.all().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return list;
    }

    /** Without those that another one of them lies in: 采矿业 beside 煤炭开采和洗选业 says nothing more, nor 环比 beside 上月=100. */
    static List<String> innermost(Collection<String> members) {
        return members.stream()
                .filter(outer -> members.stream().noneMatch(inner -> isWithin(inner, outer)))
                .toList();
    }

    private static boolean isWithin(String inner, String outer) {
        return Industries.isWithin(inner, outer) || outer.equals(ANY_PERIOD_BEFORE) && PERIODS_BEFORE.contains(inner);
    }

    /** As {@code dimension=member name}. */
    List<String> choices() {
        return List.copyOf(choices);
    }

    /** The member that a name means; what is the total of a member is the member. */
    Optional<Member> find(String name) {
        String normal = LabelWording.normal(name);
        return names.find(normal)
                .or(() -> normal.endsWith("合计")
                        ? names.find(normal.substring(0, normal.length() - 2))
                        : Optional.empty());
    }

    /** The member that a name in its normal form means. */
    Optional<Member> findNormal(String normal) {
        return names.find(normal);
    }

    /** Characters of the longest name. */
    int longest() {
        return longest;
    }

    /**
     * Members as written in a codelist, {@code industry=B;area=urban}, in the order of their dimensions.
     *
     * @throws IllegalArgumentException if one is unknown, or two are of one dimension
     */
    List<String> parse(String members) {
        TreeSet<String> parsed = new TreeSet<>(CodelistFile.several(members));
        Set<String> dimensions = new HashSet<>();
        for (String member : parsed) {
            CodelistFile.require(
                    known.contains(member), "unknown member '" + member + "'; add it to seeds/codelists/members.csv");
            CodelistFile.require(
                    dimensions.add(member.substring(0, member.indexOf('='))),
                    "two members of one dimension in '" + members + "'; expected one of each");
        }
        return List.copyOf(parsed);
    }
}
