package tongcang.job.check;

/**
 * What {@link Doctor} found of one thing.
 *
 * @param name what was looked at, in Chinese
 * @param health how it is
 * @param found what was found, in Chinese
 * @param advice what to do, in Chinese; empty where nothing is to be done
 */
public record Check(String name, Health health, String found, String advice) {

    /** How a thing is. */
    public enum Health {
        /** As it should be. */
        GOOD("正常"),
        /** Works, but somebody should look. */
        DOUBTFUL("注意"),
        /** A run would fail. */
        BAD("故障");

        private final String chinese;

        Health(String chinese) {
            this.chinese = chinese;
        }

        /** The word an operator reads. */
        public String chinese() {
            return chinese;
        }
    }

    static Check good(String name, String found) {
        return new Check(name, Health.GOOD, found, "");
    }

    static Check doubtful(String name, String found, String advice) {
        return new Check(name, Health.DOUBTFUL, found, advice);
    }

    static Check bad(String name, String found, String advice) {
        return new Check(name, Health.BAD, found, advice);
    }
}
