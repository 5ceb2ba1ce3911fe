package overthink.core.law.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.law.difficulty.Point;
import overthink.core.law.reading.Documents.Store;

/** The laws of reading by their formulas written out, and what follows of choosing how much to read. */
class ReadingLawTest {

    private static Documents documents(double recall, double half, double exponent, double distraction, int tokens) {
        return new Documents(recall, half, exponent, distraction, tokens, new Point(1), Store.WHOLE);
    }

    @Test
    void chance_ofDocuments_isTheFormula() {
        Documents law = documents(0.9, 4, 1.5, 0.02, 100);
        for (int k : new int[] {1, 2, 7, 50}) {
            double recall = 0.9 * (1 - StrictMath.pow(1 + k / 4.0, -1.5));
            double use = 0.8 * StrictMath.pow(0.98, k - 1);
            assertEquals(recall, law.recalled(k), 1e-15);
            assertEquals(1 - (1 - 0.2) * (1 - recall * use), law.chance(0.2, 0.8, k), 1e-15);
        }
        assertEquals(0.2, law.chance(0.2, 0.8, 0));
        assertEquals(0.45, documents(0.9, 3, 1, 0, 0).recalled(3), 1e-15);
    }

    @Test
    void chance_ofDemonstrations_isASaturatingGainInLogOdds() {
        Demonstrations law = new Demonstrations(2, 3, 10);
        for (int m : new int[] {1, 3, 100}) {
            double p = law.chance(0.3, m);
            assertEquals(2.0 * m / (m + 3), StrictMath.log(p / (1 - p)) - StrictMath.log(0.3 / 0.7), 1e-12);
        }
        assertEquals(0.3, law.chance(0.3, 0));
        assertEquals(0, law.chance(0, 5));
        assertEquals(1, law.chance(1, 5));
    }

    @Test
    void chance_ofBoth_isDocumentsThenDemonstrations() {
        Documents found = documents(0.7, 2, 1, 0.1, 100);
        Demonstrations shown = new Demonstrations(1, 2, 50);
        ReadingLaw both = new ReadingLaw(found, shown);
        assertEquals(shown.chance(found.chance(0.1, 0.6, 5), 4), both.chance(0.1, 0.6, 5, 4));
        assertEquals(5 * 100 + 4 * 50, both.tokens(5, 4));
        assertEquals(0.1, new ReadingLaw(null, shown).chance(0.1, 0.6, 5, 0));
        assertThrows(IllegalArgumentException.class, () -> new ReadingLaw(null, null));
    }

    /** H by adding up, on both sides of where the formula begins. */
    @Tag("slow")
    @Test
    void coverage_ofAStore_isAShareOfHarmonicSums() {
        for (double s : new double[] {0, 0.5, 1, 1.7}) {
            double small = harmonic(300, s);
            double large = harmonic(50_000, s);
            double huge = harmonic(400_000, s);
            assertEquals(small / huge, new Store(300, 400_000, s).coverage(), 1e-10);
            assertEquals(large / huge, new Store(50_000, 400_000, s).coverage(), 1e-10);
        }
        assertEquals(1, new Store(7, 7, 1).coverage());
        // log-like at s = 1: each factor of 10 more documents adds about as much
        double first = new Store(1_000_000, 1_000_000_000, 1).coverage();
        double second = new Store(10_000_000, 1_000_000_000, 1).coverage();
        double third = new Store(100_000_000, 1_000_000_000, 1).coverage();
        assertEquals(second - first, third - second, 1e-6);
        assertEquals(
                0.5 * 0.5 * new Store(10, 100, 1).coverage(),
                new Documents(0.5, 1, 1, 0, 0, new Point(1), new Store(10, 100, 1)).recalled(1),
                1e-15);
    }

    private static double harmonic(int n, double s) {
        double sum = 0;
        for (int k = n; k >= 1; k--) {
            sum += StrictMath.pow(k, -s);
        }
        return sum;
    }

    private static int best(Documents law) {
        int best = 0;
        for (int k = 1; k <= 2000; k++) {
            best = law.chance(0.2, 0.9, k) > law.chance(0.2, 0.9, best) ? k : best;
        }
        return best;
    }

    /** Some k in between is best where documents distract, the fewer the more they do; without distraction more is better. */
    @Test
    void documents_thatDistract_haveABestNumber() {
        int weak = best(documents(1, 10, 1, 0.001, 0));
        int strong = best(documents(1, 10, 1, 0.02, 0));
        assertTrue(strong > 1 && strong < weak && weak < 1000, strong + " and " + weak);
        assertEquals(2000, best(documents(1, 10, 1, 0, 0)), "a law without distraction has no best number inside");
    }

    /** (k, m, n): the accuracy, and the tokens read in all of n rounds, round r of which reads r·k documents. */
    private record Choice(double context, double accuracy) {}

    /** The accuracy of the best choice within each context of a grid, and by how much a line in its logarithm misses it. */
    private static double unexplained(ReadingLaw law, double from, double to) {
        List<Choice> choices = new ArrayList<>();
        for (int k : new int[] {0, 1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200, 300, 500}) {
            for (int m : new int[] {0, 1, 2, 4, 8, 16, 32, 64, 128}) {
                double missed = 1;
                double context = 0;
                for (int n = 1; n <= 5; n++) {
                    missed *= 1 - law.chance(0.1, 0.5, (long) n * k, m);
                    context += 200 + law.tokens((long) n * k, m);
                    choices.add(new Choice(context, 1 - missed));
                }
            }
        }
        int points = 24;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = StrictMath.log(from) + (StrictMath.log(to) - StrictMath.log(from)) * i / (points - 1);
            double context = StrictMath.exp(x[i]);
            y[i] = choices.stream()
                    .filter(choice -> choice.context <= context * (1 + 1e-12))
                    .mapToDouble(Choice::accuracy)
                    .max()
                    .orElseThrow();
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < points; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return 1 - xy * xy / (xx * yy);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * "Nearly linear gains with the logarithm of the effective context when allocated optimally" (Yue et al. 2024), of the best of
     * documents, demonstrations and rounds with contexts of 500 to 128,000 tokens, documents of 250. It holds where half of what can
     * be recalled takes a context in the middle of that range, 2,500 to 7,500 tokens: a line leaves 2 to 6 % of the variance
     * unexplained. It does not where that takes 25,000 tokens, 11 %, nor where recall is all there at once, 37 %.
     */
    @Test
    void accuracy_ofTheBestChoice_isAboutLinearInTheLogarithmOfTheContext() {
        Demonstrations shown = new Demonstrations(0.8, 10, 700);
        for (Documents law : List.of(
                documents(0.9, 10, 0.5, 0.0005, 250),
                documents(0.9, 30, 0.5, 0.0005, 250),
                documents(0.9, 30, 1, 0.001, 250))) {
            double missed = unexplained(new ReadingLaw(law, shown), 500, 128_000);
            assertTrue(missed < 0.06, "left unexplained: " + missed);
        }
        double late = unexplained(new ReadingLaw(documents(0.9, 100, 0.5, 0.0005, 250), shown), 500, 128_000);
        assertTrue(late > 0.1, "left unexplained: " + late);
        double planted = unexplained(new ReadingLaw(documents(0.9, 0.01, 5, 0.0005, 250), null), 500, 128_000);
        assertTrue(planted > 0.3, "left unexplained: " + planted);
    }

    @Test
    void numbers_outsideTheirRanges_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> documents(1.1, 1, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> documents(1, 0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> documents(1, 1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> documents(1, 1, 1, -0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> documents(1, 1, 1, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Store(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Demonstrations(21, 1, 0));
    }
}
