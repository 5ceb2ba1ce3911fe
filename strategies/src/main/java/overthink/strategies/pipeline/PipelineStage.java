package overthink.strategies.pipeline;

import overthink.core.api.Session;

/** An operator on sets of candidates. */
interface PipelineStage {

    /** Adds to the extent of what comes before this stage what it does at most. */
    void extend(Extent extent, StageScale scale);

    /** The number that a scale multiplies; 0 of a stage that has none. */
    default int scaled() {
        return 0;
    }

    /**
     * Turns the set into another. What the budget does not pay for is left out.
     *
     * @param session of the trial as a whole
     */
    void apply(CandidateSet set, Session session, StageScale scale);
}
