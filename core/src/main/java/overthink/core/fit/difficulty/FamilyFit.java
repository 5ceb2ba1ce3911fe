package overthink.core.fit.difficulty;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import overthink.core.fit.difficulty.Lattice.Moments;
import overthink.core.fit.difficulty.Lattice.Rectangle;
import overthink.core.fit.difficulty.Lattice.Side;

/**
 * The posterior of one family: the probability of each law of a lattice with each value of the atom, by log-sum-exp. The
 * lattice is widened where the posterior lies at its rim, and made anew around the posterior where that is narrower than its
 * steps, as it is for many problems.
 */
final class FamilyFit {

    private static final double CROWDED = 0.01;
    private static final int MOST_WIDENINGS = 4;
    private static final int MOST_REFINEMENTS = 6;
    /** A normal law summed at steps of its standard deviation divided by this is wrong by 1e-4 at most. */
    private static final double RESOLVED = 0.7;

    private static final double POSSIBLE = 1e-6;

    private final DifficultyFamily family;
    private final Lattice laws;
    private final AtomAxis atoms;
    /** By law, then atom: posterior probabilities within the family. */
    private final double[] probability;

    private final double logEvidence;
    private final List<String> statements;

    private FamilyFit(
            DifficultyFamily family,
            Lattice laws,
            AtomAxis atoms,
            double[] probability,
            double logEvidence,
            List<String> statements) {
        this.family = family;
        this.laws = laws;
        this.atoms = atoms;
        this.probability = probability;
        this.logEvidence = logEvidence;
        this.statements = statements;
    }

    /** The posterior of a family given counts. */
    static FamilyFit of(DifficultyFamily family, SuccessCounts counts, TailExponent exponent, Marginals marginals) {
        Rectangle usual = Rectangle.usual(family);
        Rectangle rectangle = usual;
        FamilyFit fit = at(family, Lattice.usual(family), AtomAxis.coarse(), counts, exponent, marginals);
        List<Side> crowded = rectangle.crowded(fit.laws, fit.byLaw(), CROWDED);
        for (int i = 0; i < MOST_WIDENINGS && !crowded.isEmpty(); i++) {
            Rectangle wider = rectangle;
            for (Side side : crowded) {
                wider = side.widened(wider, Lattice.limits(family));
            }
            if (wider.equals(rectangle)) {
                break;
            }
            rectangle = wider;
            fit = at(family, rectangle.points(family), AtomAxis.coarse(), counts, exponent, marginals);
            crowded = rectangle.crowded(fit.laws, fit.byLaw(), CROWDED);
        }
        FamilyFit refined = fit.refined(counts, exponent, marginals);
        if (!crowded.isEmpty()) {
            return refined.saying(
                    ("%s: more than 1 %% of what is possible lies at the rim of the laws looked at, even of"
                                    + " those beyond the usual ones: the recording is unlike what the family describes")
                            .formatted(family.label()));
        }
        if (!rectangle.equals(usual)) {
            return refined.saying(String.format(
                    Locale.ROOT,
                    "%s: more than 1 %% of what is possible lay at the rim of the usual laws;"
                            + " %s from %.2g to %.2g and %s from %.2g to %.2g were looked at",
                    family.label(),
                    family.first(),
                    Lattice.first(family, rectangle.lowX()),
                    Lattice.first(family, rectangle.highX()),
                    family.second(),
                    Lattice.second(rectangle.lowY()),
                    Lattice.second(rectangle.highY())));
        }
        return refined;
    }

    private static FamilyFit at(
            DifficultyFamily family,
            Lattice laws,
            AtomAxis atoms,
            SuccessCounts counts,
            TailExponent exponent,
            Marginals marginals) {
        Weighing weighing = new Weighing(family, laws, atoms, counts, exponent, marginals);
        double[] logWeights = weighing.all();
        return new FamilyFit(family, laws, atoms, logWeights, normalise(logWeights), List.of());
    }

    /** Weighs laws and atoms: prior × likelihood. */
    private static final class Weighing {

        /** A law whose weight is below the greatest by this factor's logarithm adds nothing that a double can hold. */
        private static final double NEGLIGIBLE = -50;

        private static final int STRIDE = 37;

        private final Lattice laws;
        private final AtomAxis atoms;
        private final SuccessCounts counts;
        private final TailExponent exponent;
        private final Marginals marginals;
        private final double logUsual;
        private final double[] logWeights;
        private final int[] solvedGroups;
        private final int[] unsolvedGroups;
        private final double[] marginal;
        private int solvedProblems;
        private double greatest = Double.NEGATIVE_INFINITY;

        Weighing(
                DifficultyFamily family,
                Lattice laws,
                AtomAxis atoms,
                SuccessCounts counts,
                TailExponent exponent,
                Marginals marginals) {
            this.laws = laws;
            this.atoms = atoms;
            this.counts = counts;
            this.exponent = exponent;
            this.marginals = marginals;
            logUsual = Lattice.usual(family).logPriorOfAll(exponent);
            logWeights = new double[laws.size() * atoms.size()];
            solvedGroups = IntStream.range(0, counts.groups())
                    .filter(g -> counts.groupCorrect(g) > 0)
                    .toArray();
            unsolvedGroups = IntStream.range(0, counts.groups())
                    .filter(g -> counts.groupCorrect(g) == 0)
                    .toArray();
            for (int g : solvedGroups) {
                solvedProblems += counts.multiplicity(g);
            }
            marginal = new double[unsolvedGroups.length];
        }

