package overthink.scenarios.document;

import java.util.Optional;
import overthink.core.experiment.Experiment;
import overthink.scenarios.analysis.allocation.AllocationQuestion;
import overthink.scenarios.analysis.learning.LearningQuestion;
import overthink.scenarios.expectation.PointKey;

/**
 * A scenario at one of the points at which it is run.
 *
 * @param key which point
 * @param experiment what to run there
 * @param allocation how one budget is to be spread over the problems there; empty when that is not asked
 * @param learning which round of learning it is; empty where nothing is learnt
 * @param setting a digest of all that a strategy's results depend on beside the strategy
 * @param play a digest of all that its trials depend on beside the strategy: prices are not among it
 * @param unverified a digest of all that results depend on of a strategy that asks no verifier
 */
public record ScenarioPoint(
        PointKey key,
        Experiment experiment,
        Optional<AllocationQuestion> allocation,
        Optional<LearningQuestion> learning,
        String setting,
        String play,
        String unverified) {}
