package overthink.core.model.quality;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Session;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.random.Address;
import overthink.core.random.Gaussian;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.random.StudentT;
import overthink.core.random.Voice;

/** One verifier of quality at work on one problem at a time. */
final class QualityScorer {

    /** Between the slots of one call and the next: as many as there may be verifiers of one voice. */
    private static final long VERIFIERS = QualityVerifiers.MOST;

    private final QualityVerifier verifier;
    private final QualityNodes nodes;
    private final double[] direction;
    private final int place;
    private final Site own;
    private final Site call;
    private final Site unique;
    private final Site loved;
    private final Site ofProblem = new Site(Purpose.QUALITY_NOISE);
    private final @Nullable StudentT studentT;
    private final double blur;
    private final double freshness;
    private final double problemWeight;
    private final double answerWeight;
    private final double candidateWeight;
    private final double callWeight;
    private final long lovedBelow;
    /** Of the problem, weighted. */
    private double problemNoise;

    /** By node: how often it was asked about. */
    private int[] calls = new int[64];

    private int counted;
    /** By node: the path's noise, NaN where it is not known. */
    private double[] pathNoise = new double[64];

    private int pathed;
    private double[] walked = {};

    /**
     * A scorer.
     *
     * @param voice of the verifier
     * @param place among the verifiers of that voice, from 0
     */
    QualityScorer(QualityLaw law, QualityVerifier verifier, Voice voice, int place, QualityNodes nodes) {
        this.verifier = verifier;
        this.nodes = nodes;
        this.place = place
                + (voice == Voice.OUTCOME
                        ? 0
                        : voice == Voice.PROCESS ? QualityVerifiers.MOST : 2 * QualityVerifiers.MOST);
        direction = law.direction(verifier.sees());
        own = new Site(voice.own());
        call = new Site(voice.call());
        unique = new Site(voice.unique());
        loved = new Site(voice.uniqueLoved());
        studentT = verifier.noise() instanceof NoiseLaw.StudentT t ? new StudentT(t.degreesOfFreedom()) : null;
        blur = verifier.blur();
        freshness = StrictMath.sqrt(1 - verifier.persistence() * verifier.persistence());
        problemWeight = StrictMath.sqrt(verifier.shares().problem());
        answerWeight = StrictMath.sqrt(verifier.shares().answer());
        candidateWeight = StrictMath.sqrt(verifier.shares().candidate());
        callWeight = StrictMath.sqrt(verifier.shares().call());
        lovedBelow = Address.threshold(verifier.hack().share());
    }

    void turnTo(Origin origin, int problem) {
        own.turnTo(origin, problem);
        call.turnTo(origin, problem);
        unique.turnTo(origin, problem);
        loved.turnTo(origin, problem);
        ofProblem.turnTo(origin, problem);
        problemNoise = problemWeight == 0 ? 0 : problemWeight * noise(ofProblem.slot(place));
    }

    void begin(long trial) {
        own.begin(trial);
        call.begin(trial);
        unique.begin(trial);
        loved.begin(trial);
        counted = 0;
        pathed = 0;
    }

    private double noise(long word) {
        return studentT == null ? Gaussian.of(word) : studentT.of(word);
    }

    /** A slot of a verifier among those of its voice. */
    private long slot(long number) {
        return number * VERIFIERS + place % QualityVerifiers.MOST;
    }

    /** The score of a candidate. */
    double outcome(int node) {
        return scaled(seen(node));
    }

    /** x of a candidate. */
    double seen(int node) {
        double own2 = candidateWeight == 0 ? 0 : candidateWeight * noise(own.word(nodes.number(node), slot(0)));
        return latent(node, nodes.along(direction, node), own2);
    }

    /** The score of a node, whose path's noise may persist. */
    double process(int node) {
        return scaled(latent(node, nodes.along(direction, node), candidateWeight * path(node)));
    }

    /** The scores of the first steps of a candidate that did not grow step by step. */
    void steps(int candidate, int count, double[] into) {
        if (walked.length < count) {
            walked = new double[count];
        }
        nodes.walk(candidate, direction, count, walked);
        int depth = nodes.depth(candidate);
        double path = 0;
        for (int t = 1; t <= count; t++) {
            path = onward(path, t, candidate, depth - t);
            into[t - 1] = scaled(latent(candidate, walked[t - 1], candidateWeight * path));
        }
    }

    private double onward(double before, int step, int node, int left) {
        double drawn = noise(own.word(nodes.number(node), slot(left)));
        return step == 1 ? drawn : verifier.persistence() * before + freshness * drawn;
    }

    /** The path's noise at a node. */
    private double path(int node) {
        if (candidateWeight == 0) {
            return 0;
        }
        if (verifier.persistence() == 0) {
            return noise(own.word(nodes.number(node), slot(0)));
        }
        reservePaths(node);
        if (!Double.isNaN(pathNoise[node])) {
            return pathNoise[node];
        }
        double noise = 0;
        if (nodes.whole(node)) {
            int depth = nodes.depth(node);
            for (int t = 1; t <= depth; t++) {
                noise = onward(noise, t, node, depth - t);
            }
        } else {
            int parent = nodes.parent(node);
            noise = onward(parent == Session.NONE ? 0 : path(parent), nodes.depth(node), node, 0);
        }
        pathNoise[node] = noise;
        return noise;
    }

    private double latent(int node, double quality, double ownNoise) {
        double epsilon = problemNoise + ownNoise;
        if (answerWeight > 0) {
            epsilon += answerWeight * noise(unique.word(nodes.number(node), slot(0)));
        }
        if (callWeight > 0) {
            epsilon += callWeight * noise(call.word(nodes.number(node), slot(nextCall(node))));
        }
        if (lovedBelow > 0 && loved.word(nodes.number(node), slot(0)) >>> 1 < lovedBelow) {
            return verifier.hack().shift() + epsilon;
        }
        return verifier.correlation() * quality + blur * epsilon;
    }

    private double scaled(double latent) {
        return verifier.sharpness() * latent + verifier.bias();
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

    private void reservePaths(int node) {
        if (node >= pathNoise.length) {
            pathNoise = Arrays.copyOf(pathNoise, Math.max(node + 1, 2 * pathNoise.length));
        }
        if (node >= pathed) {
            Arrays.fill(pathNoise, pathed, node + 1, Double.NaN);
            pathed = node + 1;
        }
    }
}
