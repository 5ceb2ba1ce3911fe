package overthink.core.exact.selection;

import overthink.core.exact.Approximation;
import overthink.core.exact.Ranges;
import overthink.core.exact.selection.FirstAcceptedLaw.Otherwise;

/**
 * How the best of n candidates of one problem stands to a threshold of the score: whether it reaches it, and is right. Of
 * equals the first is the best.
 */
public interface ScoreSplit {

    /** The probability that a candidate is right. */
    double p();

    /** The probability that a right candidate's score reaches the threshold. */
    double rightReaches();

    /** The probability that a wrong candidate's score reaches the threshold. */
    double wrongReaches();

    /**
     * The probability that the best of n candidates is right and reaches the threshold.
     *
     * @param n from 1 to {@link BestOfNAccuracy#LARGEST}
     */
    Approximation reaching(long n);

    /**
     * The probability that the best of n candidates is right and does not reach the threshold.
     *
     * @param n from 1 to {@link BestOfNAccuracy#LARGEST}
     */
    Approximation missing(long n);

    /** The accuracy of the best of n as n grows without end. */
    double limit();

    /** Of candidates whose scores are all equal. */
    static ScoreSplit ofEqualScores(double p, boolean reaches) {
        return new OneSided(p, BestOfNAccuracy.tied().curve(p), reaches, reaches ? 1 : 0);
    }

    /**
     * Of candidates that are accepted or rejected; an accepted one's score is the greater.
     *
     * @param law the rates of acceptance
     * @param acceptedReaches whether the score of an accepted one reaches the threshold
     * @param rejectedReaches whether that of a rejected one does
     */
    static ScoreSplit ofVerdicts(double p, FirstAcceptedLaw law, boolean acceptedReaches, boolean rejectedReaches) {
        Ranges.probability("p", p);
        return acceptedReaches != rejectedReaches
                ? new Verdicts(p, law)
                : new OneSided(p, new VerdictCurve(p, law), acceptedReaches, acceptedReaches ? 1 : 0);
    }

    /** A closed form, with the error of double arithmetic relative to it. */
    private static Approximation closed(double value) {
        return new Approximation(value, 0x1p-45 * value);
    }

    /** Right candidates that all reach the threshold, or none of them. Where all do, the best's accuracy is a closed form. */
    record OneSided(double p, BestOfNAccuracy.Curve best, boolean reaches, double wrongReaches) implements ScoreSplit {

        private static final Approximation NEVER = new Approximation(0, 0);

        @Override
        public double rightReaches() {
            return reaches ? 1 : 0;
        }

        @Override
        public Approximation reaching(long n) {
            return reaches ? closed(best.at(n).value()) : NEVER;
        }

        @Override
        public Approximation missing(long n) {
            return reaches ? NEVER : best.at(n);
        }

        @Override
        public double limit() {
            return best.limit();
        }
    }

    /** Candidates that are all right, or all wrong. */
    record Alike(double p, double rightReaches, double wrongReaches) implements ScoreSplit {

        @Override
        public Approximation reaching(long n) {
            return closed(p * -StrictMath.expm1(n * StrictMath.log1p(-rightReaches)));
        }

        @Override
        public Approximation missing(long n) {
            return closed(p * StrictMath.exp(n * StrictMath.log1p(-rightReaches)));
        }

        @Override
        public double limit() {
            return p;
        }
    }

    /** Accepted candidates reach the threshold, rejected ones do not. */
    record Verdicts(double p, FirstAcceptedLaw law) implements ScoreSplit {

        @Override
        public double rightReaches() {
            return law.tpr();
        }

        @Override
        public double wrongReaches() {
            return law.fpr();
        }

        @Override
        public Approximation reaching(long n) {
            return closed(law.accuracy(p, n, Otherwise.ABSTAIN));
        }

        /** p·(1 − t)·(1 − a)<sup>n−1</sup>: all are rejected, and the first is right. */
        @Override
        public Approximation missing(long n) {
            return closed(p * (1 - law.tpr()) * law.noneAccepted(p, n - 1));
        }

        @Override
        public double limit() {
            return law.accuracy(p, FirstAcceptedLaw.UNBOUNDED, Otherwise.ANSWER);
        }
    }

    /** The first accepted candidate, or the first of all. */
    record VerdictCurve(double p, FirstAcceptedLaw law) implements BestOfNAccuracy.Curve {

        @Override
        public Approximation at(long n) {
            return closed(law.accuracy(p, n, Otherwise.ANSWER));
        }

        @Override
        public double limit() {
            return law.accuracy(p, FirstAcceptedLaw.UNBOUNDED, Otherwise.ANSWER);
        }
    }
}
