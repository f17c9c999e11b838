package tongcang.warehouse.build;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One series as it arrived, version after version. A version is compared with the last one of its department and period that
 * was taken; one that is held changes nothing of what comes after it.
 */
final class RestatedSeries {
    /** A revision of less, as a share of the value or in points, is far from nothing. */
    private static final BigDecimal LEAST = new BigDecimal("0.03");

    /** So many times the greatest revision before is far. */
    private static final BigDecimal TIMES = BigDecimal.valueOf(3);

    /** How near to a power of ten a ratio is one: the value may have been mended at the same time. */
    private static final BigDecimal NEAR = new BigDecimal("0.05");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String name;
    private final boolean grows;
    private final Set<String> approved;
    private final Map<String, SeriesGrowth> seasons = new HashMap<>();
    private final Map<List<Object>, Stated> taken = new HashMap<>();
    private final List<Stated> arriving = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private @Nullable BigDecimal greatest;

    /** Why a revision is held. The text is a part of the key by which a kind is approved. */
    enum Reason {
        POWER_OF_TEN("与本部门前一版相差 10 的整数次幂"),
        FAR("与本部门前一版相差悬殊，历来没有这样的修订，也不合本序列历年的增长");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * A value of the series.
     *
     * @param season the part of the year that it is about: the same in each year
     * @param number of the figure in its submission
     * @param approved whether a person approved this figure
     * @param powerKey the key by which its kind is approved where it is held as a power of ten
     * @param farKey the same where it is held as far from the version before
     * @param words what is said of it as the version before
     */
    record Stated(
            String season,
            int year,
            String submission,
            int number,
            String department,
            BigDecimal value,
            BigDecimal tolerance,
            boolean approved,
            String powerKey,
            String farKey,
            String words) {
        String key(Reason reason) {
            return reason == Reason.POWER_OF_TEN ? powerKey : farKey;
        }
    }

    /** A value that is held: why, and what the version before was. */
    record Held(Stated stated, Reason reason, String before) {
        String key() {
            return stated.key(reason);
        }
    }

    /**
     * Begins a series.
     *
     * @param grows whether its values are amounts, of which growth is a ratio; of rates and shares it is a difference
     * @param approved the keys of kinds that a person approved
     */
    RestatedSeries(String name, boolean grows, List<String> approved) {
        this.name = name;
        this.grows = grows;
        this.approved = new HashSet<>(approved);
    }

    String name() {
        return name;
    }

    /** Adds a value; those of one submission come one after the other. */
    void add(Stated stated) {
        if (!arriving.isEmpty() && !arriving.get(0).submission().equals(stated.submission())) {
            arrive();
        }
        arriving.add(stated);
    }

    /** What is held of all that was added. */
    List<Held> held() {
        arrive();
        return List.copyOf(held);
    }

    /** What a submission says of several years is judged together: a series that is revised as a whole grows as before. */
    private void arrive() {
        Map<String, Map<Integer, BigDecimal>> own = new HashMap<>();
        arriving.forEach(
                s -> own.computeIfAbsent(s.season(), k -> new HashMap<>()).putIfAbsent(s.year(), s.value()));
        List<Stated> fresh = new ArrayList<>();
        for (Stated stated : arriving) {
            Stated before = taken.get(place(stated));
            if (before == null || before.submission().equals(stated.submission())) {
                fresh.add(stated);
            } else {
                SeriesGrowth growth = growth(stated.season());
                Reason reason = reason(before, stated, growth, own.getOrDefault(stated.season(), Map.of()));
                if (reason == null || stated.approved() || approved.contains(stated.key(reason))) {
                    fresh.add(stated);
                    greatest = change(before, stated).max(greatest == null ? BigDecimal.ZERO : greatest);
                } else {
                    held.add(new Held(stated, reason, before.words()));
                }
            }
        }
        fresh.forEach(stated -> {
            taken.put(place(stated), stated);
            growth(stated.season()).put(stated.year(), stated.value());
        });
        arriving.clear();
    }

    private SeriesGrowth growth(String season) {
        return seasons.computeIfAbsent(season, k -> new SeriesGrowth(grows));
    }

    private static List<Object> place(Stated stated) {
        return List.of(stated.department(), stated.season(), stated.year());
    }

    private @Nullable Reason reason(Stated before, Stated now, SeriesGrowth growth, Map<Integer, BigDecimal> own) {
        BigDecimal change = change(before, now);
        if (change.signum() == 0) {
            return null;
        }
        BigDecimal beyond = growth.beyondUsual(now.year(), now.value(), own);
        BigDecimal beyondBefore = growth.beyondUsual(now.year(), before.value(), Map.of());
        if (isPowerOfTen(before.value(), now.value())) {
            boolean isMended = beyond.signum() == 0 && beyondBefore.signum() > 0;
            return isMended ? null : Reason.POWER_OF_TEN;
        }
        boolean isFar =
                change.compareTo(LEAST) >= 0 && (greatest == null || change.compareTo(greatest.multiply(TIMES)) >= 0);
        return isFar && beyond.compareTo(beyondBefore) > 0 ? Reason.FAR : null;
    }

    /** How great a revision is: its share of the value before, or points; none within the rounding of the two. */
    private BigDecimal change(Stated before, Stated now) {
        BigDecimal change = now.value().subtract(before.value()).abs();
        if (change.compareTo(now.tolerance().add(before.tolerance())) <= 0) {
            return BigDecimal.ZERO;
        }
        if (!grows) {
            return change.divide(HUNDRED);
        }
        return before.value().signum() == 0
                ? BigDecimal.ONE
                : change.divide(before.value().abs(), MathContext.DECIMAL64);
    }

    private static boolean isPowerOfTen(BigDecimal before, BigDecimal now) {
        if (before.signum() == 0 || before.signum() != now.signum()) {
            return false;
        }
        BigDecimal ratio = now.divide(before, MathContext.DECIMAL64);
        BigDecimal ones = ratio.scaleByPowerOfTen(ratio.scale() - ratio.precision() + 1); // 1 ≤ ones < 10
        boolean isOne = ratio.subtract(BigDecimal.ONE).abs().compareTo(NEAR) <= 0;
        return !isOne
                && (ones.subtract(BigDecimal.ONE).compareTo(NEAR) <= 0
                        || ones.compareTo(BigDecimal.TEN.multiply(BigDecimal.ONE.subtract(NEAR))) >= 0);
    }
}
