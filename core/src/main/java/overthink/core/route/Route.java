package overthink.core.route;

import overthink.core.estimate.Method;
import overthink.core.model.DrawnWorld;

/**
 * How the numbers of one strategy are found. The engine knows how to follow a route; which one leads to which strategy's
 * numbers, and when, is for {@code overthink.core.solve} to say.
 */
public sealed interface Route {

    /** By trials of the strategy itself. */
    Route PLAIN = new Plain();

    /** What a row says of it. */
    Method method();

    /** Trials of the strategy itself. */
    record Plain() implements Route {

        @Override
        public Method method() {
            return Method.SIMULATED;
        }
    }

    /**
     * Mathematics, problem by problem. Immutable; each thread makes a solver of its own. What a trial spends on average does
     * not fall when the budget grows.
     */
    non-sealed interface Exact extends Route {

        /** The most candidates that solvers know the numbers of. */
        long MOST_CANDIDATES = 1L << 40;

        @Override
        default Method method() {
            return Method.EXACT;
        }

        /**
         * A solver for one thread.
         *
         * @param drawn the problems of a world for which the route was made
         */
        Solver solver(DrawnWorld drawn);
    }

    /**
     * Trials of a sampler that has the strategy's law at every budget and draws what candidates add up to. Immutable; each
     * thread makes a sampler of its own. What a trial spends must not be random.
     */
    non-sealed interface Aggregated extends Route {

        @Override
        default Method method() {
            return Method.AGGREGATED;
        }

        /**
         * A sampler for one thread.
         *
         * @param drawn the problems of a world for which the route was made
         */
        Sampler sampler(DrawnWorld drawn);

        /** What a trial spends on a problem under a budget that pays for so many candidates. */
        ExpectedSpending spending(DrawnWorld drawn, int problem, long candidates);
    }

    /** Knows the numbers of one problem at a time. */
    interface Solver {

        /** Turns to another problem. */
        void turnTo(int problem);

        /**
         * How trials stand under a budget that pays for so many candidates.
         *
         * @param candidates at least 0, at most {@link Exact#MOST_CANDIDATES}
         */
        Standing at(long candidates);

        /** A number of candidates beyond which nothing changes; {@link Long#MAX_VALUE} when there is none. */
        default long last() {
            return Long.MAX_VALUE;
        }

        /** How trials stand as the budget grows without end. */
        Ceiling ceiling();

        /** Whether as many independent candidates are generated as the budget pays for, whatever they are worth. */
        default boolean independent() {
            return false;
        }
    }

    /** Plays trials on one problem at a time. */
    interface Sampler {

        /**
         * Turns to another problem.
         *
         * @param candidates how many each budget pays for, ascending, some perhaps equal or 0
         */
        void turnTo(int problem, long[] candidates);

        /** Plays a trial, and closes every budget in order. */
        void play(long trial, Standings into);
    }

    /** Hears how a trial stands at one budget after the other. */
    @FunctionalInterface
    interface Standings {

        /**
         * Closes the next budget.
         *
         * @param answered whether an answer is given
         * @param correct whether it is right
         * @param covered whether some candidate so far is right
         */
        void close(boolean answered, boolean correct, boolean covered);
    }

    /**
     * How trials stand at one budget.
     *
     * @param accuracy share of correct answers
     * @param error of the accuracy, by arithmetic alone
     * @param coverage share in which some candidate is right
     * @param abstained share without an answer
     * @param spending on average
     */
    record Standing(double accuracy, double error, double coverage, double abstained, ExpectedSpending spending) {

        /** The budget pays for nothing. */
        public static final Standing NOTHING = new Standing(0, 0, 0, 1, ExpectedSpending.NOTHING);
    }

    /**
     * Where trials end up as the budget grows.
     *
     * @param accuracy its limit
     * @param coverage its limit
     * @param abstained the limit of the share without an answer
     */
    record Ceiling(double accuracy, double coverage, double abstained) {

        /** An answer is given in the end. */
        public Ceiling(double accuracy, double coverage) {
            this(accuracy, coverage, 0);
        }
    }
}
