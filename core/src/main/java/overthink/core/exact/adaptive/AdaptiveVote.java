package overthink.core.exact.adaptive;

import overthink.core.exact.Ranges;
import overthink.core.exact.voting.Plurality;
import overthink.core.law.answer.AnswerLaw;

/**
 * A majority vote that stops when the votes so far decide it: its accuracy and what it draws, by recursion over counts.
 *
 * <p><b>Recursion.</b> The probability of each state of n votes is passed on to the states of n + 1: one vote for the true
 * answer with probability p, for a wrong one of weight w with (1 − p)·w. States in which the rule stops are ends: what
 * reaches them stays, with the accuracy of their leader. The rule does not know the budget, so the states of N votes and the
 * ends before them are what a budget of N candidates leaves: one recursion serves all budgets. All terms are positive, and
 * the relative error is about 1e−13.
 *
 * <p><b>States</b> are counts, not orders, although the orders that a rule lets pass are not all orders of some counts.
 * Whether it goes on after the next vote is a function of the counts and that vote (and of the row of equal votes at hand,
 * where the rule looks at it), so they are all that the future depends on.
 *
 * <p><b>Ties</b> go to the answer seen first, and of k answers that tie for the most votes each was seen first with
 * probability 1/k. For exchange the names of two answers with equal final counts, from the first vote on. This maps the
 * orders of these counts onto themselves one to one; keeps their probability, a product of one factor for each vote, since
 * equal powers change places; and keeps when the rule stops, which does not look at names. So the orders of given counts that
 * the rule lets pass, and those that it ends at them, are as often led by the one as by the other.
 *
 * <p>The states are found once and weighed for each problem. {@link #states} bounds their number.
 */
public final class AdaptiveVote {

    /** The most votes. */
    public static final int MOST_VOTES = 4095;

    private final AnswerGroups groups;
    private final VoteStop stop;
    private final VoteBatches batches;
    private final VoteGraph graph;

    private AdaptiveVote(AnswerGroups groups, VoteStop stop, VoteBatches batches, int most) {
        this.groups = groups;
        this.stop = stop;
        this.batches = batches;
        graph = new VoteGraphBuilder(groups, stop, ends(batches, most), most).build();
    }

    /**
     * A vote whose rule is asked after each batch.
     *
     * @param law of wrong answers, whose weights are the same for all problems
     * @param most votes, from 1 to {@link #MOST_VOTES}
     * @throws IllegalArgumentException when {@code most} is outside its range, or the weights are drawn for each problem
     */
    public static AdaptiveVote of(AnswerLaw law, VoteStop.ByVotes rule, VoteBatches batches, int most) {
        return new AdaptiveVote(groups(law, most), rule, batches, most);
    }

    /**
     * A vote that stops when some candidates in a row agree; the rule says how large batches are.
     *
     * @param law of wrong answers, whose weights are the same for all problems
     * @param most votes, from 1 to {@link #MOST_VOTES}
     * @throws IllegalArgumentException when {@code most} is outside its range, or the weights are drawn for each problem
     */
    public static AdaptiveVote of(AnswerLaw law, VoteStop.Agreement rule, int most) {
        AnswerGroups groups = groups(law, most);
        VoteStop.Agreement within = within(rule, most);
        // a window of 1 agrees with itself
        return new AdaptiveVote(
                groups, within, new VoteBatches(within.window(), false), within.window() == 1 ? 1 : most);
    }

    /**
     * An upper bound of the number of states of {@link #of}: those of counts alone, as if nothing ever stopped, times the
     * rows that the rule tells apart. A vote costs a few operations for each.
     */
    public static double states(AnswerLaw law, VoteStop rule, int most) {
        AnswerGroups groups = groups(law, most);
        double counts = groups.states(most - 1);
        if (rule instanceof VoteStop.Agreement agreement) {
            int window = within(agreement, most).window();
            int rows = agreement.sliding() ? window - 1 : 1;
            return counts * (1 + groups.kinds(most - 1) * rows);
        }
        return counts;
    }

    private static AnswerGroups groups(AnswerLaw law, int most) {
        Ranges.count("most", most, MOST_VOTES);
        return new AnswerGroups(Plurality.of(law).answers());
    }

    /** A window of more than all votes is one of all. */
    private static VoteStop.Agreement within(VoteStop.Agreement rule, int most) {
        return new VoteStop.Agreement(Math.min(rule.window(), most), rule.sliding());
    }

    /** After how many votes a batch ends. */
    private static boolean[] ends(VoteBatches batches, int most) {
        boolean[] ends = new boolean[most + 1];
        for (int drawn = 0; drawn < most; ) {
            drawn += Math.min(batches.after(drawn), most - drawn);
            ends[drawn] = true;
        }
        return ends;
    }

    /**
     * The vote on a problem.
     *
     * @param p in [0, 1]
     */
    public AdaptiveVoteCurve curve(double p) {
        Ranges.probability("p", p);
        double[] each = groups.probabilities(p);
        VoteFlow flow = graph.flow(each);
        VoteRounds rounds = stop instanceof VoteStop.Agreement rule && rule.sliding()
                ? VoteRounds.sliding(rule.window(), graph.votes(), groups, each)
                : VoteRounds.fixed(batches, graph.votes(), flow);
        // u = 2^−53 for each of about four operations a vote, and √states·u for the sums over states
        double error = 0x1p-53 * (4.0 * graph.votes() + Math.sqrt(graph.states()));
        return new AdaptiveVoteCurve(flow, rounds, graph.votes(), error);
    }

    /** The states and edges found. */
    VoteGraph graph() {
        return graph;
    }
}
