package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tongcang.CodedKey;
import tongcang.Comparator;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Ratio;
import tongcang.RawKey;
import tongcang.Status;
import tongcang.Unit;
import tongcang.UnitSource;
import tongcang.ledger.ParquetFile;
import tongcang.warehouse.release.Releases;

/** Whatever number, label, unit or period a reader can produce, the ledger, the build and the release take. */
class ExtremeFiguresTest extends SmallWarehouse {
    private static final List<String> TEXTS = List.of(
            "",
            "'",
            "\"; DROP TABLE fact_finding; --",
            "\u0000",
            "\uD800",
            "😀",
            "\u202E表",
            "=1+1",
            "%",
            "∶",
            "a\nb\tc",
            "长".repeat(5000));
    private static final List<String> PERIODS =
            List.of("0001", "1949", "2022", "9999", "2022-S1", "2022-Q3", "9999-12", "2022-01/2022-06", "1000/9999");

    private Random random = new Random();

    @BeforeEach
    void aCoderOfExtremeUnits() {
        coder = this::coded;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aNightOfThemIsReleasedAndSoIsTheNext(long seed) throws IOException {
        random = new Random(seed);
        Releases releases = new Releases(folder.resolve("warehouse"), 100);
        for (String night : List.of("a", "b")) {
            for (int i = 0; i < 2; i++) {
                send("市统计局", "2023-01-2" + i, any(300));
            }
            publish(releases, night);
            earlier = releases.soundDatabase("test", "seeds");
        }

        assertThat(releases.verify("b", ParquetFile::sums)).isEmpty();
        assertThat(rows("SELECT count(*) FROM dim_submission WHERE outcome = 'taken'"))
                .containsExactly(List.of("4"));
        assertThat(rows("SELECT count(*) > 100 FROM fact_observation")).containsExactly(List.of("true"));
        assertThat(rows("SELECT count(*) > 100 FROM fact_uncoded WHERE reason = 'coding.value-out-of-range'"))
                .containsExactly(List.of("true"));
        assertThat(rows("SELECT count(*) > 0 FROM fact_uncoded WHERE reason = 'coding.failed'"))
                .containsExactly(List.of("true"));
    }

    @ParameterizedTest
    @CsvSource({
        "10000000000000000000000000000",
        "9999999999999999999999999999",
        "-9223372036854775808",
        "100000000000000000000000000000000000000000",
        "499999999999.9999999",
        "0.00000000000000000000000000000000000000001",
    })
    void aNumberIsAnObservationOrHasItsReasonAndTheOneBesideItIsReleased(String number) {
        coder = SmallWarehouse::code;
        send(
                "市统计局",
                "2023-01-20",
                figure("地区生产总值", number, "亿元", "2022", Status.ACTUAL),
                figure("地区生产总值", "3850", "亿元", "2021", Status.ACTUAL));

        assertThat(rows("SELECT value FROM fact_observation WHERE period_code = '2021'"))
                .containsExactly(List.of("3850.000000"));
        assertThat(rows("SELECT (SELECT count(*) FROM fact_observation WHERE period_code = '2022')"
                        + " + (SELECT count(*) FROM fact_uncoded WHERE reason = 'coding.value-out-of-range')"))
                .containsExactly(List.of("1"));
    }

    @Test
    void aRatioWithOneTermTooManyIsUncodedAsAWhole() throws IOException {
        coder = SmallWarehouse::code;
        Quantity ratio = new Quantity(
                new BigDecimal("8.7"), null, List.of(BigDecimal.TEN.pow(30), BigDecimal.TEN), "∶", Comparator.EQ);
        send("市统计局", "2023-01-20", figure("三次产业结构", ratio, "2022", Status.ACTUAL));

        assertThat(rows("SELECT reason FROM fact_uncoded")).containsExactly(List.of("coding.value-out-of-range"));
        assertThat(rows("SELECT * FROM fact_observation")).isEmpty();
        assertThat(Files.exists(built())).isTrue();
    }

    private Figure[] any(int count) {
        return IntStream.range(0, count).mapToObj(i -> anyFigure()).toArray(Figure[]::new);
    }

    private Figure anyFigure() {
        Quantity quantity = anyQuantity();
        return new Figure(
                new Provenance.Cell(oneOf(TEXTS), "B5", oneOf(TEXTS)),
                quantity,
                random.nextInt(3) + oneOf(TEXTS),
                oneOf(List.of(Measure.values())),
                oneOf(List.of(Status.values())),
                anyPeriod(),
                random.nextBoolean() ? null : anyPeriod(),
                random.nextInt(4) == 0 ? oneOf(TEXTS) : "",
                random.nextInt(4) == 0 ? Map.of(oneOf(TEXTS), oneOf(TEXTS)) : Map.of(),
                UnitSource.CAPTION,
                new Figure.Context(oneOf(TEXTS), oneOf(TEXTS), "", ""),
                Evidence.UNKNOWN);
    }

    private Quantity anyQuantity() {
        BigDecimal value = anyNumber();
        @Nullable BigDecimal high = random.nextInt(8) == 0 ? anyNumber() : null;
        List<BigDecimal> ratio = new ArrayList<>();
        for (int i = high != null || random.nextInt(8) > 0 ? 0 : random.nextInt(4); i > 0; i--) {
            ratio.add(random.nextBoolean() ? BigDecimal.ONE : anyNumber());
        }
        return new Quantity(
                value, high, ratio, Integer.toString(random.nextInt(60)), oneOf(List.of(Comparator.values())));
    }

    /** As many digits before and behind the point as a cell can have, and often those at which a type ends. */
    private BigDecimal anyNumber() {
        BigDecimal number = switch (random.nextInt(5)) {
            case 0 -> new BigDecimal(random.nextInt(10000)).movePointLeft(random.nextInt(4));
            case 1 -> new BigDecimal(new BigInteger(random.nextInt(140) + 1, random), random.nextInt(45));
            case 2 -> BigDecimal.TEN.pow(random.nextInt(40)).subtract(BigDecimal.ONE);
            case 3 -> new BigDecimal(BigInteger.TWO.pow(random.nextInt(130)));
            default -> BigDecimal.ONE.movePointLeft(random.nextInt(45));
        };
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        return random.nextBoolean() ? plain : plain.negate();
    }

    private @Nullable Period anyPeriod() {
        return random.nextInt(10) == 0
                ? null
                : Period.of(oneOf(PERIODS)).orElseThrow(() -> new IllegalStateException(PERIODS.toString()));
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The unit's name decides its factors, from the smallest to beyond what the engine holds; one in sixty fails the coder. */
    private CodedKey coded(RawKey key) {
        int kind = Integer.parseInt(key.unit());
        if (kind == 0) {
            throw new IllegalStateException("a fault of the coder");
        }
        Random own = new Random(kind);
        Unit unit = new Unit("u" + kind, "money", anyRatio(own));
        Ratio shown = key.measure() == Measure.LEVEL ? anyRatio(own) : Ratio.ONE;
        CodedKey.@Nullable Exchange exchange =
                own.nextInt(6) == 0 ? new CodedKey.Exchange("美元", own.nextBoolean() ? "average" : "end") : null;
        return new CodedKey(oneOfTwo(own), key.measure(), "", unit, shown, "亿元", "exact", List.of(), exchange);
    }

    private static String oneOfTwo(Random own) {
        return own.nextBoolean() ? "gdp" : "new_jobs";
    }

    private static Ratio anyRatio(Random own) {
        int most = own.nextInt(3) == 0 ? 45 : 9;
        return new Ratio(
                BigInteger.TEN.pow(own.nextInt(most)).add(BigInteger.valueOf(own.nextInt(3))),
                own.nextBoolean()
                        ? BigInteger.ONE
                        : BigInteger.TEN.pow(own.nextInt(most)).add(BigInteger.ONE));
    }
}
