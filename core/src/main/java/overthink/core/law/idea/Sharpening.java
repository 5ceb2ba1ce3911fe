package overthink.core.law.idea;

import java.util.Optional;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.DifficultyParts;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.LogitNormal;
import overthink.core.law.difficulty.Point;

/**
 * What a {@link Temperature} makes of the chance of a right answer, of wrong ones, and of none. With w<sub>k</sub> the shares of
 * wrong answers among those that are given, μ the share of wrong candidates that give none, and
 * H = μ<sup>1/τ</sup> + (1 − μ)<sup>1/τ</sup>·Σ w<sub>k</sub><sup>1/τ</sup>,
 *
 * <p>logit p' = (logit p)/τ − ln H − κ(τ − 1), μ' = μ<sup>1/τ</sup>/H, w'<sub>k</sub> ∝ w<sub>k</sub><sup>1/τ</sup>,
 *
 * <p>so that wrong answers keep their family: the exponent of Zipf's is divided by τ.
 */
public final class Sharpening {

    private final Temperature temperature;
    private final AnswerLaw declared;
    /** 1/τ. */
    private final double power;
    /** ln Σ w<sub>k</sub><sup>1/τ</sup>. */
    private final double logSum;
    /** The greatest w<sub>k</sub>, and how many there are of it. */
    private final double greatest;

    private final double greatestOnes;

    /**
     * Of wrong answers that can be counted.
     *
     * @throws IllegalArgumentException when the temperature is not 1 and the wrong answers are not uniform, Zipf's or those of an
     *     attractor
     */
    public Sharpening(Temperature temperature, AnswerLaw answers) {
        this.temperature = temperature;
        declared = answers;
        power = 1 / temperature.tau();
        if (temperature.none()) {
            logSum = 0;
            greatest = 0;
            greatestOnes = 0;
        } else if (answers instanceof UniformAnswers uniform) {
            logSum = (1 - power) * StrictMath.log(uniform.answers());
            greatest = 1.0 / uniform.answers();
            greatestOnes = uniform.answers();
        } else if (answers instanceof Attractor attractor) {
            double rest = attractor.answers() == 1 ? 0 : (1 - attractor.share()) / (attractor.answers() - 1);
            logSum = logOfSum(
                    power * StrictMath.log(attractor.share()),
                    attractor.answers() == 1
                            ? Double.NEGATIVE_INFINITY
                            : StrictMath.log(attractor.answers() - 1) + power * StrictMath.log(rest));
            greatest = Math.max(attractor.share(), rest);
            greatestOnes = (attractor.share() == greatest ? 1 : 0) + (rest == greatest ? attractor.answers() - 1 : 0);
        } else if (answers instanceof Zipf zipf) {
            double total = 0;
            double sharpened = 0;
            for (int k = 1; k <= zipf.answers(); k++) {
                double log = -zipf.exponent() * StrictMath.log(k);
                total += StrictMath.exp(log);
                sharpened += StrictMath.exp(power * log);
            }
            logSum = StrictMath.log(sharpened) - power * StrictMath.log(total);
            greatest = 1 / total;
            greatestOnes = zipf.exponent() == 0 ? zipf.answers() : 1;
        } else {
            throw new IllegalArgumentException(
                    "temperature: there must be so many wrong answers as can be counted, for each of which sharpening has a"
                            + " meaning. Maybe wrong-answers: {zipf: {answers: 12, exponent: 1.2}}.");
        }
    }

    /** Whether nothing is changed. */
    public boolean none() {
        return temperature.none();
    }

    /** 1/τ, infinite where the policy is greedy. */
    public double power() {
        return power;
    }

    /** The wrong answers that are given. */
    public AnswerLaw answers() {
        if (temperature.none() || declared instanceof UniformAnswers) {
            return declared;
        }
        boolean greedy = temperature.tau() == 0;
        if (declared instanceof Zipf zipf) {
            if (zipf.exponent() == 0) {
                return zipf;
            }
            return greedy
                    ? new Attractor(1, zipf.answers())
                    : new Zipf(zipf.answers(), Math.min(Zipf.EXPONENT.most(), zipf.exponent() * power));
        }
        Attractor attractor = (Attractor) declared;
        if (attractor.answers() == 1) {
            return attractor;
        }
        if (greedy) {
            boolean leads = attractor.share() == greatest;
            return new Attractor(leads ? 1 / greatestOnes : 0, attractor.answers());
        }
        double share = attractor.share() == 0 ? 0 : StrictMath.exp(power * StrictMath.log(attractor.share()) - logSum);
        return new Attractor(Math.min(1, share), attractor.answers());
    }

    /** μ', the share of wrong candidates that give no answer. */
    public double silence(double mu) {
        if (temperature.none() || mu == 0 || mu == 1) {
            return mu;
        }
        if (temperature.tau() == 0) {
            double rival = (1 - mu) * greatest;
            return mu > rival ? 1 : mu < rival ? 0 : 1 / (1 + greatestOnes);
        }
        return Math.min(1, StrictMath.exp(power * StrictMath.log(mu) - logWrong(mu)));
    }

    /** p', the chance of a right candidate. */
    public double accuracy(double p, double mu) {
        if (temperature.none() || p <= 0 || p >= 1) {
            return p;
        }
        if (temperature.tau() == 0) {
            double answer = (1 - mu) * greatest;
            double rival = (1 - p) * Math.max(mu, answer);
            double rivals = (mu >= answer ? 1 : 0) + (answer >= mu ? greatestOnes : 0);
            return p > rival ? 1 : p < rival ? 0 : 1 / (1 + rivals);
        }
        double logit = power * (StrictMath.log(p) - StrictMath.log1p(-p))
                - logWrong(mu)
                - temperature.noise() * (temperature.tau() - 1);
        return logit >= 0 ? 1 / (1 + StrictMath.exp(-logit)) : StrictMath.exp(logit) / (1 + StrictMath.exp(logit));
    }

    /** The law of p' over problems of a law of p that are all as silent; empty where it has no name. */
    public Optional<DifficultyLaw> realised(DifficultyLaw law, double mu) {
        return temperature.none() ? Optional.of(law) : DifficultyParts.mapped(law, part -> ofPart(part, mu));
    }

    private Optional<DifficultyLaw> ofPart(DifficultyLaw law, double mu) {
        if (law instanceof Point point) {
            return Optional.of(new Point(accuracy(point.p(), mu)));
        }
        if (law instanceof Empirical list) {
            return Optional.of(list.mapped(p -> accuracy(p, mu)));
        }
        if (law instanceof LogitNormal normal && temperature.tau() > 0) {
            double mean = power * normal.mu() - logWrong(mu) - temperature.noise() * (temperature.tau() - 1);
            double sigma = power * normal.sigma();
            return LogitNormal.MU.contains(mean) && LogitNormal.SIGMA.contains(sigma)
                    ? Optional.of(new LogitNormal(mean, sigma))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** ln H. */
    private double logWrong(double mu) {
        return logOfSum(power * StrictMath.log(mu), power * StrictMath.log1p(-mu) + logSum);
    }

    /** ln(e<sup>a</sup> + e<sup>b</sup>), either of which may be 0. */
    private static double logOfSum(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY ? most : most + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - most));
    }
}
