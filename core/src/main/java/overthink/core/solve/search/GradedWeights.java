package overthink.core.solve.search;

import overthink.core.api.Law;
import overthink.core.api.LogOdds;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.model.ProblemTruth;
import overthink.core.random.CounterStream;
import overthink.core.random.Gaussian;
import overthink.core.random.Site;
import overthink.core.solve.draw.GroupMaximum;

/**
 * Weights of particles that are odds of graded scores with Gaussian noise to the power 1/temperature:
 * e<sup>λ + σ·ε</sup> of sound ones and e<sup>σ·ε</sup> of flawed ones, up to a factor of all. One below the greatest by
 * more than {@link LogOdds} tells apart counts as that, as the plain strategy has it.
 */
final class GradedWeights implements ParticleSampler.Untied {

    private static final int BLOCK = 1024;

    private final IndependentStepScores scores;
    private final Law.Annealing temperature;
    /** λ and σ at temperature 1 on the problem in hand. */
    private double lift;

    private double deviation;
    private final GroupMaximum maximum = GroupMaximum.of(new NoiseLaw.Gaussian());
    private final long[] words = new long[BLOCK];
    private final double[] logWeights = new double[BLOCK];

    /** What the weights drawn so far are relative to, in logarithms, and their sums. */
    private double greatest;

    private double ofSound;
    private double ofFlawed;

    GradedWeights(IndependentStepScores scores, Law.Annealing temperature) {
        this.scores = scores;
        this.temperature = temperature;
    }

    @Override
    public void turnTo(ProblemTruth problem) {
        lift = scores.lift(problem);
        deviation = scores.deviation(problem);
    }

    @Override
    public double shareOfSound(int step, long sound, long flawed, CounterStream stream, Site site) {
        double power = 1 / temperature.at(step - 1);
        double rise = lift * power;
        double spread = deviation * power;
        boolean moderate = Math.abs(rise) + Math.abs(spread) * Gaussian.GREATEST <= -LogOdds.LEAST;
        greatest = moderate ? 0 : Double.NEGATIVE_INFINITY;
        ofSound = 0;
        ofFlawed = 0;
        long first = stream.nextLong();
        long count = sound + flawed;
        for (long from = 0; from < count; from += BLOCK) {
            int block = (int) Math.min(BLOCK, count - from);
            int rising = (int) Math.max(0, Math.min(block, sound - from));
            site.inLine(first + from, 1, words, 0, block);
            draw(block, rising, rise, spread);
            if (moderate) {
                LogOdds.moderateOdds(logWeights, block);
            } else {
                relate(block);
            }
            ofSound += sum(0, rising);
            ofFlawed += sum(rising, block);
        }
        return ofSound / (ofSound + ofFlawed);
    }

    @Override
    public boolean greatestIsSound(long sound, long flawed, CounterStream stream) {
        double best = lift + Math.abs(deviation) * maximum.of(sound, stream);
        return best > Math.abs(deviation) * maximum.of(flawed, stream);
    }

    private void draw(int count, int rising, double rise, double spread) {
        for (int i = 0; i < count; i++) {
            logWeights[i] = spread * Gaussian.of(words[i]);
        }
        for (int i = 0; i < rising; i++) {
            logWeights[i] += rise;
        }
    }

    /** Replaces logarithms of weights by weights relative to the greatest so far, and those summed so far likewise. */
    private void relate(int count) {
        double top = greatest;
        for (int i = 0; i < count; i++) {
            top = Math.max(top, logWeights[i]);
        }
        if (top > greatest) {
            double less = LogOdds.odds(greatest - top);
            ofSound *= less;
            ofFlawed *= less;
            greatest = top;
        }
        for (int i = 0; i < count; i++) {
            logWeights[i] -= greatest;
        }
        LogOdds.odds(logWeights, count);
    }

    /** In four sums at a time: additions wait for others less often. */
    private double sum(int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            a += logWeights[i];
            b += logWeights[i + 1];
            c += logWeights[i + 2];
            d += logWeights[i + 3];
        }
        for (; i < to; i++) {
            a += logWeights[i];
        }
        return (a + b) + (c + d);
    }
}
