package overthink.core.solve;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import overthink.core.api.NamedPart;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.CallsByVerifier;
import overthink.core.route.ExpectedSpending;
import overthink.core.world.Policy;
import overthink.core.world.Problem;
import overthink.core.world.VerifierPanel;

/** What single candidates of several policies spend, one after the other, as the ledger and timeline of a trial would charge it. */
final class PolicySpending {

    private final SyntheticWorld world;
    private final double verifierNanos;
    private final int outcomes;

    PolicySpending(SyntheticWorld world) {
        this.world = world;
        VerifierPanel panel = world.verifiers().panel();
        outcomes = panel.size();
        verifierNanos = outcomes > 0
                ? panel.members().get(0).cost().nanos()
                : world.verifiers().tariff().latency().nanos(world.verifiers().tokensPerCall());
    }

    /** The numbers of policies by their names; all where none are named, none where one is not there. */
    static List<Integer> numbers(SyntheticWorld world, List<String> named) {
        List<String> names = world.ensemble().names();
        if (named.isEmpty()) {
            return IntStream.range(0, names.size()).boxed().toList();
        }
        List<Integer> numbers = named.stream()
                .map(name -> name.equals(NamedPart.FIRST) ? 0 : names.indexOf(name))
                .toList();
        return numbers.contains(-1) ? List.of() : numbers;
    }

    /** Why the mean of what candidates of some policies spend is not known. */
    static Optional<String> obstacle(SyntheticWorld world, List<Integer> policies) {
        if (policies.isEmpty()) {
            return Optional.of("the world lacks a policy that is named");
        }
        return policies.stream()
                        .anyMatch(number -> world.policy(number).tokensPerStep() instanceof CountLaw.LogNormalCount)
                ? Optional.of(
                        "tokens-per-step are log-normal, and the mean of the whole numbers drawn has no closed form")
                : Optional.empty();
    }

    /**
     * The first candidate of a policy, in a round of its own.
     *
     * @param chance that it is generated
     * @param judged chance that it is, and that a verdict is asked for
     */
    ExpectedSpending candidate(Problem problem, int number, double chance, double judged) {
        Policy policy = world.policy(number);
        int parts = parts(number);
        double tokens = policy.tokensPerStep().mean() * problem.steps() * parts;
        double prompt = (double) parts * problem.promptTokens();
        Latency latency = policy.tariff().latency();
        double nanos = policy.tokensPerStep().constant()
                ? latency.nanos(tokens)
                : (latency.prefill() + latency.perToken() * tokens) * Latency.NANOS_A_SECOND;
        double[] told = new double[world.costs().told()];
        if (outcomes > 0) {
            told[0] = judged;
        }
        tell(told, number, chance * tokens, chance * prompt);
        return new ExpectedSpending(
                chance,
                chance * problem.steps(),
                chance * tokens,
                chance * prompt,
                0,
                judged,
                chance,
                chance * nanos + judged * verifierNanos,
                CallsByVerifier.of(told));
    }

    private void tell(double[] told, int number, double tokens, double prompt) {
        if (number > 0) {
            int at = outcomes + 3 * (number - 1);
            told[at] = tokens;
            told[at + 1] = prompt;
        }
    }

    /** A look at the signal that takes so many tokens, before a candidate of a policy. */
    ExpectedSpending look(Problem problem, int tokens, int before) {
        if (tokens == 0) {
            return ExpectedSpending.NOTHING;
        }
        // the first policy's own candidate reads the prompt from the cache then
        double fresh = before == 0 ? 0 : problem.promptTokens();
        double cached = before == 0 ? problem.promptTokens() : 0;
        return new ExpectedSpending(
                0,
                0,
                tokens,
                fresh,
                cached,
                0,
                1,
                world.policy().tariff().latency().nanos(tokens),
                CallsByVerifier.of(new double[world.costs().told()]));
    }

    private int parts(int number) {
        return number == 0 ? 1 : world.ensemble().others().get(number - 1).parts();
    }
}
