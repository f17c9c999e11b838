package tongcang.warehouse.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanesTest {
    @TempDir
    Path folder;

    @Test
    void resultsComeInTheOrderOfThePieces() throws IOException {
        try (Duck duck = duck()) {
            List<Long> squares =
                    new Lanes(duck, 2).each(List.of(3, 1, 2), (lane, n) -> lane.number("SELECT " + n + " * " + n));

            assertThat(squares).containsExactly(9L, 1L, 4L);
        }
    }

    @Test
    void whenOnePieceFailsNothingGoesOnBehindTheFailure() {
        AtomicBoolean begun = new AtomicBoolean();
        AtomicBoolean over = new AtomicBoolean();
        try (Duck duck = duck()) {
            assertThatThrownBy(() -> new Lanes(duck, 2).each(List.of("fails", "works"), (lane, piece) -> {
                        if (piece.equals("fails")) {
                            while (!begun.get()) {
                                Thread.onSpinWait();
                            }
                            throw new IOException("no space left");
                        }
                        begun.set(true);
                        lane.number("SELECT count(*) FROM range(50000000) t(n) WHERE n % 7 = 3");
                        over.set(true);
                        return piece;
                    }))
                    .hasMessage("no space left");

            assertThat(over).isTrue();
        }
    }

    private Duck duck() {
        return Duck.writing(folder.resolve("lanes.duckdb"), new Settings("1GB", 2, folder));
    }
}
