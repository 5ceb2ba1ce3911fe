package overthink.core.model;

import overthink.core.api.Session;

/**
 * A world at play in one trial: which nodes there are, what making one would cost in tokens, what they are worth, answer and are
 * scored. It knows no budget and charges nothing; the session asks it only for what was paid. A worker has one and reuses it from
 * trial to trial; it may not allocate per trial. Nodes are numbered from 0 in the order of their making.
 */
public interface Model {

    /** What a right answer is worth in {@link #worth}. */
    long RIGHT = 1L << 30;

    // ---- the problem and the trial in hand ----

    /** Turns to another problem of the drawn world. */
    void turnTo(int problem);

    /** Begins a trial: forgets all nodes. What follows depends on the problem and on {@code trial} alone. */
    void begin(long trial);

    /** T: how many steps a whole solution of this problem has. */
    int steps();

    /** Tokens of this problem's prompt, which every sample, revision and merge reads. */
    long promptTokens();

    /** How many whole candidates a trial of this problem can make at most. */
    default long most() {
        return Long.MAX_VALUE;
    }

    // ---- what making would cost ----

    /** What {@link #tokensPerStep()} says where tokens vary. */
    int VARIABLE = -1;

    /** The tokens of every step where all are alike, else {@link #VARIABLE}. */
    int tokensPerStep();

    /** The mean of a step's tokens. */
    double meanTokens();

    /** The variance of a step's tokens. */
    double tokenVariance();

    /** A quantile of a step's tokens, {@code u} in (0, 1). */
    double tokenQuantile(double u);

    /** The tokens of the next whole candidate. */
    long nextWholeTokens();

    /** The tokens of a step below a node, or of a first step below {@link Session#NONE}. */
    long nextStepTokens(int parent);

    // ---- making ----

    /**
     * Makes whole candidates.
     *
     * @param count how many, at least 1; together with those made at most {@link #most()}
     * @param wanted how many the trial may ask for in all from here on, at least {@code count}: a hint to draw ahead
     * @return whether one of them is right
     */
    boolean addWholes(int count, long wanted);

    /**
     * Says that nodes are extended from here on.
     *
     * @throws IllegalStateException when this world's solutions do not grow step by step
     */
    void growTree();

    /** Throws unless a node can have a child. */
    void checkExtendable(int parent);

    /**
     * Makes a child of each of {@code count} parents from index {@code from} on.
     *
     * @return whether one of them is a whole solution and right
     * @throws IllegalArgumentException when there is no such parent, or it is whole
     */
    boolean addChildren(int[] parents, int from, int count);

    // ---- steps at temperature 0 ----

    /** Throws {@link IllegalStateException} when it is not known which step this world's policy takes at temperature 0. */
    default void needGreedySteps() {
        throw new IllegalStateException("the likeliest step of this world's policy is not known");
    }

    /** The tokens of the likeliest step below a node, or of the likeliest first step below {@link Session#NONE}. */
    default long greedyStepTokens(int parent) {
        throw new IllegalStateException("no greedy steps are taken");
    }

    /**
     * Makes the likeliest child of each of {@code count} parents from index {@code from} on.
     *
     * @return whether one of them is a whole solution and right
     * @throws IllegalArgumentException when there is no such parent, or it is whole
     */
    default boolean addGreedyChildren(int[] parents, int from, int count) {
        throw new IllegalStateException("no greedy steps are taken");
    }

    // ---- chains and merging ----

    /** Throws {@link IllegalStateException} when this world's policy does not revise. */
    default void needChain() {
        throw new IllegalStateException("the policy of this world does not revise its candidates");
    }

    /** Throws {@link IllegalStateException} when this world's policy does not merge. */
    default void needMerge() {
        throw new IllegalStateException("the policy of this world does not merge candidates");
    }

    /** The tokens of the next revision of a candidate. */
    default long revisionTokens(int node) {
        throw new IllegalStateException("nothing is revised");
    }

    /** The tokens that the next revision of a candidate reads beside the prompt. */
    default long revisionReads(int node) {
        throw new IllegalStateException("nothing is revised");
    }

    /**
     * Of those, the tokens that the revision which made the candidate read, too, from the prompt on: the beginning that both
     * have in common.
     */
    default long revisionRereads(int node) {
        return 0;
    }

    /** Revises a candidate; returns whether what comes of it is right. */
    default boolean addRevision(int node, boolean toldWrong) {
        throw new IllegalStateException("nothing is revised");
    }

