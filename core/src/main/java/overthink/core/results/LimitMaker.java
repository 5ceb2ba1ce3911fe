package overthink.core.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import overthink.core.api.Resource;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Tail;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.route.LimitOutcome;

/** Makes limits of what is known exactly of every problem, and tails of what is known of the law of difficulty. */
public final class LimitMaker {

    private final List<Bin> bins;
    private final Resource resource;
    private final Optional<DifficultyLaw> law;

    public LimitMaker(List<Bin> bins, Resource resource, Optional<DifficultyLaw> law) {
        this.bins = bins;
        this.resource = resource;
        this.law = law;
    }

    /**
     * Where one strategy's curve ends, by bin.
     *
     * @param outcomes by problem
     * @param independent whether it generates as many independent candidates as its budget pays for
     */
    public List<Limit> limits(ConfiguredStrategy strategy, LimitOutcome[] outcomes, boolean independent) {
        List<Limit> limits = new ArrayList<>();
        for (Bin bin : bins) {
            double accuracy = 0;
            double coverage = 0;
            double correction = 0;
            int[] problems = bin.problems();
            for (int i = 0; i < problems.length; i++) {
                accuracy += bin.weight(i) * outcomes[problems[i]].accuracy();
                coverage += bin.weight(i) * outcomes[problems[i]].coverage();
                correction += bin.weight(i) * outcomes[problems[i]].correction();
            }
            limits.add(new Limit(
                    strategy.name(),
                    strategy.given(),
                    bin.name(),
                    Math.min(1, accuracy / bin.total()),
                    Math.min(1, coverage / bin.total()),
                    resource == Resource.GENERATIONS && !Double.isNaN(correction)
                            ? OptionalDouble.of(correction / bin.total())
                            : OptionalDouble.empty(),
                    independent && bin.name().equals(Bin.ALL) ? tail() : Optional.empty()));
        }
        return limits;
    }

    /** The tail in the budget's own unit: only a power law is the same in steps as in candidates. */
    private Optional<Tail> tail() {
        return law.flatMap(CoverageTails::of).filter(tail -> resource == Resource.GENERATIONS || tail.p() == 0);
    }
}
