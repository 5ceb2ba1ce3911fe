package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Bin;
import overthink.core.experiment.Experiment;

/**
 * What is asked.
 *
 * @param experiment the world, the strategies and the budgets to begin with
 * @param objective what is best
 * @param requirements caps, and a target
 * @param further strategies beside the scenario's, over the {@linkplain ParameterGrid grid} of their parameters
 * @param perDifficulty whether each bin is asked for, too
 * @param flips whether it is asked what would change the choice
 * @param posterior draws of a fitted world's parameters; none where there are none
 */
public record PlanQuestion(
        Experiment experiment,
        Objective objective,
        List<Requirement> requirements,
        List<StrategyProvider> further,
        boolean perDifficulty,
        boolean flips,
        Optional<PosteriorWorlds> posterior) {

    /** Copies the lists. */
    public PlanQuestion {
        requirements = List.copyOf(requirements);
        further = List.copyOf(further);
    }

    /** The question on all problems. */
    View view() {
        return new View(Bin.ALL, objective, requirements);
    }

    private List<Requirement.Cap> caps() {
        return requirements.stream()
                .filter(Requirement.Cap.class::isInstance)
                .map(Requirement.Cap.class::cast)
                .toList();
    }

    /** Caps on quantiles. */
    List<Requirement.Cap> quantileCaps() {
        return caps().stream().filter(cap -> cap.rank() != Rank.MEAN).toList();
    }

    /** The cap whose limit stands for the money: that on mean dollars, else the first cap there is; empty without a cap. */
    Optional<Requirement.Cap> moneyCap() {
        List<Requirement.Cap> caps = caps();
        return caps.stream()
                .filter(cap -> cap.resource() == Resource.USD && cap.rank() == Rank.MEAN)
                .findFirst()
                .or(() -> caps.stream()
                        .filter(cap -> cap.resource() == Resource.USD)
                        .findFirst())
                .or(() -> caps.stream().findFirst());
    }

    /** The question with a cap in place of those on the same figure; a target gives way to accuracy under the cap. */
    View under(Requirement.Cap cap) {
        List<Requirement> others = new ArrayList<>(requirements.stream()
                .filter(requirement -> !(requirement instanceof Requirement.Target)
                        && !(requirement instanceof Requirement.Cap other
                                && other.resource() == cap.resource()
                                && other.rank() == cap.rank()))
                .toList());
        others.add(cap);
        return new View(Bin.ALL, objective.most() ? objective : Objective.ACCURACY, others);
    }
}
