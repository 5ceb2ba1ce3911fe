package overthink.core.estimate;

import overthink.core.api.Resource;

/** What a row has a mean of. */
public enum Quantity {
    /** Correct answers. */
    ACCURACY,
    /** Trials in which some candidate is correct. */
    COVERAGE,
    /** Trials without an answer. */
    ABSTAINED,
    /** Trials with a wrong answer. */
    FALSE_ACCEPTED,
    /** The utility of a trial. */
    UTILITY,
    /** Generations spent. */
    GENERATIONS,
    /** Steps spent. */
    STEPS,
    /** Tokens spent. */
    TOKENS,
    /** Tokens read. */
    INPUT_TOKENS,
    /** Verifier calls made. */
    VERIFIER_CALLS,
    /** Rounds of policy calls. */
    ROUNDS,
    /** Seconds. */
    LATENCY,
    /** Floating-point operations. */
    FLOPS,
    /** Dollars. */
    USD,
    /** Right candidates. */
    CORRECT,
    /** Different answers. */
    DISTINCT,
    /** Tokens of the candidate that was committed, over the trials that gave an answer. */
    LENGTH,
    /** The quality of the candidate that was committed, over the trials that gave an answer, where it is a number. */
    QUALITY;

    /** How many there are. */
    public static final int COUNT = values().length;

    /** What is spent of a resource. */
    public static Quantity of(Resource resource) {
        return valueOf(resource.name());
    }

    /** Whether it is a share of trials. */
    public boolean share() {
        return compareTo(UTILITY) < 0;
    }
}
