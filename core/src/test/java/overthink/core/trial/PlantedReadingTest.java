package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.difficulty.Point;
import overthink.core.law.reading.Demonstrations;
import overthink.core.law.reading.Documents;
import overthink.core.law.reading.Documents.Store;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * What trials show of closed-book answers, documents, demonstrations and the store that documents come from is told from plausible
 * mistakes about each. Seed 23, 8,000 trials of each of 9 ways to read; a proportion has a false alarm of 1e-9 by the exact binomial
 * law, so that all the checks together have one below 1e-6. What is planted lies at least 0.05 from the truth somewhere, 9 standard
 * errors.
 */
class PlantedReadingTest {

    private static final double FALSE_ALARM = 1e-9;
    private static final int TRIALS = 8000;
    private static final double P0 = 0.2;
    private static final double U = 0.8;
    private static final double RECALL = 0.9;
    private static final double HALF = 4;
    private static final double DISTRACTION = 0.02;
    private static final double GAIN = 1.5;
    private static final double SHOWN_HALF = 2;

    private static final ReadingLaw LAW = new ReadingLaw(
            new Documents(RECALL, HALF, 1, DISTRACTION, 300, new Point(U), Store.WHOLE),
            new Demonstrations(GAIN, SHOWN_HALF, 500));

    /** A store of 3 of 100 facts, of which all that it holds is found. */
    private static final ReadingLaw STORED =
            new ReadingLaw(new Documents(1, 1e-3, 100, 0, 300, new Point(U), new Store(3, 100, 1)), null);

    /** How much is read. */
    private record Amount(int documents, int demonstrations) {}

    /** The chance of a right candidate after reading. */
    @FunctionalInterface
    private interface Chance {
        double of(int documents, int demonstrations);
    }

    private static final Map<Amount, Long> READ = new LinkedHashMap<>();
    private static final Map<Amount, Long> FROM_STORE = new LinkedHashMap<>();

    @BeforeAll
    static void play() {
        for (int[] one : new int[][] {{0, 0}, {1, 0}, {8, 0}, {50, 0}, {0, 1}, {0, 8}, {8, 3}}) {
            READ.put(new Amount(one[0], one[1]), right(LAW, one[0], one[1]));
        }
        for (int documents : new int[] {0, 5}) {
            FROM_STORE.put(new Amount(documents, 0), right(STORED, documents, 0));
        }
    }

