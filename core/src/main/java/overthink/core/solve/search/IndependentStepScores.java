package overthink.core.solve.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.exact.search.BestOne;
import overthink.core.exact.search.Tilt;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.solve.declared.VerdictRates;
import overthink.core.solve.selection.BestOfNShortcut;

/**
 * The process scores that a search goes by, where those of a step's nodes are independent given which of them are sound: no
 * noise is a parent's, and what noise is the problem's is the same for all.
 *
 * @param verifier the process verifier
 */
record IndependentStepScores(Verifier verifier) {

    /** What stands in the way of every search's law; empty when nothing does. */
    static Optional<String> obstacle(SyntheticWorld world) {
        return SpendingLaw.obstacleTogether(world).or(() -> dependent(world));
    }

    /** Why scores are not independent, or of no law that is known; empty when they are. */
    static Optional<String> dependent(SyntheticWorld world) {
        Verifier verifier = world.verifiers().process();
        if (verifier == null) {
            return Optional.of("the world lacks its process verifier");
        }
        return Optional.ofNullable(inherited(world, verifier)).or(() -> Optional.ofNullable(unknown(verifier)));
    }

    /** What a node's score has of its parent's. */
    private static @Nullable String inherited(SyntheticWorld world, Verifier verifier) {
        boolean own = verifier.shares().candidate() > 0 || verifier.goodShares().candidate() > 0;
        if (verifier.persistence() > 0 && own && world.policy().steps().max() > 1) {
            return "the noise of a step is partly that of the step before (persistence), and searches are solved where all of it"
                    + " is new";
        }
        Hack hack = verifier.hack();
        return hack.share() > 0 && hack.share() < 1 && hack.shift() != 0
                ? "some flaws are loved, and so are the steps below them"
                : null;
    }

    private static @Nullable String unknown(Verifier verifier) {
        NoiseShares shares = verifier.shares();
        if (verifier.scoring() instanceof Scoring.Verdict) {
            return null;
        }
        if (!(verifier.scoring() instanceof Scoring.Graded)) {
            return BestOfNShortcut.TABULATED;
        }
        if (!verifier.sharesAlike()) {
            return "sound steps share noise otherwise than flawed ones, and no integral is known";
        }
        if (!(verifier.noise() instanceof NoiseLaw.Gaussian) && shares.candidate() > 0 && shares.call() > 0) {
            return "the noise of a step is a sum of Student's t numbers, which has no name";
        }
        return BestOfNShortcut.ties(verifier).orElse(null);
    }

    /**
     * The scores of a world in which nothing stands in the way.
     *
     * @throws IllegalArgumentException when the world has no process verifier
     */
    static IndependentStepScores of(SyntheticWorld world) {
        Verifier verifier = world.verifiers().process();
        if (verifier == null) {
            throw new IllegalArgumentException("there is no process verifier");
        }
        return new IndependentStepScores(verifier);
    }

    /** The rates of a verifier of verdicts; null where scores are graded. */
    @Nullable
    VerdictRates verdicts() {
        return verifier.scoring() instanceof Scoring.Verdict verdict
                ? new VerdictRates(Source.PROCESS, verifier, verdict)
                : null;
    }

    /** Whether graded scores are told apart as well on one problem as on any other. */
    boolean alike() {
        return verifier.scoring() instanceof Scoring.Graded graded
                && graded.sensitivity().constant();
    }

    /** The distance of sound scores from flawed ones on a problem, in deviations of what tells nodes apart. */
    double distance(ProblemTruth view) {
        return (view.distance(Source.PROCESS) - loved()) / BestOfNAccuracy.selectionNoise(verifier.shares());
    }

    /** The best of some nodes by graded scores at that distance. */
    BestOne best(double distance) {
        Verifier plain = Verifier.of(0).with(verifier.noise());
        return BestOne.graded(BestOfNAccuracy.of(plain, distance));
    }

    /** What every flawed step is loved by. */
    private double loved() {
        return verifier.hack().share() == 1 ? verifier.hack().shift() : 0;
    }

    /** What weights that are powers of the odds make of shares of sound nodes on a problem. */
    Tilt tilt(ProblemTruth view, double power) {
        VerdictRates verdicts = verdicts();
        if (verdicts != null && verifier.scoring() instanceof Scoring.Verdict verdict) {
            FirstAcceptedLaw rates = verdicts.of(view);
            return Tilt.verdicts(rates.tpr(), rates.fpr(), (verdict.accepted() - verdict.rejected()) * power);
        }
        return Tilt.graded(lift(view) * power, deviation(view) * power);
    }

    /** By how much graded log-odds of sound nodes exceed those of flawed ones on a problem, noise apart. */
    double lift(ProblemTruth view) {
        double flawed = view.score(Source.PROCESS, false, 0);
        return view.score(Source.PROCESS, true, 0) - flawed - slope(view) * loved();
    }

    /** The deviation of a node's graded log-odds from others' of the same soundness on a problem. */
    double deviation(ProblemTruth view) {
        return slope(view) * BestOfNAccuracy.selectionNoise(verifier.shares());
    }

    private static double slope(ProblemTruth view) {
        return view.score(Source.PROCESS, false, 1) - view.score(Source.PROCESS, false, 0);
    }
}
