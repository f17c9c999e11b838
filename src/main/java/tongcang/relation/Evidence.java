package tongcang.relation;

/**
 * What the lines say of a pattern, weighed against chance.
 *
 * @param bits as a power of 2, how unlikely it is among numbers that have nothing to do with each other
 * @param holds lines in which it holds, alike ones counted once
 * @param trivial lines in which it holds, but would anyway
 * @param fails lines in which it does not hold
 */
record Evidence(int bits, int holds, int trivial, int fails) {
    /** More lines than these do not make it surer. */
    private static final int ENOUGH = 4096;

    /* A table may hold rows of another kind, where a pattern fails; what is surer than this may fail in so many of a hundred. */
    private static final int OVERWHELMING = 60;
    private static final int MOST_FAILS = 50;

    private static final int PATIENCE = 24;

    static Evidence of(Pattern pattern, Lines lines, boolean apart) {
        Judge judge = new Judge(lines);
        long[] seen = new long[Math.min(ENOUGH, Integer.highestOneBit(lines.count()) * 2)];
        int bits = 0;
        int holds = 0;
        int trivial = 0;
        int fails = 0;
        int last = -1;
        for (int line : lines.some(ENOUGH)) {
            switch (judge.judge(pattern, line)) {
                case HOLDS -> {
                    if (isNew(content(pattern, lines, line), seen)) {
                        holds++;
                        int told = told(judge);
                        bits += apart ? Math.min(told, apart(pattern, lines, line, last, judge.unit())) : told;
                        last = line;
                    } else {
                        trivial++;
                    }
                }
                case TRIVIAL -> trivial++;
                case FAILS -> fails++;
                case SILENT -> {}
            }
            if (fails > PATIENCE + 2 * holds) {
                break;
            }
        }
        return new Evidence(bits - choices(holds + fails, holds), holds, trivial, fails);
    }

    /** Whether it fails in no more than some in a hundred of the lines that tell anything. */
    boolean failsAtMost(int percent) {
        int most = bits >= OVERWHELMING ? Math.max(percent, MOST_FAILS) : percent;
        return 100L * fails <= (long) most * (fails + holds);
    }

    private static int told(Judge judge) {
        return Math.max(0, log2(judge.choices()) - log2(1 + 2 * Math.abs(judge.difference()) / judge.unit()));
    }

    /**
     * How far a line is from being a multiple of the one before it, as a power of 2: what holds in a line holds in its
     * multiples, which tell nothing new.
     */
    private static int apart(Pattern pattern, Lines lines, int line, int last, long unit) {
        if (last < 0) {
            return Integer.MAX_VALUE;
        }
        long value = lines.value(line, pattern.result());
        long before = lines.value(last, pattern.result());
        long most = 0;
        for (int part : pattern.parts()) {
            if (before == 0 || !lines.has(line, part) || !lines.has(last, part)) {
                return Integer.MAX_VALUE;
            }
            long multiple = Rounding.divide(lines.value(last, part), value, before);
            most = Math.max(most, Math.abs(lines.value(line, part) - multiple));
        }
        return log2(1 + most / unit);
    }

    private static boolean isNew(long content, long[] seen) {
        int slot = (int) (content ^ content >>> 20) & seen.length - 1;
        boolean isNew = seen[slot] != content;
        seen[slot] = content;
        return isNew;
    }

    private static long content(Pattern pattern, Lines lines, int line) {
        long hash = lines.value(line, pattern.result()) + 1;
        for (int part : pattern.parts()) {
            hash = hash * 1_000_003 + lines.value(line, part);
        }
        return hash;
    }

    /** In how many ways the lines in which it holds could be chosen, as a power of 2. */
    private static int choices(int all, int some) {
        int few = Math.min(some, all - some);
        return few == 0 ? 0 : few * (log2(all / few) + 2);
    }

    static int log2(long n) {
        return n <= 0 ? 0 : 63 - Long.numberOfLeadingZeros(n);
    }
}
