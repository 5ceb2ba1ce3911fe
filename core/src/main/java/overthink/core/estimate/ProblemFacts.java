package overthink.core.estimate;

/** What tells problems apart, by their number; other than in a strategy's results. */
public interface ProblemFacts {

    /** Nothing. */
    ProblemFacts UNKNOWN = new ProblemFacts() {
        @Override
        public double p(int problem) {
            return Double.NaN;
        }

        @Override
        public String level(int problem) {
            return "";
        }

        @Override
        public int steps(int problem) {
            return 1;
        }
    };

    /** The probability that one candidate is right; {@code NaN} when it is not known. */
    double p(int problem);

    /** The name of its level; empty when it has none. */
    String level(int problem);

    /** How many steps a whole solution has, at least 1. */
    int steps(int problem);
}
