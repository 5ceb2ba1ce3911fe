package overthink.core.exact.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything here is exact. */
class RightAnswersTest {

    private static final double TINY = 1e-12;

    /** All sequences of so many draws. */
    @ParameterizedTest
    @CsvSource({"0.3, 1, 5", "0.3, 2, 7", "0.75, 3, 8", "0.1, 4, 4", "0, 2, 5", "1, 2, 5"})
    void right_ofAllSequences_isTheirMean(double p, int wanted, int cap) {
        double right = 0;
        double drawn = 0;
        for (int sequence = 0; sequence < 1 << cap; sequence++) {
            int ones = Integer.bitCount(sequence);
            double chance = StrictMath.pow(p, ones) * StrictMath.pow(1 - p, cap - ones);
            int had = 0;
            int n = 0;
            while (n < cap && had < wanted) {
                had += sequence >> n & 1;
                n++;
            }
            right += chance * had;
            drawn += chance * n;
        }
        RightAnswers answers = new RightAnswers(wanted, cap);
        assertEquals(right, answers.right(p)[cap], TINY);
        assertEquals(drawn, answers.drawn(p)[cap], TINY);
    }

    @Test
    void right_ofOne_isCoverage() {
        double[] right = new RightAnswers(1, 20).right(0.07);
        for (int n = 0; n <= 20; n++) {
            assertEquals(1 - StrictMath.pow(0.93, n), right[n], TINY);
        }
    }

    @Test
    void drawn_withoutEnd_isNegativeBinomial() {
        // k/p draws on average; what the cap leaves is below 1e-12
        assertEquals(3 / 0.2, new RightAnswers(3, 400).drawn(0.2)[400], 1e-9);
    }

    /** Every candidate brings p: the easiest first, up to their caps. */
    @Test
    void split_ofCandidates_goesToTheEasiest() {
        RightAnswers answers = new RightAnswers(2, 10);
        double[] ps = {0.1, 0.6, 0.3};
        List<ConcaveEnvelope> envelopes = List.of(
                ConcaveEnvelope.of(answers.drawn(ps[0]), answers.right(ps[0])),
                ConcaveEnvelope.of(answers.drawn(ps[1]), answers.right(ps[1])),
                ConcaveEnvelope.of(answers.drawn(ps[2]), answers.right(ps[2])));
        double easiest = answers.drawn(0.6)[10];
        double budget = (easiest + 1) / 3;
        BudgetSplit split = BudgetSplit.of(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, envelopes, budget);
        assertEquals((0.6 * easiest + 0.3 * 1) / 3, split.value(), 1e-9);
        assertEquals(0, split.cost(0), 1e-9);
        assertEquals(easiest, split.cost(1), 1e-9);
    }

    @Test
    void construction_outOfRange_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RightAnswers(0, 5));
        assertThrows(IllegalArgumentException.class, () -> new RightAnswers(6, 5));
        assertThrows(IllegalArgumentException.class, () -> new RightAnswers(1, 100_000));
    }
}
