package overthink.core.route;

import java.util.Optional;
import overthink.core.estimate.Method;
import overthink.core.model.DrawnWorld;

/**
 * How the numbers of one strategy are found. The engine knows how to follow a route; which one leads to which strategy's
 * numbers, and when, is for {@code overthink.core.solve} to say.
 */
public sealed interface Route {

    /** By trials of the strategy itself. */
    Route PLAIN = new Trials();

    /** What a row says of it. */
    Method method();

    /** Trials of the strategy itself. */
    record Trials() implements Route {

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

        /** Whether budgets may grow without end, so that there are limits. */
        default boolean endless() {
            return true;
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

        /** What is known of trials beside their outcome; for one thread. */
        default Details details(DrawnWorld drawn) {
            return (problem, candidates) -> ExpectedDetail.UNKNOWN;
        }
    }

    /** What is known of trials on each problem beside their outcome. */
    @FunctionalInterface
    interface Details {

        /**
         * What is known of one problem.
         *
         * @param candidates that the budget pays for, at least 1
         */
        ExpectedDetail at(int problem, long candidates);
    }

    /** Knows the numbers of one problem at a time. */
    interface Solver {

        /** Turns to another problem. */
        void turnTo(int problem);

        /**
         * What trials come to under a budget that pays for so many candidates.
         *
         * @param candidates at least 0, at most {@link Exact#MOST_CANDIDATES}
         */
        ExpectedOutcome at(long candidates);

        /**
         * What is known of trials beside, under a budget that pays for so many candidates.
         *
         * @param candidates at least 1
         * @param outcome what they come to
         */
        default ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            return ExpectedDetail.UNKNOWN;
        }

        /** A number of candidates beyond which nothing changes; {@link Long#MAX_VALUE} when there is none. */
        default long last() {
            return Long.MAX_VALUE;
        }

        /**
         * What trials come to as the budget grows without end; empty where that is not known, as it need not be where budgets
         * {@linkplain Exact#endless() end}.
         */
        default Optional<LimitOutcome> limit() {
            return Optional.empty();
        }

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
        void play(long trial, OutcomeListener into);
    }
}