        /** By law, then atom. A few laws first, so that most of the others are soon seen to be out of the question. */
        double[] all() {
            for (int law = 0; law < laws.size(); law += STRIDE) {
                weigh(law);
            }
            for (int law = 0; law < laws.size(); law++) {
                weigh(law);
            }
            return logWeights;
        }

        private void weigh(int law) {
            int first = law * atoms.size();
            marginals.turnTo(laws, law);
            double solved = laws.logPrior(law, exponent) - logUsual;
            // every further factor is a probability, so the sum so far is a bound
            double least = greatest + NEGLIGIBLE;
            for (int i = 0; i < solvedGroups.length && solved >= least; i++) {
                solved += counts.multiplicity(solvedGroups[i]) * marginals.logOf(solvedGroups[i]);
            }
            if (!(solved >= least)) {
                Arrays.fill(logWeights, first, first + atoms.size(), Double.NEGATIVE_INFINITY);
                return;
            }
            for (int i = 0; i < marginal.length; i++) {
                marginal[i] = StrictMath.exp(marginals.logOf(unsolvedGroups[i]));
            }
            for (int j = 0; j < atoms.size(); j++) {
                double atom = atoms.value(j);
                double sum = atoms.logPrior(j) + solved + solvedProblems * StrictMath.log1p(-atom);
                for (int i = 0; i < marginal.length && sum >= least; i++) {
                    sum += counts.multiplicity(unsolvedGroups[i]) * StrictMath.log(atom + (1 - atom) * marginal[i]);
                }
                logWeights[first + j] = sum >= least ? sum : Double.NEGATIVE_INFINITY;
                greatest = Math.max(greatest, sum);
            }
        }
    }

    /** Makes probabilities of logarithms of weights and returns the logarithm of the sum of the weights. */
    private static double normalise(double[] logWeights) {
        double most = Double.NEGATIVE_INFINITY;
        for (double one : logWeights) {
            most = Math.max(most, one);
        }
        double sum = 0;
        for (int i = 0; i < logWeights.length; i++) {
            logWeights[i] = StrictMath.exp(logWeights[i] - most);
            sum += logWeights[i];
        }
        for (int i = 0; i < logWeights.length; i++) {
            logWeights[i] /= sum;
        }
        return most + StrictMath.log(sum);
    }

    private FamilyFit refined(SuccessCounts counts, TailExponent exponent, Marginals marginals) {
        FamilyFit fit = this;
        for (int i = 0; i < MOST_REFINEMENTS; i++) {
            Moments moments = Moments.of(fit.laws, fit.byLaw());
            boolean narrow = moments.narrowest(fit.laws) < RESOLVED;
            AtomAxis finer = fit.finerAtoms();
            if (!narrow && finer == fit.atoms) {
                break;
            }
            Lattice around = narrow ? Lattice.around(family, moments.blurred(fit.laws)) : fit.laws;
            fit = at(family, around, finer, counts, exponent, marginals);
        }
        return fit;
    }

    /** The atoms, or more of them where the posterior is when it is narrower than the spacing there. */
    private AtomAxis finerAtoms() {
        double weight = 0;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < probability.length; i++) {
            double atom = atoms.value(i % atoms.size());
            if (atom > 0) {
                weight += probability[i];
                mean += probability[i] * atom;
                square += probability[i] * atom * atom;
            }
        }
        if (weight < POSSIBLE) {
            return atoms;
        }
        mean /= weight;
        double variance = Math.max(0, square / weight - mean * mean);
        double spacing = atoms.spacingAt(mean);
        return StrictMath.sqrt(variance) >= RESOLVED * spacing
                ? atoms
                : AtomAxis.around(mean, StrictMath.sqrt(variance + spacing * spacing / 4));
    }

    private FamilyFit saying(String statement) {
        return new FamilyFit(family, laws, atoms, probability, logEvidence, List.of(statement));
    }

    private double[] byLaw() {
        double[] sums = new double[laws.size()];
        for (int i = 0; i < probability.length; i++) {
            sums[i / atoms.size()] += probability[i];
        }
        return sums;
    }

    double logEvidence() {
        return logEvidence;
    }

    List<String> statements() {
        return statements;
    }

    /** The running sums of the probabilities, for draws. */
    double[] cumulative() {
        double[] sums = probability.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /** The law and atom with an index of {@link #cumulative}. */
    FittedDifficulty fitted(int index) {
        int law = index / atoms.size();
        return new FittedDifficulty(family, laws.first(law), laws.second(law), atoms.value(index % atoms.size()));
    }

    /** What it says, given the family's posterior weight. */
    FamilyPosterior summary(double weight) {
        double[] sums = new double[3];
        double[] squares = new double[3];
        int mode = 0;
        for (int i = 0; i < probability.length; i++) {
            FittedDifficulty one = fitted(i);
            double[] values = {one.first(), one.second(), one.atom()};
            for (int k = 0; k < values.length; k++) {
                sums[k] += probability[i] * values[k];
                squares[k] += probability[i] * values[k] * values[k];
            }
            if (probability[i] > probability[mode]) {
                mode = i;
            }
        }
        FamilyPosterior.Parameter[] parameters = new FamilyPosterior.Parameter[3];
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = new FamilyPosterior.Parameter(
                    sums[k], StrictMath.sqrt(Math.max(0, squares[k] - sums[k] * sums[k])));
        }
        return new FamilyPosterior(
                family, weight, logEvidence, parameters[0], parameters[1], parameters[2], fitted(mode));
    }
}
