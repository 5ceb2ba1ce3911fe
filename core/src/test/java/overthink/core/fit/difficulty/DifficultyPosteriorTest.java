package overthink.core.fit.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.fit.SharedData;
import overthink.core.random.NormalProbability;
import overthink.core.world.Recording;

/** The posterior of the law of difficulty: against closed forms, published counts, and recordings simulated from known laws. */
class DifficultyPosteriorTest {

    private static final long SEED = 20261128;

    private static SuccessCounts counts(int[] candidates, int... correct) {
        return SuccessCounts.of(candidates, correct);
    }

    private static DifficultyPosterior posterior(SuccessCounts counts) {
        return DifficultyPosterior.of(counts, TailExponent.DEFAULT);
    }

    /** The counts of a model of the recordings of 100 candidates. */
    static SuccessCounts pythia(String model) {
        int[][] pairs = SharedData.read("pythia-math/counts-100.csv").stream()
                .filter(line -> line.text("model").equals(model))
                .map(line -> new int[] {line.whole("n"), line.whole("c")})
                .toArray(int[][]::new);
        return SuccessCounts.of(
                Arrays.stream(pairs).mapToInt(pair -> pair[0]).toArray(),
                Arrays.stream(pairs).mapToInt(pair -> pair[1]).toArray());
    }

    /** Counts of problems whose p a law has, from a generator of its own. */
    static SuccessCounts simulated(FittedDifficulty law, int problems, int n, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        int[] candidates = new int[problems];
        int[] correct = new int[problems];
        for (int i = 0; i < problems; i++) {
            double p = law.law().quantile(random.nextDouble() * (1 - 0x1p-52) + 0x1p-54);
            candidates[i] = n;
            for (int j = 0; j < n; j++) {
                correct[i] += random.nextDouble() < p ? 1 : 0;
            }
        }
        return SuccessCounts.of(candidates, correct);
    }

    @Test
    void groups_ofCounts_addUpToTheProblems() {
        SuccessCounts counts = counts(new int[] {5, 3, 5, 5, 3}, 2, 0, 2, 5, 0);
        assertEquals(3, counts.groups());
        assertEquals(counts.group(0), counts.group(2));
        assertEquals(2, counts.multiplicity(counts.group(1)));
        assertEquals(3, counts.fewest());
        assertEquals(5, counts.most());
        assertEquals(9, counts.successes());
        assertEquals(12, counts.failures());
        assertEquals(2, counts.unsolved());
    }

    @Test
    void counts_ofARecording_areItsOwn() {
        Recording.Builder builder = new Recording.Builder(false, 0, false);
        builder.problem("a", java.util.Optional.empty());
        builder.candidate(true, 0, 0);
        builder.candidate(false, 0, 0);
        builder.problem("b", java.util.Optional.empty());
        builder.candidate(false, 0, 0);
        SuccessCounts counts = SuccessCounts.of(builder.build());
        assertEquals(2, counts.candidates(0));
        assertEquals(1, counts.correct(0));
        assertEquals(0, counts.correct(1));
    }

