package overthink.strategies.search;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Mcts} as {@code mcts}. */
public final class MctsProvider implements StrategyProvider {

    @Override
    public String name() {
        return "mcts";
    }

    @Override
    public String summary() {
        return "Monte Carlo tree search over steps, with values from process scores or rollouts.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("width", 4, 1, 1_000_000, "children that a node gets"),
                ParameterSpec.choice("policy", List.of("uct", "puct"), "the bonus for children that were visited less"),
                ParameterSpec.real("exploration", 1, 0, 1e6, "the weight of that bonus"),
                ParameterSpec.choice(
                        "evaluate",
                        List.of("value", "rollout"),
                        "what a new node is worth: its process score, or a score of a candidate rolled out from it"),
                ParameterSpec.choice(
                        "rollout-score",
                        List.of("outcome", "process"),
                        "with evaluate: rollout, the outcome score or the last process score of the candidate"),
                ParameterSpec.integer(
                        "patience",
                        100,
                        1,
                        1_000_000,
                        "the search ends when so many simulations in a row arrive at finished solutions"),
                ParameterSpec.choice(
                        "choose",
                        List.of("visits", "value"),
                        "the answer at the end of the most visited nodes, or the one with the greatest value"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        boolean rollout = parameters.choice("evaluate").equals("rollout");
        boolean outcome = parameters.choice("rollout-score").equals("outcome");
        if (!rollout && !outcome) {
            throw new IllegalArgumentException(
                    "mcts: rollout-score (process) has a meaning with evaluate: rollout only. Maybe evaluate: rollout.");
        }
        return new Mcts(
                parameters.intValue("width"),
                parameters.choice("policy").equals("uct") ? Mcts.Policy.UCT : Mcts.Policy.PUCT,
                parameters.real("exploration"),
                !rollout
                        ? Mcts.Evaluation.VALUE
                        : outcome ? Mcts.Evaluation.ROLLOUT_OUTCOME : Mcts.Evaluation.ROLLOUT_PROCESS,
                parameters.intValue("patience"),
                parameters.choice("choose").equals("visits"));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        boolean outcome = parameters.choice("evaluate").equals("rollout")
                && parameters.choice("rollout-score").equals("outcome");
        return Set.of(Capability.STEPS, outcome ? Capability.OUTCOME_VERIFIER : Capability.PROCESS_VERIFIER);
    }
}
