package overthink.core.solve.declared;

import java.util.Optional;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.CallsByVerifier;
import overthink.core.route.ExpectedSpending;
import overthink.core.world.Problem;
import overthink.core.world.VerifierPanel;

/** What strategies of whole candidates spend, as the ledger and timeline of a trial would charge it. */
public final class SpendingLaw {

    private final double meanTokens;
    private final boolean constantTokens;
    private final Latency latency;
    private final double verifierNanos;
    private final int verifierConcurrency;
    private final boolean caching;
    /** How many outcome verifiers cost something of their own; all calls are of the first. */
    private final int outcomes;

    /** What is spent in a world. */
    public SpendingLaw(SyntheticWorld world) {
        CountLaw tokens = world.policy().tokensPerStep();
        meanTokens = tokens.mean();
        constantTokens = tokens.constant();
        latency = world.policy().tariff().latency();
        VerifierPanel panel = world.verifiers().panel();
        outcomes = panel.size();
        Latency verifier = outcomes > 0
                ? panel.members().get(0).tariff().latency()
                : world.verifiers().tariff().latency();
        verifierNanos = outcomes > 0
                ? panel.members().get(0).cost().nanos()
                : verifier.nanos(world.verifiers().tokensPerCall());
        verifierConcurrency = verifier.concurrency();
        caching = world.costs().cachesPrefixes();
    }

    /** Why the mean of what candidates one after the other spend is not known. */
    public static Optional<String> obstacleOneByOne(SyntheticWorld world) {
        return world.policy().tokensPerStep() instanceof CountLaw.LogNormalCount
                ? Optional.of(
                        "tokens-per-step are log-normal, and the mean of the whole numbers drawn has no closed form")
                : Optional.empty();
    }

    /** Why the mean of what candidates side by side spend is not known. */
    public static Optional<String> obstacleTogether(SyntheticWorld world) {
        if (!world.policy().tokensPerStep().constant()
                && world.policy().tariff().latency().perToken() > 0) {
            return Optional.of("tokens-per-step vary, and the latency of calls side by side is that of the longest");
        }
        return obstacleOneByOne(world);
    }

    /**
     * {@code candidates} that run together in one round, and then their verifier calls.
     *
     * @param callsEach verifier calls for each candidate
     */
    public ExpectedSpending together(Problem problem, long candidates, int callsEach) {
        if (candidates == 0) {
            return ExpectedSpending.NOTHING;
        }
        double waves = Math.ceil((double) candidates / latency.concurrency());
        double calls = (double) candidates * callsEach;
        double nanos = waves * nanosEach(problem) + Math.ceil(calls / verifierConcurrency) * verifierNanos;
        return spending(problem, candidates, calls, 1, nanos);
    }

    /**
     * Candidates one after the other, each with its verifier calls.
     *
     * @param candidates how many on average, at least 1
     */
    public ExpectedSpending oneByOne(Problem problem, double candidates, int callsEach) {
        double nanos = nanosEach(problem) + Math.ceil((double) callsEach / verifierConcurrency) * verifierNanos;
        return spending(problem, candidates, candidates * callsEach, candidates, candidates * nanos);
    }

    /**
     * Candidates in rounds that wait for one another, those of a round side by side, without verifier calls.
     *
     * @param candidates how many on average, at least 1
     * @param rounds how many on average
     * @param waves of candidates that run together, how many on average
     */
    public ExpectedSpending inRounds(Problem problem, double candidates, double rounds, double waves) {
        return spending(problem, candidates, 0, rounds, waves * nanosEach(problem));
    }

    /**
     * Candidates in rounds that wait for one another, those of a round side by side, then a verifier call on each of them.
     *
     * @param candidates how many on average, at least 1
     * @param rounds how many on average
     * @param waves of candidates that run together, how many on average
     * @param verifierWaves of verifier calls that run together, how many on average
     */
    public ExpectedSpending inVerifiedRounds(
            Problem problem, double candidates, double rounds, double waves, double verifierWaves) {
        double nanos = waves * nanosEach(problem) + verifierWaves * verifierNanos;
        return spending(problem, candidates, candidates, rounds, nanos);
    }

    /**
     * What is read beside by those of the candidates of one spending that are no samples but revisions or merges.
     *
     * @param calls how many of them are, on average
     * @param input tokens that they read, prompts included
     * @param again of those, tokens after the prompt that are in the cache where there is one
     */
    public ExpectedSpending readBy(Problem problem, double calls, double input, double again) {
        double prompts = calls * problem.promptTokens();
        return caching
                ? new ExpectedSpending(0, 0, 0, input - prompts - again, again, 0, 0, 0)
                : new ExpectedSpending(0, 0, 0, input, -prompts, 0, 0, 0);
    }

    /**
     * What is read beside by candidates that have a spending of their own, and are revisions or merges.
     *
     * @param calls how many there are
     * @param read tokens that they read beside prompts
     */
    public ExpectedSpending readApart(Problem problem, double calls, double read) {
        double recalled = caching ? calls * problem.promptTokens() : 0;
        return new ExpectedSpending(0, 0, 0, read - recalled, recalled, 0, 0, 0);
    }

    /**
     * Solutions that grow side by side, a step of all of them a round, and a verifier call on each of its nodes before the next.
     *
     * @param nodes of a step, at least 1
     */
    public ExpectedSpending stepByStep(Problem problem, long nodes) {
        double each = constantTokens ? latency.nanos(meanTokens) : nanos(meanTokens);
        double nanos = Math.ceil((double) nodes / latency.concurrency()) * each
                + Math.ceil((double) nodes / verifierConcurrency) * verifierNanos;
        int steps = problem.steps();
        return spending(problem, nodes, (double) nodes * steps, steps, steps * nanos);
    }

    /** How many candidates run together at most. */
    public int concurrency() {
        return latency.concurrency();
    }

    /** How many verifier calls run together at most. */
    public int verifierConcurrency() {
        return verifierConcurrency;
    }

    private ExpectedSpending spending(Problem problem, double candidates, double calls, double rounds, double nanos) {
        double steps = candidates * problem.steps();
        return new ExpectedSpending(
                candidates,
                steps,
                steps * meanTokens,
                problem.promptTokens(),
                (candidates - 1) * problem.promptTokens(),
                calls,
                rounds,
                nanos,
                CallsByVerifier.of(outcomes, 0, calls));
    }

    private double nanosEach(Problem problem) {
        double tokens = meanTokens * problem.steps();
        return constantTokens ? latency.nanos(tokens) : nanos(tokens);
    }

    private double nanos(double tokens) {
        return (latency.prefill() + latency.perToken() * tokens) * Latency.NANOS_A_SECOND;
    }
}
