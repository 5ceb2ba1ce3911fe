package overthink.core.api;

/** What a strategy asks of a world beyond whole candidates and their answers. */
public enum Capability {
    /** An outcome verifier: {@link Session#verify(int)}. */
    OUTCOME_VERIFIER("an outcome verifier"),
    /** A process verifier: {@link Session#score(int)}. */
    PROCESS_VERIFIER("a process verifier"),
    /** A Boolean outcome verifier: a score above 0 means accepted. */
    BOOLEAN_VERIFIER("a Boolean outcome verifier (tpr and fpr)"),
    /** Final answers that can be compared: {@link Session#answer(int)}. */
    ANSWERS("final answers"),
    /** A pairwise judge: {@link Session#judge(int, int)}. */
    JUDGE("a judge"),
    /** Solutions generated step by step: {@link Session#extend(int)}. */
    STEPS("solutions generated step by step"),
    /** Steps taken at temperature 0: {@link Session#extendGreedily(int[], int)}. */
    GREEDY_STEPS("a policy whose likeliest step is known"),
    /** Candidates that are revised: {@link Session#revise(int)}, {@link Session#finished(int)}. */
    CHAIN("a policy that revises its candidates"),
    /** Several policies: {@link Session#policies()}, {@link Session#policy(int)}. */
    POLICIES("several policies by name"),
    /** A signal of a problem's difficulty before anything is generated: {@link Session#signal()}. */
    SIGNAL("a signal of a problem's difficulty"),
    /** Several outcome verifiers: {@link Session#verifiers()}, {@link Session#verifier(int)}. */
    VERIFIERS("several outcome verifiers by name"),
    /** Candidates made of several: {@link Session#merge(int[], int)}. */
    MERGE("a policy that merges candidates"),
    /** Candidates that have neighbours: {@link Session#vary(int, double)}. */
    VARY("candidates that are varied"),
    /** Problems made of sub-questions: {@link Session#attempt(int, int[])}, {@link Session#contract(int)}. */
    PARTS("problems made of parts"),
    /** Ideas, and candidates that follow them: {@link Session#idea()}, {@link Session#generateFrom(int)}. */
    IDEAS("a policy that draws ideas"),
    /** Documents and demonstrations: {@link Session#read(int)}, {@link Session#demonstrate(int)}. */
    READING("a policy that reads");

    private final String description;

    Capability(String description) {
        this.description = description;
    }

    /** What a message calls it. */
    public String description() {
        return description;
    }
}
