package overthink.strategies.shortcut;

import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Observation;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.core.testkit.ShortcutContract;

/** {@link ShortcutContract} of a strategy that has exact rows and no sampler, by 400 trials on each problem. */
abstract class ExactRows extends ShortcutContract {

    private final StrategyProvider provider;
    private final List<Map<String, ?>> parameters;

    /** Of a strategy with each of these parameters. */
    ExactRows(StrategyProvider provider, List<Map<String, ?>> parameters) {
        this.provider = provider;
        this.parameters = parameters;
    }

    /** The contract's ten problems. */
    static SyntheticWorld problems(AnswerLaw answers, Verifier outcome) {
        return world(answers, outcome);
    }

    /** The row of one budget of generations. */
    static Row row(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, long budget) {
        Experiment experiment = new Experiment(
                        world,
                        Budgets.generations(budget),
                        List.of(ConfiguredStrategy.of(provider, given)),
                        new TrialPlan.Count(1),
                        new BinPlan.None(),
                        7,
                        MethodChoice.EXACT)
                .observing(Set.of(Observation.values()));
        return Simulator.run(experiment, 1, Progress.SILENT).rows().get(0);
    }

    /** Why there are no exact rows up to a budget of generations; empty where there are. */
    static String refusal(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, long budget) {
        return Simulator.refusal(
                        world,
                        Budgets.generations(1, budget),
                        ConfiguredStrategy.of(provider, given),
                        MethodChoice.EXACT)
                .orElse("");
    }

    @Override
    protected StrategyProvider provider() {
        return provider;
    }

    @Override
    protected Set<Method> claims() {
        return Set.of(Method.EXACT);
    }

    @Override
    protected List<Map<String, ?>> parameters() {
        return parameters;
    }

    @Override
    protected int trials() {
        return 400;
    }
}