    private static long right(ReadingLaw law, int documents, int demonstrations) {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(P0), 1),
                Policy.FLAT.with(new UniformAnswers(3)).with(law),
                Verifiers.NONE);
        TrialRunner runner = new TrialRunner(world, Budgets.generations(1), 23);
        long right = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Grade grade = runner.run(
                            session -> {
                                session.read(documents);
                                session.demonstrate(demonstrations);
                                session.commit(session.generate());
                            },
                            0,
                            trial)
                    .get(0)
                    .grade();
            right += grade == Grade.CORRECT ? 1 : 0;
        }
        return right;
    }

    private static void holds(Chance chance, Map<Amount, Long> played) {
        played.forEach((read, right) -> FalseAlarm.assertProportion(
                read.toString(), chance.of(read.documents, read.demonstrations), right, TRIALS, FALSE_ALARM));
    }

    private static void rejects(String planted, Chance chance, Map<Amount, Long> played) {
        assertThrows(AssertionError.class, () -> holds(chance, played), planted);
    }

    private static double recalled(int documents) {
        return RECALL * (1 - 1 / (1 + documents / HALF));
    }

    private static double used(int documents) {
        return U * Math.pow(1 - DISTRACTION, documents - 1);
    }

    private static double opened(double closed, int documents) {
        return 1 - (1 - closed) * (1 - recalled(documents) * used(documents));
    }

    private static double shown(double p, double gain) {
        double odds = p / (1 - p) * Math.exp(gain);
        return odds / (1 + odds);
    }

    private static double gain(int demonstrations) {
        return GAIN * demonstrations / (demonstrations + SHOWN_HALF);
    }

    private static double right(int documents, int demonstrations) {
        return shown(opened(P0, documents), gain(demonstrations));
    }

    @Test
    void formula_holds() {
        holds(PlantedReadingTest::right, READ);
        for (Amount read : READ.keySet()) {
            assertEquals(
                    right(read.documents, read.demonstrations),
                    LAW.chance(P0, U, read.documents, read.demonstrations),
                    1e-12);
        }
    }

    /** What a reader knows without documents stays when they do not help, and is neither lost, nor replaced, nor distracted. */
    @Test
    void closedBook_wrongly_isRejected() {
        rejects(
                "a reader who forgets what it knows",
                (k, m) -> shown(k == 0 ? P0 : recalled(k) * used(k), gain(m)),
                READ);
        rejects(
                "one who believes whatever it finds",
                (k, m) -> shown(k == 0 ? P0 : (1 - recalled(k)) * P0 + recalled(k) * used(k), gain(m)),
                READ);
        rejects(
                "one whose own knowledge suffers from documents",
                (k, m) -> shown(k == 0 ? P0 : opened(P0 * used(k) / U, k), gain(m)),
                READ);
        rejects(
                "one who takes the better of both",
                (k, m) -> shown(Math.max(P0, recalled(k) * used(k)), gain(m)),
                READ);
        rejects("one who always has a document", (k, m) -> shown(opened(P0, Math.max(1, k)), gain(m)), READ);
    }

    @Test
    void documents_wrongly_areRejected() {
        rejects("documents that do not distract", (k, m) -> shown(1 - (1 - P0) * (1 - recalled(k) * U), gain(m)), READ);
        rejects(
                "each document a find of its own",
                (k, m) -> shown(1 - (1 - P0) * Math.pow(1 - recalled(1) * U, k), gain(m)),
                READ);
        rejects("half of them", (k, m) -> right(k / 2, m), READ);
    }

    /** They saturate, act on the log-odds, and on what is known after reading. */
    @Test
    void demonstrations_wrongly_areRejected() {
        rejects("each as much as the first", (k, m) -> shown(opened(P0, k), m * gain(1)), READ);
        rejects("all of the gain by the first", (k, m) -> shown(opened(P0, k), m == 0 ? 0 : GAIN), READ);
        rejects(
                "a share of what is missing",
                (k, m) -> opened(P0, k) + (1 - opened(P0, k)) * m / (m + SHOWN_HALF),
                READ);
        rejects("before the documents", (k, m) -> opened(shown(P0, gain(m)), k), READ);
        rejects("none of them", (k, m) -> right(k, 0), READ);
    }

    private static double harmonic(int n, double exponent) {
        double sum = 0;
        for (int k = 1; k <= n; k++) {
            sum += Math.pow(k, -exponent);
        }
        return sum;
    }

    private static Chance covering(double share) {
        return (k, m) -> k == 0 ? P0 : 1 - (1 - P0) * (1 - share * U);
    }

    /** 3 of 100 facts are H₃/H₁₀₀ = 0.353 of what is asked by Zipf's law, those asked for most. */
    @Test
    void store_wrongly_isRejected() {
        holds(covering(harmonic(3, 1) / harmonic(100, 1)), FROM_STORE);
        Map<String, Double> planted = new LinkedHashMap<>();
        planted.put("a store that holds everything", 1.0);
        planted.put("facts asked for alike", 3.0 / 100);
        planted.put("logarithms in place of harmonic sums", Math.log(3) / Math.log(100));
        planted.put("another exponent", harmonic(3, 2) / harmonic(100, 2));
        planted.put("the facts asked for least", 1 - harmonic(97, 1) / harmonic(100, 1));
        planted.forEach((name, share) -> rejects(name, covering(share), FROM_STORE));
        rejects("one whose size closes the book, too", (k, m) -> P0 * harmonic(3, 1) / harmonic(100, 1), FROM_STORE);
    }
}