    /** Whether the policy considers a candidate done. */
    default boolean finished(int node) {
        throw new IllegalStateException("nothing is revised");
    }

    /** The tokens of the next candidate made of some others. */
    default long mergeTokens(int[] members, int count) {
        throw new IllegalStateException("nothing is merged");
    }

    /** The tokens of some candidates, read one after the other. */
    default long mergeReads(int[] members, int count) {
        throw new IllegalStateException("nothing is merged");
    }

    /** Makes one candidate of the first {@code count} members; returns whether it is right. */
    default boolean addMerge(int[] members, int count) {
        throw new IllegalStateException("nothing is merged");
    }

    // ---- neighbours ----

    /** Throws {@link IllegalStateException} when this world's candidates have no neighbours. */
    default void needVariation() {
        throw new IllegalStateException("the candidates of this world have no neighbours");
    }

    /** The tokens of the next neighbour of a candidate. */
    default long variationTokens(int node) {
        throw new IllegalStateException("nothing is varied");
    }

    /** Makes a neighbour of a candidate; returns whether it is right. */
    default boolean addVariation(int node, double stride) {
        throw new IllegalStateException("nothing is varied");
    }

    // ---- parts ----

    /** Throws {@link IllegalStateException} when this world's problems are not made of parts. */
    default PartwiseModel needParts() {
        throw new IllegalStateException("the problems of this world are not made of parts");
    }

    // ---- quality as a number ----

    /** What a quality of 1 is in {@link #quality}. */
    long QUALITY_UNIT = 1L << 30;

    /** No quality is further from 0. */
    long MOST_QUALITY = QUALITY_UNIT << 17;

    /** How many numbers make up a candidate's quality: the whole, and its attributes where there are several; 0 where there are none. */
    default int qualities() {
        return 0;
    }

    /**
     * A number of a candidate's quality, rounded.
     *
     * @param which 0 for the whole, from 1 on its attributes
     * @return in units of 1 ÷ {@link #QUALITY_UNIT}, within ± {@link #MOST_QUALITY}
     */
    default long quality(int node, int which) {
        throw new IllegalStateException("candidates have no quality");
    }

    /** Whether {@link #worth} says which candidates are right; where it does not it is 0. */
    default boolean rightOrWrong() {
        return true;
    }

    // ---- several policies, and a signal ----

    /** How many policies there are, at least 1. */
    default int policies() {
        return 1;
    }

    /**
     * The number of the policy of a name.
     *
     * @throws IllegalArgumentException when none has it
     */
    default int policyNumber(String name) {
        throw new IllegalArgumentException("there is no policy %s; this world has one, without a name".formatted(name));
    }

    /**
     * Says whose work is done from here on; it is the first policy's until this is called. It is said once more, with 0, before
     * anybody else asks. What follows on tokens, making, chains and merging is about that policy.
     *
     * @param number from 0, below {@link #policies()}
     */
    default void actBy(int number) {
        if (number != 0) {
            throw new UnsupportedOperationException("this world has no policy " + number);
        }
    }

    /** The number of the policy that made a node. */
    default int policyOf(int node) {
        return 0;
    }

    /** The tokens that the policy reads to go on from a node that another one made: all of its text. */
    default long handedOver(int node) {
        throw new IllegalStateException("there is no other policy");
    }

    /** Whether the next revision of a candidate reads what another policy made. */
    default boolean revisesOthers(int node) {
        return false;
    }

    /** Throws {@link IllegalStateException} when this world gives no signal. */
    default void needSignal() {
        throw new IllegalStateException("this world gives no signal of a problem's difficulty");
    }

    /** The tokens that a look at the signal takes the first policy. */
    default long signalTokens() {
        throw new IllegalStateException("there is no signal");
    }

    /** What is seen of the problem in this trial. */
    default double signal() {
        throw new IllegalStateException("there is no signal");
    }

    // ---- ideas ----

    /** Throws {@link IllegalStateException} when this world's policy draws no ideas. */
    default void needIdeas() {
        throw new IllegalStateException("the policy of this world draws no ideas");
    }

    /** How many ideas were drawn in this trial. */
    default int ideasDrawn() {
        return 0;
    }

    /** The tokens of the next idea. */
    default long ideaTokens() {
        throw new IllegalStateException("no ideas are drawn");
    }

    /** Draws an idea; ideas are numbered from 0 in the order of their drawing. */
    default void addIdea() {
        throw new IllegalStateException("no ideas are drawn");
    }

