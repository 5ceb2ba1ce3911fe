package overthink.core.model.part;

import java.util.Arrays;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.Gaussian;
import overthink.core.random.NormalQuantile;
import overthink.core.random.Origin;
import overthink.core.random.Site;
import overthink.core.random.Voice;

/** One verifier at work on one problem made of parts at a time; the formulas are those of {@link Scoring}. */
final class PartScorer {

    private final Verifier verifier;
    private final Voice voice;
    private final PartNodes nodes;
    private final Site own;
    private final Site call;
    private final double problemWeight;
    private final double candidateWeight;
    private final double callWeight;

    private double d;
    private double offset;
    private double slope;
    private double problemNoise;

    /** By node: how often it was asked about. */
    private int[] calls = new int[64];

    private int counted;

    PartScorer(Verifier verifier, Voice voice, PartNodes nodes) {
        this.verifier = verifier;
        this.voice = voice;
        this.nodes = nodes;
        own = new Site(voice.own());
        call = new Site(voice.call());
        problemWeight = StrictMath.sqrt(verifier.shares().problem());
        candidateWeight = StrictMath.sqrt(verifier.shares().candidate());
        callWeight = StrictMath.sqrt(verifier.shares().call());
    }

    /**
     * Turns to a problem.
     *
     * @param p the chance of what it judges, for a prior that is the problem's
     */
    void turnTo(Origin origin, int problem, double p) {
        own.turnTo(origin, problem);
        call.turnTo(origin, problem);
        problemNoise = problemWeight == 0 ? 0 : problemWeight * Gaussian.of(origin.word(voice.problem(), problem));
        if (verifier.scoring() instanceof Scoring.Graded graded) {
            d = graded.sensitivity().at(p);
            offset = graded.offset(p, d);
            slope = graded.slope(p, d);
        }
    }

    void begin(long trial) {
        own.begin(trial);
        call.begin(trial);
        counted = 0;
    }

    /**
     * The score of something.
     *
     * @param goodness from 0, bad, to 1, good
     * @param slot tells it from what else is judged of the node
     */
    double score(int node, double goodness, long slot) {
        double epsilon = problemNoise;
        if (candidateWeight > 0) {
            epsilon += candidateWeight * Gaussian.of(own.word(nodes.number(node), slot));
        }
        if (callWeight > 0) {
            epsilon += callWeight * Gaussian.of(call.word(nodes.number(node), nextCall(node)));
        }
        if (verifier.scoring() instanceof Scoring.Verdict verdict) {
            boolean accepted = accepts(goodness == 1 ? verdict.tpr() : verdict.fpr(), epsilon);
            return accepted ? verdict.accepted() : verdict.rejected();
        }
        return offset + slope * (d * goodness + epsilon);
    }

    private static boolean accepts(double rate, double epsilon) {
        return rate == 1 || (rate > 0 && epsilon < NormalQuantile.of(rate));
    }

    private int nextCall(int node) {
        if (node >= calls.length) {
            calls = Arrays.copyOf(calls, Math.max(node + 1, 2 * calls.length));
        }
        if (node >= counted) {
            Arrays.fill(calls, counted, node + 1, 0);
            counted = node + 1;
        }
        return calls[node]++;
    }
}
