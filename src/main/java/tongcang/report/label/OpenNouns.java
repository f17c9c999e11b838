package tongcang.report.label;

import java.util.regex.Pattern;
import tongcang.report.text.WordList;

/** Whether the words before a number leave open what is counted, so that the noun behind it says so. */
final class OpenNouns {
    private static final WordList VERB = WordList.of("verb");
    private static final WordList NEW = WordList.of("new");
    private static final WordList DEPENDENT = WordList.of("dependent");

    private static final Pattern OWNER = Pattern.compile("[省市县区国]属|国有|民营|本地|新增|农村|城镇|城乡");
    private static final Pattern OWN = Pattern.compile("(?:我|全)[省市县区]$");
    private static final Pattern JOINT = Pattern.compile("[和及与]\\s*$");

    private OpenNouns() {}

    /** Whether the words before the number leave open what is counted, so that the noun behind it says so. */
    static boolean isOpen(String noun, String before, String behind, boolean adjacent) {
        String bare = NounBefore.bare(before);
        boolean verbOnly = isVerb(bare) || bare.isEmpty();
        return adjacent
                || noun.isEmpty()
                || verbOnly
                || introduces(noun, before)
                || isOwner(noun)
                || isVerb(noun)
                || DEPENDENT.contains(noun) && behind.startsWith("的");
    }

    /** 芳园、天润等8个社区, 集群和18条产业链, 关键领域实施100项专项: the words before are no part of what is counted. */
    static boolean introduces(String noun, String before) {
        return noun.endsWith("等")
                || JOINT.matcher(before).find()
                || !VERB.atEnd(noun).isEmpty()
                || OWN.matcher(noun).find();
    }

    static boolean isVerb(String noun) {
        return VERB.contains(noun) || NEW.contains(noun);
    }

    /** Whose the counted things are belongs to their label: 民营企业. */
    static boolean isOwner(String noun) {
        return OWNER.matcher(noun).matches();
    }
}