    /** Which idea it is, numbered from 0 by first appearance among what this trial looked up. */
    default int ideaClass(int idea) {
        throw new IllegalStateException("no ideas are drawn");
    }

    /** The tokens of an idea, which who follows it reads. */
    default long ideaReads(int idea) {
        throw new IllegalStateException("no ideas are drawn");
    }

    /** The tokens of the next candidate that follows an idea. */
    default long followingTokens(int idea) {
        throw new IllegalStateException("no ideas are drawn");
    }

    /** Makes a candidate that follows an idea; returns whether it is right. */
    default boolean addFollowing(int idea) {
        throw new IllegalStateException("no ideas are drawn");
    }

    // ---- reading ----

    /** Throws {@link IllegalStateException} when this world's policy reads nothing. */
    default void needReading() {
        throw new IllegalStateException("the policy of this world reads nothing");
    }

    /** What is made from here on is made with so much read, in place of what was; a trial begins with nothing. */
    default void read(int documents, int demonstrations) {
        throw new IllegalStateException("nothing is read");
    }

    // ---- looking ----

    /** How many nodes there are. */
    int size();

    /** What a whole candidate is worth, in units of 1 ÷ {@link #RIGHT}: from 0, wrong, to {@link #RIGHT}. */
    long worth(int node);

    /** How many steps a node has. */
    int depth(int node);

    /** The node that this one extends, or {@link Session#NONE}. */
    int parent(int node);

    /** Says which of the nodes {@code from} to {@code to}, exclusive, are whole; returns how many. */
    int complete(int from, int to, boolean[] into, int at);

    /** The tokens generated for a node alone, without its prefix. */
    long tokens(int node);

    /** The class of a candidate's answer, numbered from 0 by first appearance among what this trial looked up. */
    int answer(int node);

    /** The classes of the answers of {@code count} candidates from {@code from} on. */
    void answers(int from, int count, int[] into);

    /** Whether {@link #answerClass} tells answers apart. */
    default boolean tellsAnswers() {
        return false;
    }

    /**
     * The class of a candidate's answer, for those who count answers: the same number, from 0 on, for equal answers of one trial.
     * No strategy is told, and looking changes nothing.
     */
    default int answerClass(int node) {
        throw new UnsupportedOperationException("this world does not tell answers apart");
    }

    /** Whether every candidate gives an answer. */
    default boolean allAnswer() {
        return true;
    }

    /** Whether a candidate gave an answer at all. */
    default boolean answered(int node) {
        return true;
    }

    // ---- scores, in log-odds ----

    /** How many outcome verifiers there are, at least 1. */
    default int verifiers() {
        return 1;
    }

    /**
     * The number of the outcome verifier of a name.
     *
     * @throws IllegalArgumentException when none has it
     */
    default int verifierNumber(String name) {
        throw new IllegalArgumentException(
                "there is no verifier %s; this world has one at most, without a name".formatted(name));
    }

    /**
     * Says which of the outcome verifiers is asked from here on; it is the first until this is called. It is said once more,
     * with 0, before anybody else asks.
     *
     * @param number from 0, below {@link #verifiers()}
     */
    default void judgeBy(int number) {
        if (number != 0) {
            throw new UnsupportedOperationException("this world has no verifier " + number);
        }
    }

    /** Throws {@link IllegalStateException} when this world has no outcome verifier. */
    void needOutcome();

    /** Throws {@link IllegalStateException} when this world has no process verifier. */
    void needProcess();

    /** Throws {@link IllegalStateException} when this world has no judge. */
    void needJudge();

    /** The outcome verifier's score of a candidate; asking again may give another. */
    double outcome(int node);

    /** The outcome verifier's scores of {@code count} candidates from {@code from} on. */
    void outcomes(int from, int count, double[] into);

    /**
     * What outcome scores say as probabilities.
     *
     * @param scores of {@code count} candidates from {@code from} on, as {@link #outcomes} gave them; may be {@code into}
     */
    void probabilities(int from, int count, double[] scores, double[] into);

    /** The process verifier's score of a node. */
    double process(int node);

    /** The process verifier's scores of {@code count} nodes from {@code from} on. */
    void processes(int from, int count, double[] into);

    /** The process verifier's scores of the first {@code count} steps of a candidate. */
    void steps(int node, int count, double[] into);

    /** Whether the judge prefers the candidate named first. */
    boolean prefers(int first, int second);
}
