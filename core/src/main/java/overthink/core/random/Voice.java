package overthink.core.random;

/** Whose noise it is: each has purposes of its own for all components. */
public enum Voice {
    /** The outcome verifier's. */
    OUTCOME(
            Purpose.OUTCOME_PROBLEM,
            Purpose.OUTCOME_ANSWER,
            Purpose.OUTCOME_LOVED,
            Purpose.OUTCOME_OWN,
            Purpose.OUTCOME_CALL,
            Purpose.OUTCOME_UNIQUE,
            Purpose.OUTCOME_UNIQUE_LOVED,
            Purpose.OUTCOME_SPREAD),
    /** The process verifier's. */
    PROCESS(
            Purpose.PROCESS_PROBLEM,
            Purpose.PROCESS_ANSWER,
            Purpose.PROCESS_LOVED,
            Purpose.PROCESS_OWN,
            Purpose.PROCESS_CALL,
            Purpose.PROCESS_UNIQUE,
            Purpose.PROCESS_UNIQUE_LOVED,
            Purpose.PROCESS_SPREAD),
    /** The judge's. */
    JUDGE(
            Purpose.JUDGE_PROBLEM,
            Purpose.JUDGE_ANSWER,
            Purpose.JUDGE_LOVED,
            Purpose.JUDGE_OWN,
            Purpose.JUDGE_CALL,
            Purpose.JUDGE_UNIQUE,
            Purpose.JUDGE_UNIQUE_LOVED,
            Purpose.JUDGE_SPREAD);

    private final Purpose problem;
    private final Purpose answer;
    private final Purpose loved;
    private final Purpose own;
    private final Purpose call;
    private final Purpose unique;
    private final Purpose uniqueLoved;
    private final Purpose spread;

    Voice(
            Purpose problem,
            Purpose answer,
            Purpose loved,
            Purpose own,
            Purpose call,
            Purpose unique,
            Purpose uniqueLoved,
            Purpose spread) {
        this.problem = problem;
        this.answer = answer;
        this.loved = loved;
        this.own = own;
        this.call = call;
        this.unique = unique;
        this.uniqueLoved = uniqueLoved;
        this.spread = spread;
    }

    /** Of the noise for the problem. */
    public Purpose problem() {
        return problem;
    }

    /** Of the noise for an answer. */
    public Purpose answer() {
        return answer;
    }

    /** Of whether an answer is loved. */
    public Purpose loved() {
        return loved;
    }

    /** Of a node's own noise. */
    public Purpose own() {
        return own;
    }

    /** Of a single call's noise. */
    public Purpose call() {
        return call;
    }

    /** Of the noise for an answer that nobody else gives. */
    public Purpose unique() {
        return unique;
    }

    /** Of whether an answer that nobody else gives is loved. */
    public Purpose uniqueLoved() {
        return uniqueLoved;
    }

    /** Of how far d lies from that of the problem's difficulty. */
    public Purpose spread() {
        return spread;
    }
}
