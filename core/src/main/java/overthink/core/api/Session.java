package overthink.core.api;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * One trial of one strategy on one problem, as the strategy sees it: calls that spend, scores and answers that they
 * bring, and a commitment to one candidate.
 *
 * <p><b>Handles.</b> Every node (a partial or complete solution) is a number, given in order of creation from 0. A
 * <em>candidate</em> is a complete node.
 *
 * <p><b>Charge, then deliver.</b> A call that the budget cannot pay delivers nothing: {@link #NONE}, a count below what
 * was asked, or {@code NaN}. Before a charge that crosses a checkpoint of the budget the session closes that checkpoint
 * with what was committed <em>before</em> the call; a strategy that commits its best so far as it goes therefore yields
 * its whole curve in one pass.
 *
 * <p><b>Batches.</b> A batch equals its members one by one. {@link #generate(int)} may deliver a large request in
 * portions that end where a checkpoint lies; what it still owes of the request belongs to the same round.
 *
 * <p><b>Rounds and time.</b> Policy calls made without looking at a result in between run together in one round; a call
 * made after a look (a score, a verdict, an answer, whether a node is complete, its tokens) waits for all calls made
 * before that look, and one that reads candidates (a revision, a merge) for those that it reads. As many calls at once as
 * the concurrency allows run; each of the others starts when one of them is back.
 *
 * <p>Verifier calls wait for the policy calls of their round, and for every verdict that was seen before they were asked
 * for. A call returns its verdict, so single calls in a row take their times one after the other. Calls that are issued
 * together run together: those of a batch (scores of several nodes, all steps of a candidate), and those announced with
 * {@link #together(long)}. A batch on a later portion of one request runs with the batch on the portion before. Verifier
 * calls take time, but make no rounds.
 *
 * <p><b>Scores</b> are log-odds: probability = 1/(1 + e<sup>−score</sup>).
 *
 * <p><b>Rules.</b> Calls with a handle that was never delivered, or that break a rule stated below, throw
 * {@link IllegalArgumentException} or {@link IllegalStateException}. So does going on and on without spending: after
 * 50,000,000 calls in a row that spend nothing of what the budget bounds, and 1,000,000 more for each node and 2 for each
 * ordered pair of nodes, 10,000,000,000 at most; or after 100,000 calls, and one more for each node, that the budget
 * refused. A broken rule stays broken: every later call of the trial throws the same, whatever was caught in between, and
 * the engine stops and names the strategy.
 *
 * <p><b>Life.</b> A session, and its {@link #random()}, belong to one trial, on the thread that plays it, and are dead
 * afterwards. A call of a dead one, or on another thread, throws {@link IllegalStateException} and stops the strategy that
 * it was given to.
 */
public interface Session {

    /** No node: what a call that could not be paid returns, and the parent of a root. */
    int NONE = -1;

    /**
     * Generates one whole candidate.
     *
     * @return its handle, or {@link #NONE} when the budget cannot pay for it
     */
    int generate();

    /**
     * Generates up to {@code width} whole candidates that run together. Ask again for what was not delivered: a portion
     * may end early where a checkpoint lies, and only 0 says that the budget is spent.
     *
     * @param width how many, at least 1; {@link Integer#MAX_VALUE} asks for all that the budget pays
     * @return how many were paid; they are the last handles before {@link #size()}
     */
    int generate(int width);

    /**
     * {@link #generate(int)} for a strategy that will make {@code callsEach} verifier calls on each candidate before it
     * commits: a portion leaves enough of the open checkpoint to pay for them. A trial's first candidate comes all the same
     * where the checkpoint pays for it and not for its calls, and comes alone: commit it before they are made. Where verifier
     * calls are not charged to the budget it makes no difference.
     *
     * @param width how many, at least 1; {@link Integer#MAX_VALUE} asks for all that the budget pays
     * @param callsEach verifier calls to leave room for, at least 0
     * @return how many were paid; they are the last handles before {@link #size()}
     */
    default int generate(int width, int callsEach) {
        return generate(width);
    }

    /**
     * Generates one step below a node.
     *
     * @param node an incomplete node, or {@link #NONE} for the first step of a new solution
     * @return the new node, or {@link #NONE} when the budget cannot pay for it
     */
    int extend(int node);

    /**
     * Generates one step below each of several nodes, which run together.
     *
     * @param nodes the parents; a node named twice gets two children
     * @param count how many of {@code nodes}, from index 0, to extend
     * @return how many were paid, from the first on; the children are the last handles before {@link #size()}, in order
     */
    int extend(int[] nodes, int count);

    /**
     * {@link #extend(int[], int)} at temperature 0: the policy takes the likeliest step below each node. What comes of a step is
     * the same whoever takes it and as often as it is asked for; asked for again it is charged again, and makes another node
     * that is the same, its scores included. Sampled steps below a node are what they would be without it.
     *
     * @param nodes the parents, incomplete, or {@link #NONE} for the first step of a new solution
     * @param count how many of {@code nodes}, from index 0, to extend
     * @return how many were paid, from the first on; the children are the last handles before {@link #size()}, in order
     * @throws IllegalStateException when it is not known which step is the likeliest ({@link Capability#GREEDY_STEPS})
     */
    default int extendGreedily(int[] nodes, int count) {
        throw new IllegalStateException("the likeliest step of this world's policy is not known");
    }

    /**
     * {@link #revise(int, boolean)} without a word on the candidate.
     *
     * @return the new candidate, or {@link #NONE} when the budget cannot pay for it
     */
    default int revise(int candidate) {
        return revise(candidate, false);
    }

    /**
     * Has the policy revise a candidate: a new one that comes of reading it, those before it in its chain as far as the
     * policy's context goes, and the prompt again, all of which are input tokens. It costs a whole candidate's steps, and what
     * is revised stays. The k-th revision of a candidate is the same whoever asks for it, told or not as the case may be. It
     * waits for what it reads: revisions of candidates that older rounds made run together, one of a candidate that this round
     * made begins a new round.
     *
     * @param candidate a complete node
     * @param toldWrong whether the policy is told that it is wrong, whether it is or not
     * @return the new candidate, or {@link #NONE} when the budget cannot pay for it
     * @throws IllegalStateException when the policy does not revise ({@link Capability#CHAIN})
     */
    default int revise(int candidate, boolean toldWrong) {
        throw new IllegalStateException("the policy of this world does not revise its candidates");
    }

    /**
     * Whether the policy itself considers a candidate, and so the chain that it ends, done. Asked again it says the same. The
     * strategy may answer before, or go on after. Costs nothing, and is a look.
     *
     * @param candidate a complete node
     * @throws IllegalStateException when the policy does not revise ({@link Capability#CHAIN})
     */
    default boolean finished(int candidate) {
        throw new IllegalStateException("the policy of this world does not revise its candidates");
    }

    /**
     * Has the policy make one candidate of several that it reads, all of which are input tokens, as the prompt is again. It costs
     * a whole candidate's steps; as for a {@linkplain #revise(int, boolean) revision}, it waits for what it reads. A merged
     * candidate begins a chain of its own.
     *
     * @param candidates complete nodes; the order matters to chance alone, and one named twice counts twice
     * @param count how many of {@code candidates}, from index 0, at least 1
     * @return the new candidate, or {@link #NONE} when the budget cannot pay for it
     * @throws IllegalStateException when the policy does not merge ({@link Capability#MERGE})
     */
    default int merge(int[] candidates, int count) {
        throw new IllegalStateException("the policy of this world does not merge candidates");
    }

    /** How many policies this world has, at least 1; the first is the one whose work a session itself is. Costs nothing. */
    default int policies() {
        return 1;
    }

    /**
     * This trial as one of its policies works on it: what is generated, extended, revised and merged is that policy's work and is
     * charged as it charges, {@link #finished} is its opinion, and {@link #limit}, {@link #solutions} and {@link #pays} say what
     * the budget pays for were all of it that policy's. A policy reads what others made as it reads what it made itself, which
     * may take time to hand over. Everything else, nodes, budget and commitment above all, is the trial's. The session itself is
     * the first policy's.
     *
     * @param policy its number, from 0, the first; below {@link #policies()}
     * @throws IllegalArgumentException when there is no such policy
     */
    default Session policy(int policy) {
        if (policy != 0) {
            throw new IllegalArgumentException("there is no policy %d; there is one".formatted(policy));
        }
        return this;
    }

    /**
     * The number of the policy of this name. Costs nothing.
     *
     * @throws IllegalArgumentException when none has it; worlds of one policy do not name it
     */
    default int policyNumber(String name) {
        throw new IllegalArgumentException("there is no policy %s; this world has one, without a name".formatted(name));
    }

    /** The number of the policy that made a node. Costs nothing. */
    default int policyOf(int node) {
        return 0;
    }

    /**
     * What is seen of the problem before anything is generated: a standard normal number that is the greater the easier the
     * problem seems, or the number of its class, from 0, the hardest, where the world sorts problems into classes. The first look
     * costs what the world says; asked again, the same comes back free of charge. It is a look.
     *
     * @return the signal, or {@code NaN} when the budget cannot pay for it
     * @throws IllegalStateException when this world gives none ({@link Capability#SIGNAL})
     */
    default double signal() {
        throw new IllegalStateException("this world gives no signal of a problem's difficulty");
    }

    /**
     * Makes a neighbour of a candidate: what it starts from is moved by a stride, q' = √(1 − λ²)·q + λ·ξ for each of its normal
     * qualities, ξ fresh. Stride 0 is the same once more, stride 1 a fresh sample. It costs a whole candidate's steps; the k-th
     * neighbour of a candidate moves in the same direction whoever asks for it and whatever the stride. It waits for what it
     * varies: neighbours of candidates that older rounds made run together.
     *
     * @param candidate a complete node
     * @param stride λ, in [0, 1]
     * @return the new candidate, or {@link #NONE} when the budget cannot pay for it
     * @throws IllegalStateException when candidates have no neighbours ({@link Capability#VARY})
     */
    default int vary(int candidate, double stride) {
        throw new IllegalStateException("the candidates of this world have no neighbours");
    }

    /**
     * Of how many parts, sub-questions numbered from 0, the problem is made. No part waits for a later one. Costs nothing.
     *
     * @throws IllegalStateException when problems are not made of parts ({@link Capability#PARTS})
     */
    default int parts() {
        throw new IllegalStateException("the problems of this world are not made of parts");
    }

    /**
     * For which parts a part waits, ascending. Costs nothing.
     *
     * @param into receives them
     * @return how many there are
     * @throws IllegalStateException when problems are not made of parts ({@link Capability#PARTS})
     */
    default int waitsFor(int part, int[] into) {
        throw new IllegalStateException("the problems of this world are not made of parts");
    }

    /**
     * Attempts a part: a node that the process verifier scores and that is no candidate. It costs a step, and waits for the
     * attempts that it reads; attempts at parts that are ready run together.
     *
     * @param part its number
     * @param chosen by number of part, an attempt at each of those that it waits for
     * @return the new node, or {@link #NONE} when the budget cannot pay for it
     * @throws IllegalStateException when problems are not made of parts ({@link Capability#PARTS})
     */
    default int attempt(int part, int[] chosen) {
        throw new IllegalStateException("the problems of this world are not made of parts");
    }

    /**
     * The class of an attempt's answer, numbered from 0 by first appearance among this trial's look-ups of its part. Costs nothing.
     *
     * @throws IllegalStateException when problems are not made of parts ({@link Capability#PARTS})
     */
    default int partAnswer(int attempt) {
        throw new IllegalStateException("the problems of this world are not made of parts");
    }

    /**
     * Puts a candidate together. Costs nothing, and is a look at the attempts.
     *
     * @param chosen by number of part, an attempt at it
     * @return the candidate
     * @throws IllegalStateException when problems are not made of parts ({@link Capability#PARTS})
     */
    default int assemble(int[] chosen) {
        throw new IllegalStateException("the problems of this world are not made of parts");
    }

    /**
     * Has the policy rewrite what is left of the problem without its next part: a step below a node, which
     * {@linkplain #extend(int) solving that part} would be otherwise. The question that is left is the same in sense, or is not.
     *
     * @param node an incomplete node that grows step by step, or {@link #NONE} for the whole problem; one part at least is left
     * @return the new node, or {@link #NONE} when the budget cannot pay for it
     * @throws IllegalStateException when problems are not made of parts ({@link Capability#PARTS})
     */
    default int contract(int node) {
        throw new IllegalStateException("the problems of this world are not made of parts");
    }

    /**
     * Has the policy think of an idea, which costs its tokens and no step. Ideas asked for without a look in between are drawn side
     * by side, and the k-th of a trial is the same whoever asks for it. It makes no node: ideas have handles of their own, from 0
     * in the order of their drawing.
     *
     * @return the idea, or {@link #NONE} when the budget cannot pay for it
     * @throws IllegalStateException when the policy draws no ideas ({@link Capability#IDEAS})
     */
    default int idea() {
        throw new IllegalStateException("the policy of this world draws no ideas");
    }

    /**
     * Which idea an idea is: equal numbers are the same idea, drawn twice. Numbered from 0 by first appearance in this trial's
     * look-ups. Costs nothing, and is a look.
     *
     * @param idea what {@link #idea()} brought
     * @throws IllegalStateException when the policy draws no ideas ({@link Capability#IDEAS})
     */
    default int ideaClass(int idea) {
        throw new IllegalStateException("the policy of this world draws no ideas");
    }

    /**
     * Generates one whole candidate that follows an idea. It costs a whole candidate's steps, and reads the prompt again and the
     * idea, which are input tokens; it waits for the idea. The k-th candidate of an idea is the same whoever asks for it.
     * {@link #generate()} draws an idea by itself, at no cost, and does not tell which.
     *
     * @param idea what {@link #idea()} brought
     * @return the new candidate, or {@link #NONE} when the budget cannot pay for it
     * @throws IllegalStateException when the policy draws no ideas ({@link Capability#IDEAS})
     */
    default int generateFrom(int idea) {
        throw new IllegalStateException("the policy of this world draws no ideas");
    }

    /**
     * Has the policy read so many documents from here on, the most promising first, in place of what it read before. They are
     * input tokens of every later call that makes a candidate, a step or an idea, and change how likely what is made is right.
     * Reading costs nothing by itself, and nothing is a look.
     *
     * @param documents how many, at least 0
     * @throws IllegalStateException when the policy does not read documents ({@link Capability#READING})
     */
    default void read(int documents) {
        throw new IllegalStateException("the policy of this world reads nothing");
    }

    /**
     * Shows the policy so many demonstrations from here on, in place of those before; they are input tokens as documents are.
     *
     * @param demonstrations how many, at least 0
     * @throws IllegalStateException when the policy reads no demonstrations ({@link Capability#READING})
     */
    default void demonstrate(int demonstrations) {
        throw new IllegalStateException("the policy of this world reads nothing");
    }

    /**
     * Says that the next {@code calls} calls of verifiers and judge are issued together: none of them is asked for because of
     * another's verdict, so they run side by side. It costs nothing, and changes nothing but the time that they take. All
     * must be made before the next step or candidate is generated, and before the trial ends, unless the budget ends first.
     *
     * @param calls how many, at least 0
     * @throws IllegalStateException when calls announced before were not made; so do later calls that find it out
     */
    default void together(long calls) {}

    /**
     * Asks the outcome verifier about a candidate; asking again costs again and brings fresh call noise. The score is what the
     * verifier believes, which need not be calibrated.
     *
     * @param candidate a complete node
     * @return the outcome score in log-odds, or {@code NaN} when the budget cannot pay for the call
     */
    double verify(int candidate);

    /**
     * Asks the outcome verifier about the candidates {@code from} (inclusive) to {@code to} (exclusive), in order.
     *
     * @param into receives the score of candidate {@code from + i} at index {@code i}; {@code NaN} from the first that
     *     could not be paid on
     */
    void verify(int from, int to, double[] into);

    /**
     * {@link #verify(int, int, double[])} with scores as probabilities, 1/(1 + e<sup>−score</sup>) by {@link LogOdds}.
     *
     * @param into receives the probability that candidate {@code from + i} is right, as the verifier says, at index
     *     {@code i}; {@code NaN} from the first that could not be paid on
     */
    default void probabilities(int from, int to, double[] into) {
        verify(from, to, into);
        LogOdds.probabilities(into, to - from);
    }

    /**
     * {@link #probabilities(int, int, double[])} and the scores that they are of: one call about each candidate brings both.
     *
     * @param into receives the probabilities
     * @param scores receives the score of candidate {@code from + i} at index {@code i}; {@code NaN} from the first that
     *     could not be paid on
     */
    default void probabilities(int from, int to, double[] into, double[] scores) {
        verify(from, to, scores);
        System.arraycopy(scores, 0, into, 0, to - from);
        LogOdds.probabilities(into, to - from);
    }

    /** How many outcome verifiers this world has, at least 1 where it has any; the first is the one that a session itself asks. Costs nothing. */
    default int verifiers() {
        return 1;
    }

    /**
     * This trial as one of its outcome verifiers judges it: {@link #verify} and {@link #probabilities} ask that one and are
     * charged as it charges, and so is what {@link #generate(int, int)}, {@link #solutions} and {@link #pays} leave room for.
     * Everything else, nodes, budget and commitment above all, is the trial's. A view lives as long as the trial; asked again, the
     * same comes back.
     *
     * @param verifier its number, from 0, the first; below {@link #verifiers()}
     * @throws IllegalArgumentException when there is no such verifier
     */
    default Session verifier(int verifier) {
        if (verifier != 0) {
            throw new IllegalArgumentException("there is no verifier %d; there is one".formatted(verifier));
        }
        return this;
    }

    /**
     * The number of the outcome verifier of this name. Costs nothing.
     *
     * @throws IllegalArgumentException when none has it; worlds of one outcome verifier do not name it
     */
    default int verifierNumber(String name) {
        throw new IllegalArgumentException(
                "there is no verifier %s; this world has one at most, without a name".formatted(name));
    }

    /**
     * Asks the process verifier about a node.
     *
     * @return the process score in log-odds, or {@code NaN} when the budget cannot pay for the call
     */
    double score(int node);

    /**
     * Asks the process verifier about the nodes {@code from} (inclusive) to {@code to} (exclusive), in order.
     *
     * @param into receives the score of node {@code from + i} at index {@code i}; {@code NaN} from the first that could
     *     not be paid on
     */
    void score(int from, int to, double[] into);

    /**
     * Asks the process verifier about every step of a candidate, first to last: {@code depth(candidate)} calls.
     *
     * @param into receives the score after step {@code t + 1} at index {@code t}
     * @return how many calls were paid, from the first step on
     */
    int stepScores(int candidate, double[] into);

    /**
     * Asks the judge which of two candidates is better.
     *
     * @return 1 when it prefers {@code first}, 0 when it prefers {@code second}, {@link #NONE} when the budget cannot
     *     pay for the call
     */
    int judge(int first, int second);

    /**
     * The class of a candidate's final answer, numbered from 0 by first appearance in this trial's look-ups. Costs
     * nothing.
     */
    int answer(int candidate);

    /**
     * The classes of the final answers of candidates {@code from} (inclusive) to {@code to} (exclusive), in order.
     *
     * @param into receives the class of candidate {@code from + i} at index {@code i}
     */
    void answers(int from, int to, int[] into);

    /** Whether every candidate of this world gives a final answer, so that {@link #answered} need not be asked. Costs nothing. */
    default boolean allAnswer() {
        return true;
    }

    /**
     * Whether a candidate gave a final answer at all. Worlds in which some do not say so by this alone: {@link #answer} gives
     * each of them a class of its own, and whoever counts votes leaves them out. Costs nothing.
     */
    default boolean answered(int candidate) {
        return true;
    }

    /** Whether a node is a whole solution. */
    boolean complete(int node);

    /**
     * Which of the nodes {@code from} (inclusive) to {@code to} (exclusive) are whole solutions.
     *
     * @param into receives whether node {@code from + i} is one at index {@code at + i}
     * @return how many are
     */
    default int complete(int from, int to, boolean[] into, int at) {
        int whole = 0;
        for (int node = from; node < to; node++) {
            boolean complete = complete(node);
            into[at + node - from] = complete;
            whole += complete ? 1 : 0;
        }
        return whole;
    }

    /** How many steps a node has; a candidate's depth is its number of steps. */
    int depth(int node);

    /** The node that this one extends, or {@link #NONE} for a first step or a candidate generated whole. */
    int parent(int node);

    /** How many tokens were generated for this node alone, without its prefix, as far as an {@code int} goes. */
    int tokens(int node);

    /** How many nodes exist: handles 0 to {@code size() − 1}. */
    int size();

    /** What was spent so far, in units of {@link Resource}. */
    long spent(Resource resource);

    /**
     * What may be spent at most, in units of {@link Resource}; {@link Long#MAX_VALUE} for a resource that this budget
     * does not bound. For {@link Resource#GENERATIONS} it is always finite: how many whole candidates the budget pays
     * for, which is what a strategy sizes its beams by.
     */
    long limit(Resource resource);

    /**
     * How many whole solutions grown side by side the limit pays for, when each of their steps is followed by
     * {@code callsPerStep} verifier calls and each whole candidate by {@code callsPerCandidate} more. A budget of
     * generations or steps does not charge verifier calls; for it this is {@code limit(GENERATIONS)}.
     *
     * @param callsPerStep at least 0; above 0 the solutions grow step by step, in as many rounds as they have steps
     * @param callsPerCandidate at least 0
     */
    default long solutions(int callsPerStep, int callsPerCandidate) {
        return limit(Resource.GENERATIONS);
    }

    /**
     * Whether the limit pays for so many whole candidates side by side and then so many verifier calls, of all of them together.
     * A budget of generations or steps does not charge verifier calls.
     *
     * @param candidates at least 0
     * @param calls at least 0
     */
    default boolean pays(long candidates, long calls) {
        return candidates <= limit(Resource.GENERATIONS);
    }

    /** Says: "were the budget to end now, this is my answer". Replaces what was committed before. */
    void commit(int candidate);

    /** Says: "were the budget to end now, I would not answer". Replaces what was committed before. */
    void abstain();

    /**
     * The strategy's own random stream for this trial, independent of the world's. It starts at a one-way function of where
     * the trial's randomness lives: what is drawn says nothing of which trial it is, nor of what else is drawn in it.
     */
    UniformRandomProvider random();
}
