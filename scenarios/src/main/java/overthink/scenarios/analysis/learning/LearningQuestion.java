package overthink.scenarios.analysis.learning;

import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;

/**
 * Rounds of learning: all is run, what a strategy keeps of its answers moves the log-odds of each problem by rate·(share of trials
 * of which a right one is kept − share of which a wrong one is), and all is run again.
 *
 * @param rounds after the first run, in {@link #ROUNDS}
 * @param rate in {@link #RATES}
 * @param keep what is kept
 * @param round which round is run, from 0, before anything is learnt
 */
public record LearningQuestion(int rounds, double rate, Keep keep, int round) {

    /** How many rounds there may be. */
    public static final WholeRange ROUNDS = new WholeRange(1, 100);

    /** What the rate may be: at 1 a problem that is always kept right gains a factor e in its odds. */
    public static final RealRange RATES = new RealRange(0, 100);

    /** What is kept of the answers under the largest budget. */
    public enum Keep {
        /** All that are given: what the strategy's verifier accepts, where it abstains else. */
        ANSWERS,
        /** The right ones of them, as where the truth is known. */
        RIGHT
    }

    /** This question at a round. */
    public LearningQuestion at(int number) {
        return new LearningQuestion(rounds, rate, keep, number);
    }
}
