package tongcang.fuzz;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Period;
import tongcang.Reading;

/** What holds of whatever is read from whatever file. */
public final class Laws {

    /** A law that does not hold. */
    public static final class Broken extends AssertionError {
        private static final long serialVersionUID = 1L;

        Broken(String law) {
            super(law);
        }
    }

    private Laws() {}

    /** Says a law. */
    public static void hold(boolean law, String words, @Nullable Object... of) {
        if (!law) {
            throw new Broken(String.format(words, of));
        }
    }

    /** What is read is well-formed, is never nothing at all, and was not given up for want of time or memory. */
    public static void ofReading(Reading reading) {
        reading.figures().forEach(Laws::ofFigure);
        for (Finding finding : reading.findings()) {
            hold(!finding.rule().endsWith(".too-slow"), "read in time: %s", finding);
            hold(!finding.message().contains("内存"), "read within the memory: %s", finding);
            hold(!finding.message().isBlank(), "a finding says what is to be mended: %s", finding);
        }
    }

    private static void ofFigure(Figure figure) {
        ofPeriod(figure.period());
        ofPeriod(figure.base());
        hold(figure.quantity().value().scale() >= 0, "the number is written out: %s", figure);
        hold(!figure.label().isBlank() || figure.provenance() instanceof tongcang.Provenance.TextSpan, "a cell has a label: %s", figure);
    }

    /** A period is found again by its code. */
    public static void ofPeriod(@Nullable Period period) {
        if (period != null) {
            hold(Period.of(period.code()).equals(Optional.of(period)), "found by its code: %s", period);
        }
    }
}
