package overthink.core.solve.search;

import overthink.core.api.Law;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.law.verifier.Scoring;
import overthink.core.model.ProblemTruth;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;
import overthink.core.random.Site;
import overthink.core.solve.declared.VerdictRates;

/** Weights of particles that are odds of verdicts to the power 1/temperature: two weights, and how many have which. */
final class VerdictWeights implements ParticleSampler.Weights {

    private final VerdictRates rates;
    /** The logarithm of the odds of an accepted one by those of a rejected one. */
    private final double logRatio;

    private final Law.Annealing temperature;
    private FirstAcceptedLaw chances = new FirstAcceptedLaw(1, 0);

    VerdictWeights(VerdictRates rates, Scoring.Verdict verdict, Law.Annealing temperature) {
        this.rates = rates;
        logRatio = verdict.accepted() - verdict.rejected();
        this.temperature = temperature;
    }

    @Override
    public void turnTo(ProblemTruth problem) {
        chances = rates.of(problem);
    }

    @Override
    public double shareOfSound(int step, long sound, long flawed, CounterStream stream, Site site) {
        double power = logRatio / temperature.at(step - 1);
        double accepted = power >= 0 ? 1 : StrictMath.exp(power);
        double rejected = power >= 0 ? StrictMath.exp(-power) : 1;
        double ofSound = weight(sound, chances.tpr(), accepted, rejected, stream);
        double ofFlawed = weight(flawed, chances.fpr(), accepted, rejected, stream);
        // where all weights are 0 they are all the same
        return ofSound + ofFlawed > 0 ? ofSound / (ofSound + ofFlawed) : (double) sound / (sound + flawed);
    }

    private static double weight(long count, double rate, double accepted, double rejected, CounterStream stream) {
        long yes = Binomial.draw(count, rate, stream);
        return yes * accepted + (count - yes) * rejected;
    }
}