    @Test
    void counts_outOfRange_areNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> counts(new int[] {3}, 4))
                .getMessage()
                .contains("c = 4 and n = 3"));
        assertThrows(IllegalArgumentException.class, () -> counts(new int[] {0}, 0));
        assertThrows(IllegalArgumentException.class, () -> counts(new int[] {3}, -1));
        assertThrows(IllegalArgumentException.class, () -> counts(new int[0]));
        assertThrows(IllegalArgumentException.class, () -> counts(new int[] {3}, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TailExponent(0, .75));
        assertThrows(IllegalArgumentException.class, () -> new TailExponent(.3, 0));
    }

    /** erfc from another library; its own relative error is 1e-12 or so. */
    @Test
    void normalProbability_everywhere_isThatOfErfc() {
        for (double z = -37; z <= 8; z += 0.0137) {
            double expected = 0.5 * Erf.erfc(-z / Math.sqrt(2));
            assertEquals(1, NormalProbability.below(z) / expected, 1e-10, () -> "z");
        }
    }

    /** Σ over c of the probability of c of n is 1 under every law; cells err by their width squared. */
    @Test
    void marginals_ofAllCounts_sumToOne() {
        int n = 7;
        int[] candidates = new int[n + 1];
        int[] correct = new int[n + 1];
        for (int c = 0; c <= n; c++) {
            candidates[c] = n;
            correct[c] = c;
        }
        SuccessCounts counts = SuccessCounts.of(candidates, correct);
        LogitCells.Table cells = new LogitCells.Table(counts);
        double[] log = new double[n + 1];
        for (DifficultyFamily family : DifficultyFamily.values()) {
            Lattice laws = Lattice.usual(family);
            Marginals marginals =
                    family == DifficultyFamily.BETA ? new BetaMarginals(counts) : new CellMarginals(cells);
            for (int law = 0; law < laws.size(); law += 97) {
                marginals.turnTo(laws, law);
                Arrays.setAll(log, marginals::logOf);
                assertEquals(1, Arrays.stream(log).map(Math::exp).sum(), 1e-9, family + " " + law);
            }
        }
    }

    /** Beta laws put on the cells give the closed form's log likelihood, for counts of published recordings. */
    @Test
    void cells_withBetaLaws_giveTheClosedForm() {
        SuccessCounts counts = pythia("Pythia-6.9B");
        LogitCells.Table cells = new LogitCells.Table(counts);
        for (double[] law : new double[][] {{.27, 14}, {.2, 8}, {.35, 20}}) {
            double closed = 0;
            double summed = 0;
            double[] weights = new double[LogitCells.COUNT];
            for (int cell = 0; cell < weights.length; cell++) {
                weights[cell] = betaBelow(law, cell + 1) - betaBelow(law, cell);
            }
            for (int g = 0; g < counts.groups(); g++) {
                int n = counts.groupCandidates(g);
                int c = counts.groupCorrect(g);
                double one = LogitCells.logChoose(n, c)
                        + BetaMarginals.logRising(law[0], c)
                        + BetaMarginals.logRising(law[1], n - c)
                        - BetaMarginals.logRising(law[0] + law[1], n);
                closed += counts.multiplicity(g) * one;
                summed += counts.multiplicity(g) * Math.log(LogitCells.dot(weights, cells.likelihoods(g)));
            }
            assertEquals(closed, summed, 0.05, Arrays.toString(law));
        }
    }

    private static double betaBelow(double[] law, int edge) {
        return edge == 0
                ? 0
                : edge == LogitCells.COUNT
                        ? 1
                        : org.apache.commons.math3.special.Beta.regularizedBeta(
                                LogitCells.logistic(LogitCells.edge(edge)), law[0], law[1]);
    }

    /** The weights that another program of the same method found; exact but for the rounding of its figures. */
    @Tag("slow")
    @Test
    void weights_ofPublishedCounts_areThoseOfAnotherProgram() {
        check("Pythia-6.9B", .685, .189, .126);
        check("Pythia-410M", .533, .217, .250);
        check("Pythia-12B", .819, .141, .040);
        check("Pythia-70M", .454, .343, .202);
    }

    private static void check(String model, double... weights) {
        DifficultyPosterior posterior = posterior(pythia(model));
        for (int f = 0; f < weights.length; f++) {
            assertEquals(weights[f], posterior.families().get(f).weight(), 0.0011, model + " " + f);
        }
        assertEquals(java.util.List.of(), posterior.statements());
    }

    /**
     * 3,000 problems × 30 candidates of each law: the right family leads, and its parameters are found within 5 of their posterior
     * deviations (a correct program fails with a probability of 1e-6 each); of one law 50,000 problems. Here the lattice is made anew around
     * the posterior.
     */
    @Tag("slow")
    @Test
    void recordings_ofEachLaw_giveTheLawBack() {
        for (FittedDifficulty law : new FittedDifficulty[] {
            new FittedDifficulty(DifficultyFamily.BETA, .5, 3, 0),
            new FittedDifficulty(DifficultyFamily.KUMARASWAMY, .25, 4, 0),
            new FittedDifficulty(DifficultyFamily.LOGIT_NORMAL, -2, 1.5, .1),
            new FittedDifficulty(DifficultyFamily.BETA, 1.2, .8, .3)
        }) {
            DifficultyPosterior posterior = posterior(simulated(law, law.atom() == .3 ? 50_000 : 3000, 30, SEED));
            FamilyPosterior leading = posterior.leading();
            assertEquals(law.family(), leading.family(), law + " " + posterior.families());
            within(law.first(), leading.first());
            within(law.second(), leading.second());
            assertEquals(
                    law.first(), leading.mode().first(), 6 * leading.first().sd());
            if (law.atom() > 0) {
                within(law.atom(), leading.atom());
                assertTrue(leading.atom().sd() < 0.03, "the atom's error: " + leading.atom());
            } else {
                assertTrue(leading.atom().mean() < 0.03, "an atom that is not there: " + leading.atom());
            }
        }
    }

    private static void within(double truth, FamilyPosterior.Parameter found) {
        assertTrue(Math.abs(truth - found.mean()) < 5 * found.sd(), truth + " " + found);
        assertTrue(found.sd() < 0.2 * Math.abs(truth), truth + " " + found);
    }

    /** A lattice finer than the usual one has the same evidence: 600 problems, where the usual steps still resolve the posterior. */
    @Tag("slow")
    @Test
    void evidence_ofAFinerLattice_isTheSame() {
        SuccessCounts counts = simulated(new FittedDifficulty(DifficultyFamily.BETA, .5, 3, 0), 600, 30, SEED);
        DifficultyPosterior whole = posterior(counts);
        double truth = whole.families().get(0).logEvidence();
        FamilyFit refined =
                FamilyFit.of(DifficultyFamily.BETA, counts, TailExponent.DEFAULT, new BetaMarginals(counts));
        assertEquals(truth, refined.logEvidence(), 1e-9);
        // by brute force: the marginal likelihood of the counts on a lattice of steps a tenth as wide
        double most = Double.NEGATIVE_INFINITY;
        double[] log = new double[counts.groups()];
        java.util.List<Double> all = new java.util.ArrayList<>();
        Lattice fine = new Lattice.Rectangle(Math.log(.25), .012, 120, Math.log(1), .018, 120, -99, 99)
                .points(DifficultyFamily.BETA);
        BetaMarginals marginals = new BetaMarginals(counts);
        double usual = Lattice.usual(DifficultyFamily.BETA).logPriorOfAll(TailExponent.DEFAULT);
        for (int law = 0; law < fine.size(); law++) {
            marginals.turnTo(fine, law);
            Arrays.setAll(log, marginals::logOf);
            double sum = fine.logPrior(law, TailExponent.DEFAULT) - usual + Math.log(.8);
            for (int g = 0; g < log.length; g++) {
                sum += counts.multiplicity(g) * log[g];
            }
            all.add(sum);
            most = Math.max(most, sum);
        }
        double greatest = most;
        double withoutAtom = most
                + Math.log(all.stream()
                        .mapToDouble(one -> Math.exp(one - greatest))
                        .sum());
        // laws with an atom add to the evidence a little: their prior is a fifth, and there is none here
        assertTrue(truth >= withoutAtom - 0.01 && truth <= withoutAtom + 0.25, truth + " " + withoutAtom);
    }

    @Tag("slow")
    @Test
    void posteriors_ofExtremeCounts_areFiniteAndSayWhatTheyAre() {
        for (int n : new int[] {1, 100_000}) {
            for (int problems : new int[] {1, 50}) {
                int[] candidates = new int[problems];
                Arrays.fill(candidates, n);
                DifficultyPosterior none = posterior(SuccessCounts.of(candidates, new int[problems]));
                DifficultyPosterior all = posterior(SuccessCounts.of(candidates, candidates));
                for (DifficultyPosterior one : new DifficultyPosterior[] {none, all}) {
                    assertEquals(
                            1,
                            one.families().stream()
                                    .mapToDouble(FamilyPosterior::weight)
                                    .sum(),
                            1e-12);
                    assertEquals(problems == 1, one.statements().toString().contains("one problem only"));
                    for (int draw = 0; draw < 200; draw++) {
                        double p = one.draw(draw, SEED).p(0);
                        assertTrue(p >= 0 && p <= 1, "p " + p);
                    }
                }
                assertTrue(none.statements().get(0).startsWith("no success was recorded"));
                assertTrue(all.statements().get(0).startsWith("no failure was recorded"));
            }
        }
    }

    /** Half of the problems never solved by a million candidates, half always solved: no law of the usual lattices is like that. */
    @Tag("slow")
    @Test
    void posterior_outsideTheUsualLattices_saysSo() {
        int[] candidates = new int[400];
        int[] correct = new int[400];
        Arrays.fill(candidates, 300);
        for (int i = 0; i < 400; i++) {
            correct[i] = 150 + i % 3;
        }
        DifficultyPosterior same = posterior(SuccessCounts.of(candidates, correct));
        assertFalse(same.statements().isEmpty());
    }

    @Tag("slow")
    @Test
    void priorOfTheExponent_changesTheTail() {
        SuccessCounts counts = pythia("Pythia-410M");
        double low = DifficultyPosterior.of(counts, new TailExponent(.05, .1))
                .families()
                .get(0)
                .first()
                .mean();
        double high = DifficultyPosterior.of(counts, new TailExponent(1, .1))
                .families()
                .get(0)
                .first()
                .mean();
        assertTrue(low < .12 && high > .4, low + " " + high);
    }
}
