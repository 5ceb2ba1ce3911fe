package overthink.core.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Observation;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.step.StepProfile;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Route;
import overthink.core.route.RoutePlan;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** Experiments, all of which is observed, whose trials come to many sums and spend many amounts. */
final class RandomChoices {

    /** Commits any of the candidates that there are, after each. */
    static final Strategy ANY = session -> {
        while (session.generate() != Session.NONE) {
            session.commit(session.random().nextInt(session.size()));
        }
    };

    /** Tokens vary, and each takes and costs something, so that what trials spend spreads. */
    private static final Policy VARYING = new Policy(
            new CountLaw.Constant(1),
            0,
            StepProfile.UNIFORM,
            new Zipf(5, 1),
            new CountLaw.Constant(10),
            new CountLaw.UniformCount(1, 400),
            new Tariff(1, new Price(1, 2), new Latency(0.1, 0.01, 4)));

    private RandomChoices() {}

    /** Of {@link #ANY}, once in one pass and once in one for each budget. */
    static Experiment experiment(int problems, TrialPlan plan) {
        return experiment(problems, plan, Given.of("once", true, ANY), Given.of("anew", false, ANY));
    }

    static Experiment experiment(int problems, TrialPlan plan, StrategyProvider... providers) {
        return new Experiment(
                        new SyntheticWorld(new Problems(new Beta(0.9, 1.6), problems), VARYING, Verifiers.NONE),
                        Budgets.generations(1, 2, 8),
                        Arrays.stream(providers)
                                .map(provider -> ConfiguredStrategy.of(provider, Map.of()))
                                .toList(),
                        plan,
                        new BinPlan.Thresholds(),
                        11)
                .observing(Set.of(Observation.values()));
    }

    /** Trials of every strategy. */
    static List<RoutePlan> plans(Experiment experiment) {
        return Collections.nCopies(experiment.strategies().size(), RoutePlan.of(Route.PLAIN));
    }
}
