package overthink.core.exact.adaptive;

import overthink.core.exact.Ranges;

/**
 * When a vote whose candidates come in batches stops. None looks at the names of answers: a rule says the same when names are
 * exchanged throughout.
 */
public sealed interface VoteStop {

    /** By how many votes the most frequent answers have, after each batch. */
    sealed interface ByVotes extends VoteStop {

        /** How many of the most frequent answers it looks at, at most {@value #DEEPEST}. */
        int depth();

        /**
         * Whether to stop.
         *
         * @param greatest the votes of the {@link #depth()} most frequent answers or more of them, descending, 0 where
         *     there are not as many
         * @param total all votes, at least 1
         */
        boolean stops(int[] greatest, int total);
    }

    /** The most that a rule looks at. */
    int DEEPEST = 5;

    /**
     * When the leader is the likelier of the two most frequent answers with probability at least {@code threshold}, by
     * {@link LeaderPosterior#doubt}; at 1 never.
     *
     * @param threshold in [0, 1]
     */
    record PosteriorOfTwo(double threshold) implements ByVotes {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code threshold} is outside [0, 1]
         */
        public PosteriorOfTwo {
            Ranges.probability("threshold", threshold);
        }

        @Override
        public int depth() {
            return 2;
        }

        @Override
        public boolean stops(int[] greatest, int total) {
            return threshold < 1 && LeaderPosterior.doubt(greatest[0], greatest[1]) <= 1 - threshold;
        }
    }

    /**
     * When the leader is the likeliest of the five most frequent answers with probability at least {@code threshold}, by
     * {@link LeaderPosterior#leads}; at 1 never.
     *
     * @param threshold in [0, 1]
     */
    record PosteriorOfFive(double threshold) implements ByVotes {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code threshold} is outside [0, 1]
         */
        public PosteriorOfFive {
            Ranges.probability("threshold", threshold);
        }

        @Override
        public int depth() {
            return DEEPEST;
        }

        @Override
        public boolean stops(int[] greatest, int total) {
            if (!(threshold < 1 && LeaderPosterior.doubt(greatest[0], greatest[1]) <= 1 - threshold)) {
                return false;
            }
            int count = 0;
            double atLeast = 1;
            for (; count < DEEPEST && greatest[count] > 0; count++) {
                atLeast *= count == 0 ? 1 : 1 - LeaderPosterior.doubt(greatest[0], greatest[count]);
            }
            return count < 3 || atLeast >= threshold || LeaderPosterior.leads(greatest, count) >= threshold;
        }
    }

    /**
     * When at least {@code threshold} of two or more votes are the leader's.
     *
     * @param threshold in [0, 1]
     */
    record LeaderShare(double threshold) implements ByVotes {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code threshold} is outside [0, 1]
         */
        public LeaderShare {
            Ranges.probability("threshold", threshold);
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public boolean stops(int[] greatest, int total) {
            return total > 1 && (double) greatest[0] / total >= threshold;
        }
    }

    /**
     * When the second can no longer draw level with the leader in what is left of {@code most} votes.
     *
     * @param most votes, at least 1
     */
    record Decided(int most) implements ByVotes {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code most} is below 1
         */
        public Decided {
            Ranges.count("most", most, Integer.MAX_VALUE);
        }

        @Override
        public int depth() {
            return 2;
        }

        @Override
        public boolean stops(int[] greatest, int total) {
            return greatest[0] - greatest[1] > most - total;
        }
    }

    /**
     * When {@code window} candidates in a row agree: all of a batch, or, where it slides, wherever they begin.
     *
     * @param window at least 1
     * @param sliding whether a row may begin anywhere; a batch then is what a window lacks at least, that is {@code window}
     *     less the length of the row at hand
     */
    record Agreement(int window, boolean sliding) implements VoteStop {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code window} is below 1
         */
        public Agreement {
            Ranges.count("window", window, Integer.MAX_VALUE);
        }
    }
}
