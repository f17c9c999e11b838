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

    private static final int PATIENCE = 24;

    static Evidence of(Pattern pattern, Lines lines) {
        Judge judge = new Judge(lines);
        long[] seen = new long[Math.min(ENOUGH, Integer.highestOneBit(lines.count()) * 2)];
        int bits = 0;
        int holds = 0;
        int trivial = 0;
        int fails = 0;
        for (int line : lines.some(ENOUGH)) {
            switch (judge.judge(pattern, line)) {
                case HOLDS -> {
                    if (isNew(content(pattern, lines, line), seen)) {
                        holds++;
                        bits += told(judge, lines.unit(line, pattern.result()));
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
        return 100L * fails <= (long) percent * (fails + holds);
    }

    private static int told(Judge judge, long unit) {
        return Math.max(0, log2(judge.choices()) - log2(1 + 2 * Math.abs(judge.difference()) / unit));
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
