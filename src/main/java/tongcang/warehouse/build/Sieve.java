package tongcang.warehouse.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongcang.warehouse.database.WarehouseException;

/** Finds the submissions whose content a build cannot take in, by halves: what fails alone is unfit. */
final class Sieve {
    /** More than these are not set aside in one night: then it is the program or a codelist that is wrong. */
    private static final int MOST = 16;

    /** A build of some submissions alone, which is thrown away. */
    interface Trial {
        /**
         * Builds.
         *
         * @throws WarehouseException if the engine cannot
         */
        void of(List<String> submissions);
    }

    private final Trial trial;
    private final WarehouseException failure;
    private final Map<String, String> unfit = new LinkedHashMap<>();

    private Sieve(Trial trial, WarehouseException failure) {
        this.trial = trial;
        this.failure = failure;
    }

    /**
     * The unfit ones among {@code submissions}, with what the engine said of each.
     *
     * @param failure of the build of all of them
     * @throws WarehouseException that failure, where it is not the content of a few submissions that fails
     */
    static Map<String, String> unfit(List<String> submissions, WarehouseException failure, Trial trial) {
        Sieve sieve = new Sieve(trial, failure);
        if (!failure.isOfData() || !sieve.passes(List.of())) {
            throw failure;
        }
        sieve.sift(submissions);
        if (sieve.unfit.isEmpty()) {
            throw failure;
        }
        return sieve.unfit;
    }

    private void sift(List<String> submissions) {
        if (submissions.size() == 1) {
            try {
                trial.of(submissions);
            } catch (WarehouseException e) {
                unfit.put(submissions.get(0), e.reason());
            }
            if (unfit.size() > MOST) {
                throw failure;
            }
            return;
        }
        int half = submissions.size() / 2;
        for (List<String> part : List.of(submissions.subList(0, half), submissions.subList(half, submissions.size()))) {
            if (part.size() == 1 || !passes(part)) {
                sift(new ArrayList<>(part));
            }
        }
    }

    private boolean passes(List<String> submissions) {
        try {
            trial.of(submissions);
            return true;
        } catch (WarehouseException e) {
            return false;
        }
    }
}
