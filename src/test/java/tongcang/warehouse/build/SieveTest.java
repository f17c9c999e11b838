package tongcang.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tongcang.warehouse.database.WarehouseException;

/** One submission that a build cannot take in does not keep back the others. */
class SieveTest {
    private static final WarehouseException FAILURE =
            new WarehouseException("Out of Range Error: too much", "the build");

    private final List<String> all =
            IntStream.range(0, 100).mapToObj(i -> "s" + i).toList();
    private final List<List<String>> trials = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"s0", "s99", "s42", "s10;s11", "s3;s50;s98"})
    void theUnfitOnesAreFoundAndNoOther(String unfit) {
        Set<String> bad = Set.of(unfit.split(";"));

        assertThat(Sieve.unfit(all, FAILURE, failingOn(bad)).keySet()).isEqualTo(bad);
        assertThat(trials).hasSizeLessThan(2 + 16 * bad.size());
    }

    @Test
    void whatFailsWithoutAnySubmissionIsTheFaultOfNone() {
        assertThatThrownBy(() -> Sieve.unfit(all, FAILURE, submissions -> {
                    throw FAILURE;
                }))
                .isSameAs(FAILURE);
    }

    @Test
    void whereMostAreUnfitItIsNotTheyThatAreWrong() {
        assertThatThrownBy(() -> Sieve.unfit(all, FAILURE, failingOn(Set.copyOf(all))))
                .isSameAs(FAILURE);
    }

    @Test
    void aFullDiskIsNoSubmissionsFault() {
        WarehouseException disk = new WarehouseException("IO Error: No space left on device", "the build");

        assertThatThrownBy(() -> Sieve.unfit(all, disk, failingOn(Set.of("s1"))))
                .isSameAs(disk);
        assertThat(trials).isEmpty();
    }

    private Sieve.Trial failingOn(Set<String> bad) {
        return submissions -> {
            trials.add(submissions);
            if (submissions.stream().anyMatch(bad::contains)) {
                throw FAILURE;
            }
        };
    }
}
