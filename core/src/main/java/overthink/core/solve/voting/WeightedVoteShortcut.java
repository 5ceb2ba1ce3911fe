package overthink.core.solve.voting;

import java.util.EnumSet;
import java.util.Set;
import overthink.core.api.Law;
import overthink.core.estimate.Method;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.solve.declared.RankingScore;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SideBySideRoute;
import overthink.core.solve.declared.VerdictRates;
import overthink.core.solve.selection.BestOfNShortcut;

/**
 * {@link Law.VoteByWeight}. By the greatest score the heaviest answer is that of the candidate of the greatest score, so that under
 * graded scores its numbers are those of {@link Law.BestOf}, whose exact and aggregated ways it offers: two answers' greatest
 * scores are equal with probability 0 where candidates have noise of their own, and where they have none an answer's
 * candidates all score alike and the answer seen first is that of the first candidate of the greatest score. By
 * the sum of log-odds a sum of Gaussian scores is Gaussian. Sums and means of graded scores as probabilities have no such law.
 *
 * <p>Under verdicts every weight is made of how many of an answer's candidates are accepted and how many are not. There
 * it is not best-of-n by the greatest score: an answer seen before the first accepted candidate, and accepted later, wins.
 */
final class WeightedVoteShortcut implements Shortcut {

    /** Verdicts' scores whose ratio is this close to one of small whole numbers may tie for unequal counts. */
    private static final double SIMPLE = 1e-9;

    private static final int SMALL = 1000;

    private static final String NO_CLOSED_FORM = "no closed form of it is known";

    private final Law.VoteByWeight law;

    WeightedVoteShortcut(Law.VoteByWeight law) {
        this.law = law;
    }

    @Override
    public Set<Method> methods() {
        Set<Method> known = EnumSet.noneOf(Method.class);
        if (RankingScore.isKnown(law.score())) {
            known.add(Method.AGGREGATED);
            if (law.weight() == Law.Weight.MAX) {
                known.add(Method.EXACT);
            }
        }
        return known;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        if (!world.policy().silence().none()) {
            return new Availability.Refused(VoteShortcut.SILENT);
        }
        if (law.weight() != Law.Weight.MAX) {
            return new Availability.Refused(NO_CLOSED_FORM);
        }
        return BestOfNShortcut.offer(
                world,
                law.score(),
                (rates, verdict) -> new Availability.Refused(NO_CLOSED_FORM),
                (source, verifier, graded) -> BestOfNShortcut.exact(world, source, verifier, graded));
    }

    @Override
    public boolean exactIsSlow(SyntheticWorld world, long candidates) {
        return BestOfNShortcut.exactIsSlow(world);
    }

    @Override
    public Availability aggregated(SyntheticWorld world) {
        if (!world.policy().silence().none()) {
            return new Availability.Refused(VoteShortcut.SILENT);
        }
        Law.Weight weight = law.weight();
        return BestOfNShortcut.offer(
                world,
                law.score(),
                (rates, verdict) -> ofVerdicts(world, rates, verdict, weight),
                (source, verifier, graded) -> ofGrades(world, source, verifier, graded, weight));
    }

    private static Availability ofVerdicts(
            SyntheticWorld world, VerdictRates rates, Scoring.Verdict verdict, Law.Weight weight) {
        if (weight == Law.Weight.LOGIT_SUM && simple(verdict.accepted() / verdict.rejected())) {
            return new Availability.Refused(
                    "its two scores are as small whole numbers, so that unequal counts may tie");
        }
        boolean alike = rates.alike();
        return new Availability.Made(new SideBySideRoute(
                world, () -> new WeightedVerdictSampler(rates, VerdictWeight.of(weight, verdict), alike)));
    }

    private static Availability ofGrades(
            SyntheticWorld world, Source source, Verifier verifier, Scoring.Graded graded, Law.Weight weight) {
        return switch (weight) {
            case MAX -> BestOfNShortcut.aggregated(world, source, verifier, graded);
            case SUM, MEAN ->
                new Availability.Refused(
                        "graded scores as probabilities have no law that adds up (those of weight logit-sum have)");
            case LOGIT_SUM -> {
                if (!(verifier.noise() instanceof NoiseLaw.Gaussian)) {
                    yield new Availability.Refused("a sum of Student's t numbers has no name");
                }
                yield BestOfNShortcut.ties(verifier)
                        .<Availability>map(Availability.Refused::new)
                        .orElseGet(() -> new Availability.Made(
                                new SideBySideRoute(world, () -> new WeightedVoteSampler(source, verifier, graded))));
            }
        };
    }

    /** Whether a ratio is one of small whole numbers, as far as rounding lets one tell. */
    private static boolean simple(double ratio) {
        double size = Math.abs(ratio);
        for (int j = 1; j <= SMALL; j++) {
            double multiple = j * size;
            if (Math.abs(multiple - Math.rint(multiple)) < SIMPLE * Math.max(1, multiple)) {
                return true;
            }
        }
        return false;
    }
}
