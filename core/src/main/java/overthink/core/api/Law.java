package overthink.core.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a strategy does, said so that mathematics can take it up: which of independent candidates are drawn, which of them is
 * the answer, and what is paid for it. A provider that {@linkplain StrategyProvider#law claims} one gets exact or aggregated
 * rows wherever a solver knows its law in the world at hand. The contract test compares a claim with trials of the strategy.
 *
 * <p>A law speaks of every budget of generations or steps, that is of N candidates, N ≥ 0 being as many as the budget pays
 * for. A strategy has it when for every N and in every world the chances of a right answer, of an answer, and of a right one
 * among the candidates drawn are as the law says, and so are the mean of what is spent, rounds and latency included; the
 * order of calls is free. What it does under budgets of other resources, where a verdict may not be paid for, is not said.
 *
 * <p>Unless a law says otherwise, all N candidates are drawn {@linkplain Session#generate(int) side by side}, in one round,
 * and the score of each is asked for once, after it. Candidates compare in the order in which they were drawn; an answer
 * stands for the first candidate that gives it.
 */
public sealed interface Law {

    /** As many candidates as the budget pays for. */
    long UNBOUNDED = Long.MAX_VALUE;

    /** How many candidates may be drawn at most. */
    WholeRange MOST = new WholeRange(1, UNBOUNDED);

    /** How many candidates a round may have: handles are whole numbers of 32 bits. */
    WholeRange ROUND = new WholeRange(1, Integer.MAX_VALUE);

    /** What the strategy is, in the words of a table: "best of n by outcome score". */
    String description();

    /** Whether all N candidates are drawn side by side, whatever they are worth. */
    default boolean sideBySide() {
        return false;
    }

    /** What a whole candidate is scored by. Scores are log-odds. */
    enum Score {
        /** Its outcome score: one call. */
        OUTCOME("outcome score"),
        /** The process score of the whole, which is that of its last step: one call. */
        LAST("last step's score"),
        /** The least of its step scores: a call for each step. */
        MIN("least step score"),
        /** The mean of its step scores as probabilities: a call for each step. */
        MEAN("mean step score"),
        /** The product of its step scores as probabilities: a call for each step. */
        PRODUCT("product of step scores");

        private final String description;

        Score(String description) {
            this.description = description;
        }

        /** As it follows "by". */
        public String description() {
            return description;
        }
    }

    /** How the scores of an answer's candidates make its weight. */
    enum Weight {
        /** The sum of the scores as probabilities. */
        SUM("sum"),
        /** Their mean. */
        MEAN("mean"),
        /** The greatest score. */
        MAX("greatest"),
        /** The sum of the scores in log-odds. */
        LOGIT_SUM("log-odds sum");

        private final String description;

        Weight(String description) {
            this.description = description;
        }

        /** As it stands before "of" the scores. */
        public String description() {
            return description;
        }
    }

    /** The first candidate; no other is drawn, and no score asked for. */
    record FirstCandidate() implements Law {

        @Override
        public String description() {
            return "the first candidate";
        }
    }

    /**
     * The candidate of the greatest score, the first of equals.
     *
     * @param score that is compared
     */
    record BestOf(Score score) implements Law {

        /** Refuses null. */
        public BestOf {
            Objects.requireNonNull(score, "score");
        }

        @Override
        public boolean sideBySide() {
            return true;
        }

        @Override
        public String description() {
            return "best of n by " + score.description();
        }
    }

    /**
     * The first candidate that a Boolean outcome verifier accepts (its score is above 0). Candidates are drawn one after the
     * other, each once the verdict on the one before it is known; the accepted one is the last.
     *
     * @param most candidates, from 1; {@link #UNBOUNDED} for all that the budget pays for
     * @param abstains whether nothing is answered when none is accepted; else any of the rejected ones is, which are alike
     */
    record UntilAccepted(long most, boolean abstains) implements Law {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code most} is below 1
         */
        public UntilAccepted {
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "the first accepted candidate%s, else %s"
                    .formatted(atMost(most), abstains ? "nothing" : "a rejected one");
        }
    }

    /**
     * The first candidate that a Boolean outcome verifier accepts; candidates are drawn one after the other, each once the
     * verdict on the one before it is known, until {@code accepted} of them are accepted.
     *
     * @param accepted r, how many are accepted in the end, from 1 to 2<sup>31</sup> − 1
     * @param most candidates, from 1; {@link #UNBOUNDED} for all that the budget pays for
     * @param abstains whether nothing is answered when none is accepted; else any of the rejected ones is, which are alike
     */
    record UntilPassed(int accepted, long most, boolean abstains) implements Law {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when {@code accepted} or {@code most} is below 1
         */
        public UntilPassed {
            ROUND.check("accepted", accepted);
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "the first of %d accepted candidates%s, else %s"
                    .formatted(accepted, atMost(most), abstains ? "nothing" : "a rejected one");
        }
    }

    /** The answer that most candidates give, of equals the one seen first; no score is asked for. */
    record Vote() implements Law {

        @Override
        public boolean sideBySide() {
            return true;
        }

        @Override
        public String description() {
            return "majority vote";
        }
    }

    /**
     * The answer of the greatest weight, of equals the one seen first.
     *
     * @param weight how the scores of an answer's candidates make its weight
     * @param score of the candidates
     */
    record VoteByWeight(Weight weight, Score score) implements Law {

        /** Refuses null. */
        public VoteByWeight {
            Objects.requireNonNull(weight, "weight");
            Objects.requireNonNull(score, "score");
        }

        @Override
        public boolean sideBySide() {
            return true;
        }

        @Override
        public String description() {
            return "vote weighted by the %s of %s".formatted(weight.description(), score.description());
        }
    }

    /**
     * {@link Vote} that draws its candidates in rounds, and after each whole round stops when a rule says so. The last round
     * has fewer candidates where {@code most}, or the budget, leaves no more.
     *
     * @param rule that looks at how many votes each answer has
     * @param batch candidates of the first round, from 1 to 2<sup>31</sup> − 1
     * @param doubling whether each later round has as many candidates as all before it together; else it has as many as the
     *     first
     * @param most candidates, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record VoteUntil(VoteRule rule, int batch, boolean doubling, long most) implements Law {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when {@code batch} or {@code most} is below 1
         */
        public VoteUntil {
            Objects.requireNonNull(rule, "rule");
            ROUND.check("batch", batch);
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "majority vote that stops when %s%s".formatted(rule.description(), atMost(most));
        }
    }

    /**
     * {@link Vote} that draws its candidates in rounds, and stops when so many in a row agree.
     *
     * @param window how many, from 1 to 2<sup>31</sup> − 1
     * @param sliding whether they may begin anywhere, a round then being what the latest row of equal answers lacks of a
     *     window; else each round is a window, and all of it must agree
     * @param most candidates, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record VoteUntilAgreed(int window, boolean sliding, long most) implements Law {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when {@code window} or {@code most} is below 1
         */
        public VoteUntilAgreed {
            ROUND.check("window", window);
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "majority vote that stops when %s%d in a row agree%s"
                    .formatted(sliding ? "the latest " : "a window of ", window, atMost(most));
        }
    }

    /**
     * {@link BestOf} that draws its candidates in rounds, each scored before the next, and after each stops when the greatest
     * score is enough.
     *
     * @param score that is compared
     * @param enough the score, in log-odds, that is enough (equal is); not NaN
     * @param batch candidates of a round, from 1 to 2<sup>31</sup> − 1; the last has fewer where there are no more
     * @param most candidates, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record BestUntil(Score score, double enough, int batch, long most) implements Law {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when {@code enough} is NaN, or {@code batch} or {@code most} is below 1
         */
        public BestUntil {
            Objects.requireNonNull(score, "score");
            if (Double.isNaN(enough)) {
                throw new IllegalArgumentException("enough must be a score in log-odds, not NaN");
            }
            ROUND.check("batch", batch);
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "best of n by %s that stops at log-odds of %.4g%s"
                    .formatted(score.description(), enough, atMost(most));
        }
    }

    /**
     * The last of a chain: a candidate, its {@linkplain Session#revise(int, boolean) revision}, the revision of that, and so on,
     * one after the other; no score is asked for.
     *
     * @param told whether the policy is told each time that the candidate is wrong
     * @param most candidates, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record Revised(boolean told, long most) implements Law {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code most} is below 1
         */
        public Revised {
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "the last of a chain of revisions%s%s".formatted(told ? ", told to be wrong" : "", atMost(most));
        }
    }

    /**
     * The last of a chain, as in {@link Revised}, that ends once the policy considers it {@linkplain Session#finished done}.
     *
     * @param most candidates, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record UntilFinished(long most) implements Law {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code most} is below 1
         */
        public UntilFinished {
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "the last of a chain of revisions that the policy ends" + atMost(most);
        }
    }

    /** Which attempt at a part is chosen. */
    enum PartChoice {
        /** The only one. */
        FIRST("one attempt at each"),
        /** That of the highest process score, the first of equals: a call for each attempt. */
        BEST("the best attempt at each by process score"),
        /** The first of the answer that most give, of equals the one seen first. */
        VOTE("a vote of the attempts at each");

        private final String description;

        PartChoice(String description) {
            this.description = description;
        }

        /** As it stands after "in parts, by". */
        public String description() {
            return description;
        }
    }

    /**
     * A candidate {@linkplain Session#assemble put together} of {@linkplain Session#attempt attempts} at the parts of the problem: N at
     * each, or one where it is the only one, those at parts that are ready side by side in one round. The one that is chosen is read by
     * the parts that wait. Calls for scores of a round are issued together.
     *
     * @param choice which attempt is chosen
     */
    record InParts(PartChoice choice) implements Law {

        /** Checks that there is one. */
        public InParts {
            Objects.requireNonNull(choice, "choice");
        }

        @Override
        public String description() {
            return "solved in parts, by " + choice.description();
        }
    }

    /**
     * One solution that grows step by step, each after the one before, the first of which {@linkplain Session#contract contract} the
     * problem by a part. No score is asked for.
     *
     * @param most contractions, from 1; one part at least is solved; {@link #UNBOUNDED} for all but one
     */
    record Contracted(long most) implements Law {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code most} is below 1
         */
        public Contracted {
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "solved after contraction" + (most == UNBOUNDED ? "" : " of %d parts at most".formatted(most));
        }
    }

    /**
     * One candidate {@linkplain Session#merge merged} of all but one of the N candidates that the budget pays for, which are drawn
     * side by side before; where it pays for one alone, that one. No score is asked for.
     *
     * @param most candidates that are merged, from 1; {@link #UNBOUNDED} for all but one that the budget pays for
     */
    record Merged(long most) implements Law {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code most} is below 1
         */
        public Merged {
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "one candidate merged of all the others" + atMost(most);
        }
    }

    /**
     * The first of a population that is made anew round by round: each new candidate is {@linkplain Session#merge merged} of a
     * group of the old ones, drawn without replacement, all of a round side by side. A round that the budget does not pay for to
     * its end changes nothing. No score is asked for.
     *
     * @param population how many candidates a round has, from 1 to 2<sup>31</sup> − 1
     * @param group how many are merged into one, from 1 to the population
     * @param rounds of merging at most, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record MergedInRounds(int population, int group, long rounds) implements Law {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range
         */
        public MergedInRounds {
            ROUND.check("population", population);
            new WholeRange(1, population).check("group", group);
            MOST.check("rounds", rounds);
        }

        @Override
        public String description() {
            return "the first of %d candidates made anew of %d each, round by round%s"
                    .formatted(population, group, atMost(rounds));
        }
    }

    /**
     * Solutions that grow step by step, N of them side by side: of the nodes of each step the max(1, ⌊N/width⌋) of the greatest
     * process scores, of equals the earlier ones, get N children in turn, the best first; the answer is the candidate of the greatest
     * score, the first of equals. A step is a round; its nodes are scored once, together and before the next. N is what the budget
     * pays for, or {@code most} where that is less.
     *
     * @param width children of each node that is kept, from 1; {@link #UNBOUNDED} where one is kept whatever N is
     * @param most nodes of a step, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record Beam(long width, long most) implements Law {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is below 1
         */
        public Beam {
            MOST.check("width", width);
            MOST.check("most", most);
        }

        @Override
        public String description() {
            String kept =
                    width == UNBOUNDED ? "the best node of a step" : "one of every %d nodes of a step".formatted(width);
            return "a search that keeps %s%s".formatted(kept, atMost(most));
        }
    }

    /**
     * Searches side by side that know nothing of one another, max(1, ⌊N/width⌋) of them: each has min(N, width) children of one node
     * at every step, and goes on with that of the greatest process score, the first of equals; the answer is the candidate of the
     * greatest score of all in the end, of equals that of the first search. A step is a round; its nodes are scored once, together and
     * before the next.
     *
     * @param width children of each search's node, from 1
     */
    record Trees(long width) implements Law {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code width} is below 1
         */
        public Trees {
            MOST.check("width", width);
        }

        @Override
        public String description() {
            return "searches side by side that keep the best of %d nodes each".formatted(width);
        }
    }

    /**
     * Any one, each with the same chance, of the candidates that several Boolean verifiers in turn accept of those drawn side by side;
     * each verifier is asked about what the one before it leaves.
     *
     * @param screens in order; without any it is any one of all
     * @param most candidates, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record Screened(List<Screening> screens, long most) implements Law {

        /**
         * Copies the list and checks the range.
         *
         * @throws IllegalArgumentException when {@code most} is below 1
         */
        public Screened {
            screens = List.copyOf(screens);
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return screens.isEmpty()
                    ? "any one" + atMost(most)
                    : "any one that %s accept%s%s"
                            .formatted(
                                    screens.stream().map(Screening::verifier).collect(Collectors.joining(" and then ")),
                                    screens.size() == 1 ? "s" : "",
                                    atMost(most));
        }
    }

    /**
     * A verifier that candidates must pass.
     *
     * @param verifier its name in the world; {@link NamedPart#FIRST} is the first
     * @param drops whether nothing is left where it accepts none; else all are
     */
    record Screening(String verifier, boolean drops) {

        /** Refuses null. */
        public Screening {
            Objects.requireNonNull(verifier, "verifier");
        }
    }

    /**
     * N particles: each gets a child at every step, whose process score is asked for; weights are odds of scores to the power
     * 1/temperature. Before each later step, always or when weights are uneven, particles are resampled by weight, with as many of each
     * as its weight pays for on average; unless they are, weights multiply. N is what the budget pays for.
     *
     * @param ratios whether a step's weight is the odds of its score by those of the step before, rather than its odds
     * @param temperature by step
     * @param independent whether particles are resampled before every later step, each by itself (multinomially)
     * @param select how one particle is chosen in the end
     */
    record Particles(boolean ratios, Annealing temperature, boolean independent, Select select) implements Law {

        /** How one particle is chosen in the end. */
        public enum Select {
            /** The greatest last score, the first of equals. */
            BEST("best last score"),
            /** One drawn by weight. */
            DRAWN("draw by weight"),
            /** The answer of the greatest weight in sum. */
            VOTE("vote by weight");

            private final String description;

            Select(String description) {
                this.description = description;
            }
        }

        /** Refuses null. */
        public Particles {
            Objects.requireNonNull(temperature, "temperature");
            Objects.requireNonNull(select, "select");
        }

        /** Whether a particle drawn in the end is one of particles that are independent given the weights before. */
        public boolean isChain() {
            return independent && !ratios && select == Select.DRAWN;
        }

        @Override
        public String description() {
            return "particles resampled by the odds of step scores, and a " + select.description;
        }
    }

    /**
     * A temperature that goes in a straight line from {@code from} at step 0 to {@code to} at step {@code steps} − 1 and stays there.
     *
     * @param from above 0
     * @param to above 0
     * @param steps at most 1 for {@code to} at once
     */
    record Annealing(double from, double to, int steps) {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code from} or {@code to} is not above 0
         */
        public Annealing {
            if (!(from > 0) || !(to > 0)) {
                throw new IllegalArgumentException(
                        "temperature must be above 0, not from %s to %s".formatted(from, to));
            }
        }

        /** A temperature that stays. */
        public static Annealing constant(double temperature) {
            return new Annealing(temperature, temperature, 0);
        }

        /** The temperature at a step, counted from 0. */
        public double at(int step) {
            if (step >= steps - 1) {
                return to;
            }
            return from - (from - to) * ((double) step / (steps - 1));
        }
    }

    /**
     * One candidate of one of several policies after the other, as long as a Boolean outcome verifier rejects it; the last policy's is
     * the answer without a verdict, and where the budget pays for none of it the last one rejected is.
     *
     * @param policies their names in the world, in order; {@link NamedPart#FIRST} is the first, and none are all
     */
    record Cascaded(List<String> policies) implements Law {

        /** Copies the list. */
        public Cascaded {
            policies = List.copyOf(policies);
        }

        @Override
        public String description() {
            return "the first policy whose candidate is accepted, else the last";
        }
    }

    /**
     * A majority vote of candidates of one of several policies after the other, each policy's side by side in a round, until enough of
     * one policy's agree: the first whose leading answer has so large a share of its candidates answers, else the last. Where the budget
     * ends before that, the vote of what the last policy that it pays for has generated answers. No score is asked for.
     *
     * @param policies their names in the world, in order; {@link NamedPart#FIRST} is the first, and none are all
     * @param samples candidates of each, from 1 to 2<sup>31</sup> − 1
     * @param agreement in [0, 1]: the share of a policy's candidates, those without an answer included, that agree at least
     */
    record CascadedByVote(List<String> policies, int samples, double agreement) implements Law {

        /**
         * Copies the list and checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range
         */
        public CascadedByVote {
            policies = List.copyOf(policies);
            ROUND.check("samples", samples);
            RealRange.PROBABILITY.check("agreement", agreement);
        }

        /** How many candidates of a policy agree at least: the least whole number that is {@code agreement}·{@code samples}, or more. */
        public int least() {
            return (int) Math.ceil(agreement * samples);
        }

        @Override
        public String description() {
            return "the vote of the first policy whose %d candidates agree by a share of %s, else of the last"
                    .formatted(samples, RealRange.text(agreement));
        }
    }

    /**
     * One candidate of the policy that the {@linkplain Session#signal signal} chooses: the first where it is at least
     * {@code threshold}, the k-th after it where it is at least {@code threshold} − k·{@code spacing}, else the last.
     *
     * @param policies their names in the world, in order; {@link NamedPart#FIRST} is the first, and none are all
     * @param spacing at least 0
     */
    record Routed(List<String> policies, double threshold, double spacing) implements Law {

        /** Copies the list. */
        public Routed {
            policies = List.copyOf(policies);
        }

        /** Which of so many policies a signal chooses, from 0. */
        public int chosen(double signal, int of) {
            int chosen = 0;
            double from = threshold;
            while (chosen < of - 1 && signal < from) {
                chosen++;
                from -= spacing;
            }
            return chosen;
        }

        @Override
        public String description() {
            return "a candidate of the policy that the signal chooses";
        }
    }

    /**
     * The candidate of the greatest outcome score, the first of equals, among those of several policies that generate equally many,
     * all in one round: of M policies, in order, each has ⌊N/M⌋ of N candidates, and each of the first N mod M one more.
     *
     * @param policies their names in the world, in order; {@link NamedPart#FIRST} is the first, and none are all
     * @param most candidates of each, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record BestOfPolicies(List<String> policies, long most) implements Law {

        /**
         * Copies the list and checks the range.
         *
         * @throws IllegalArgumentException when {@code most} is below 1
         */
        public BestOfPolicies {
            policies = List.copyOf(policies);
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "best of n of several policies by outcome score" + ofEach(most);
        }
    }

    /**
     * The answer that most candidates give, of equals the one seen first, among those of several policies that generate equally many,
     * all in one round, as in {@link BestOfPolicies}; no score is asked for. Candidates are seen policy by policy.
     *
     * @param policies their names in the world, in order; {@link NamedPart#FIRST} is the first, and none are all
     * @param most candidates of each, from 1; {@link #UNBOUNDED} for all that the budget pays for
     */
    record VoteOfPolicies(List<String> policies, long most) implements Law {

        /**
         * Copies the list and checks the range.
         *
         * @throws IllegalArgumentException when {@code most} is below 1
         */
        public VoteOfPolicies {
            policies = List.copyOf(policies);
            MOST.check("most", most);
        }

        @Override
        public String description() {
            return "majority vote of several policies" + ofEach(most);
        }
    }

    /** When a vote is over, by how many votes each answer has. None looks at the names of answers. */
    sealed interface VoteRule {

        /** As it follows "when". */
        String description();
    }

    /**
     * The leader is the likelier of the two most frequent answers with probability at least {@code threshold}: with
     * v₁ ≥ v₂ votes, v₂ = 0 where there is no second, 1 − I<sub>½</sub>(v₁ + 1, v₂ + 1); at threshold 1 never. Source:
     * Aggarwal et al. 2023, "Let's Sample Step by Step: Adaptive-Consistency".
     *
     * @param threshold in [0, 1]
     */
    record LikelierThanSecond(double threshold) implements VoteRule {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code threshold} is outside [0, 1]
         */
        public LikelierThanSecond {
            RealRange.PROBABILITY.check("threshold", threshold);
        }

        @Override
        public String description() {
            return "the leader beats the second with probability " + RealRange.text(threshold);
        }
    }

    /**
     * The leader is the likeliest of the five most frequent answers (or of all, where there are fewer) with probability at
     * least {@code threshold}, their shares being Dirichlet with parameters v + 1 after v votes; at threshold 1 never. Where
     * there are fewer than three it is {@link LikelierThanSecond}. Source: as there.
     *
     * @param threshold in [0, 1]
     */
    record LikeliestOfFive(double threshold) implements VoteRule {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code threshold} is outside [0, 1]
         */
        public LikeliestOfFive {
            RealRange.PROBABILITY.check("threshold", threshold);
        }

        @Override
        public String description() {
            return "the leader beats all others with probability " + RealRange.text(threshold);
        }
    }

    /**
     * The leader has at least {@code threshold} of two or more votes.
     *
     * @param threshold in [0, 1]
     */
    record ShareOfVotes(double threshold) implements VoteRule {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code threshold} is outside [0, 1]
         */
        public ShareOfVotes {
            RealRange.PROBABILITY.check("threshold", threshold);
        }

        @Override
        public String description() {
            return "the leader has a share of " + RealRange.text(threshold);
        }
    }

    /** No other answer can draw level with the leader in what is left of the vote's most candidates; never without bound. */
    record OutOfReach() implements VoteRule {

        @Override
        public String description() {
            return "no other answer can draw level";
        }
    }

    private static String ofEach(long most) {
        return most == UNBOUNDED ? "" : ", %d of each at most".formatted(most);
    }

    private static String atMost(long most) {
        return most == UNBOUNDED ? "" : ", of %d at most".formatted(most);
    }
}
