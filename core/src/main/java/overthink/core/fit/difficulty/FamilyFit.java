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
 * lattice is widened where the posterior lies at its rim. Where the posterior is narrower than its steps, as it is for many
 * problems, the likelihood first counts as that of fewer, and lattices are made around one posterior after the other, of ever
 * more problems.
 */
final class FamilyFit {

    private static final int MANY_PROBLEMS = 1000;
    private static final double CROWDED = 0.01;
    private static final int MOST_WIDENINGS = 4;
    /** So many problems leave a posterior that a rectangle resolves, whatever their candidates. */
    private static final int RESOLVED_PROBLEMS = 150;
    /** From one lattice around a posterior to the next so many times more problems: √6 times narrower, which its steps resolve. */
    private static final double NARROWING = 6;

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
        // the posterior of very many problems lies between the points of a rectangle: as few as it resolves show where
        double power = counts.size() > MANY_PROBLEMS ? (double) RESOLVED_PROBLEMS / counts.size() : 1;
        FamilyFit fit = at(family, Lattice.usual(family), AtomAxis.coarse(), counts, power, exponent, marginals);
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
            fit = at(family, rectangle.points(family), AtomAxis.coarse(), counts, power, exponent, marginals);
            crowded = rectangle.crowded(fit.laws, fit.byLaw(), CROWDED);
        }
        if (power == 1 && !fit.isResolved(1)) {
            power = Math.min(1, (double) RESOLVED_PROBLEMS / counts.size());
            fit = at(family, rectangle.points(family), AtomAxis.coarse(), counts, power, exponent, marginals);
            fit = fit.around(counts, power, exponent, marginals);
        }
        while (power < 1) {
            power = Math.min(1, power * NARROWING);
            fit = fit.around(counts, power, exponent, marginals);
        }
        if (!rectangle.crowded(fit.laws, fit.byLaw(), CROWDED).isEmpty()) {
            return fit.saying(("%s: more than 1 %% of what is possible lies at the rim of the laws looked at, even of"
                            + " those beyond the usual ones: the recording is unlike what the family describes")
                    .formatted(family.label()));
        }
        if (!usual.crowded(fit.laws, fit.byLaw(), CROWDED).isEmpty()) {
            return fit.saying(String.format(
                    Locale.ROOT,
                    "%s: more than 1 %% of what is possible lies at the rim of the usual laws or beyond;"
                            + " %s from %.2g to %.2g and %s from %.2g to %.2g were looked at",
                    family.label(),
                    family.first(),
                    Lattice.first(family, rectangle.lowX()),
                    Lattice.first(family, rectangle.highX()),
                    family.second(),
                    Lattice.second(rectangle.lowY()),
                    Lattice.second(rectangle.highY())));
        }
        return fit;
    }

    private static FamilyFit at(
            DifficultyFamily family,
            Lattice laws,
            AtomAxis atoms,
            SuccessCounts counts,
            double power,
            TailExponent exponent,
            Marginals marginals) {
        Weighing weighing = new Weighing(family, laws, atoms, counts, power, exponent, marginals);
        double[] logWeights = weighing.all();
        return new FamilyFit(family, laws, atoms, logWeights, normalise(logWeights), List.of());
    }

    /** Weighs laws and atoms: prior × likelihood, the likelihood to a power as though there were fewer problems. */
    private static final class Weighing {

        /** A law whose weight is below the greatest by this factor's logarithm adds nothing that a double can hold. */
        private static final double NEGLIGIBLE = -50;

        private static final int STRIDE = 37;

        private final Lattice laws;
        private final AtomAxis atoms;
        /** By group: how many problems it counts as. */
        private final double[] multiplicity;

        private final TailExponent exponent;
        private final Marginals marginals;
        private final double logUsual;
        private final double[] logWeights;
        private final int[] solvedGroups;
        private final int[] unsolvedGroups;
        private final double[] marginal;
        private double solvedProblems;
        private double greatest = Double.NEGATIVE_INFINITY;

        Weighing(
                DifficultyFamily family,
                Lattice laws,
                AtomAxis atoms,
                SuccessCounts counts,
                double power,
                TailExponent exponent,
                Marginals marginals) {
            this.laws = laws;
            this.atoms = atoms;
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
            multiplicity = new double[counts.groups()];
            for (int g = 0; g < multiplicity.length; g++) {
                multiplicity[g] = power * counts.multiplicity(g);
            }
            for (int g : solvedGroups) {
                solvedProblems += multiplicity[g];
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
                solved += multiplicity[solvedGroups[i]] * marginals.logOf(solvedGroups[i]);
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
                    sum += multiplicity[unsolvedGroups[i]] * StrictMath.log(atom + (1 - atom) * marginal[i]);
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

    /** Whether steps are small against a posterior that is narrower by a factor. */
    private boolean isResolved(double narrower) {
        return Moments.of(laws, byLaw()).narrowest(laws) >= RESOLVED * narrower && finerAtoms(narrower) == atoms;
    }

    /** The posterior of more problems, on a lattice around this one. */
    private FamilyFit around(SuccessCounts counts, double power, TailExponent exponent, Marginals marginals) {
        Moments moments = Moments.of(laws, byLaw());
        Lattice finer = Lattice.around(family, moments.narrowest(laws) < RESOLVED ? moments.blurred(laws) : moments);
        return at(family, finer, finerAtoms(StrictMath.sqrt(NARROWING)), counts, power, exponent, marginals);
    }

    /** The atoms, or closer ones around the posterior when one that is narrower by a factor would lie between them. */
    private AtomAxis finerAtoms(double narrower) {
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
        return StrictMath.sqrt(variance) >= RESOLVED * narrower * spacing
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
