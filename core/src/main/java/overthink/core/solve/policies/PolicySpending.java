package overthink.core.solve.policies;

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

/** What candidates of several policies spend, as the ledger and timeline of a trial would charge it. */
final class PolicySpending {

    private final SyntheticWorld world;
    private final double verifierNanos;
    private final int verifierConcurrency;
    private final int outcomes;

    PolicySpending(SyntheticWorld world) {
        this.world = world;
        VerifierPanel panel = world.verifiers().panel();
        outcomes = panel.size();
        Latency verifier = outcomes > 0
                ? panel.members().get(0).tariff().latency()
                : world.verifiers().tariff().latency();
        verifierNanos = outcomes > 0
                ? panel.members().get(0).cost().nanos()
                : verifier.nanos(world.verifiers().tokensPerCall());
        verifierConcurrency = verifier.concurrency();
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

    /** Why the mean of what candidates of some policies side by side spend is not known. */
    static Optional<String> obstacleTogether(SyntheticWorld world, List<Integer> policies) {
        return obstacle(world, policies)
                .or(() -> policies.stream()
                                .map(world::policy)
                                .anyMatch(policy -> !policy.tokensPerStep().constant()
                                        && policy.tariff().latency().perToken() > 0)
                        ? Optional.of(
                                "tokens-per-step vary, and the latency of calls side by side is that of the longest")
                        : Optional.empty());
    }

    /**
     * Candidates of several policies, all in one round in which each policy has places of its own, and then their verifier calls.
     *
     * @param policies that differ, by their numbers
     * @param counts of the candidates of each
     * @param callsEach verifier calls for each candidate
     */
    ExpectedSpending together(Problem problem, List<Integer> policies, long[] counts, int callsEach) {
        double[] told = new double[world.costs().told()];
        double candidates = 0;
        double tokens = 0;
        double fresh = 0;
        double cached = 0;
        double nanos = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                int number = policies.get(i);
                double generated = counts[i] * tokens(problem, number);
                double prompt = (double) parts(number) * problem.promptTokens();
                tell(told, number, generated, prompt, (counts[i] - 1) * prompt);
                candidates += counts[i];
                tokens += generated;
                fresh += prompt;
                cached += (counts[i] - 1) * prompt;
                int places = world.policy(number).tariff().latency().concurrency();
                nanos = Math.max(nanos, Math.ceil((double) counts[i] / places) * nanos(problem, number));
            }
        }
        if (candidates == 0) {
            return ExpectedSpending.NOTHING;
        }
        double calls = candidates * callsEach;
        if (outcomes > 0) {
            told[0] = calls;
        }
        return new ExpectedSpending(
                candidates,
                candidates * problem.steps(),
                tokens,
                fresh,
                cached,
                calls,
                1,
                nanos + Math.ceil(calls / verifierConcurrency) * verifierNanos,
                CallsByVerifier.of(told));
    }

    /** Tokens of a policy's candidate. */
    private double tokens(Problem problem, int number) {
        return world.policy(number).tokensPerStep().mean() * problem.steps() * parts(number);
    }

    /** How long a policy's candidate takes. */
    private double nanos(Problem problem, int number) {
        Policy policy = world.policy(number);
        Latency latency = policy.tariff().latency();
        double tokens = tokens(problem, number);
        return policy.tokensPerStep().constant()
                ? latency.nanos(tokens)
                : (latency.prefill() + latency.perToken() * tokens) * Latency.NANOS_A_SECOND;
    }

    /**
     * The first candidate of a policy, in a round of its own.
     *
     * @param chance that it is generated
     * @param judged chance that it is, and that a verdict is asked for
     */
    ExpectedSpending candidate(Problem problem, int number, double chance, double judged) {
        double tokens = tokens(problem, number);
        double prompt = (double) parts(number) * problem.promptTokens();
        double[] told = new double[world.costs().told()];
        if (outcomes > 0) {
            told[0] = judged;
        }
        tell(told, number, chance * tokens, chance * prompt, 0);
        return new ExpectedSpending(
                chance,
                chance * problem.steps(),
                chance * tokens,
                chance * prompt,
                0,
                judged,
                chance,
                chance * nanos(problem, number) + judged * verifierNanos,
                CallsByVerifier.of(told));
    }

    private void tell(double[] told, int number, double tokens, double fresh, double cached) {
        if (number > 0) {
            int at = outcomes + 3 * (number - 1);
            told[at] = tokens;
            told[at + 1] = fresh;
            told[at + 2] = cached;
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
