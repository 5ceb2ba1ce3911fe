package overthink.core.results;

import overthink.core.api.Resource;
import overthink.core.estimate.Cost;
import overthink.core.estimate.ProblemFacts;
import overthink.core.estimate.Quantity;
import overthink.core.law.cost.Costs;
import overthink.core.law.cost.Latency;
import overthink.core.model.DrawnWorld;
import overthink.core.route.ExpectedSpending;
import overthink.core.trial.Ledger;
import overthink.core.trial.Tally;

/** Makes mean costs of sums. Problems are added up in their order, so the last digit is the same on every run. */
public final class CostMaker {

    private final Costs costs;
    private final DrawnWorld drawn;
    private final Ledger prices;

    public CostMaker(Costs costs, DrawnWorld drawn) {
        this.costs = costs;
        this.drawn = drawn;
        prices = new Ledger(costs);
    }

    /** What tells the problems apart. */
    ProblemFacts facts() {
        return new DrawnFacts(drawn);
    }

    /** Dollars of what is spent. */
    double usd(ExpectedSpending spending) {
        return prices.usd(
                spending.promptTokens(),
                spending.cachedTokens(),
                spending.tokens(),
                spending.verifierCalls(),
                spending.outcomeCalls().toArray());
    }

    /** Whether a call takes longer, the more tokens it generates. */
    boolean timedByTokens() {
        return costs.policy().latency().perToken() > 0;
    }

    /** Whether generated tokens are paid for. */
    boolean pricedByTokens() {
        return costs.policy().price().output() > 0;
    }

    /** The mean of spendings that weigh {@code size} together and whose sum is {@code total}. */
    public Cost of(ExpectedSpending total, double size) {
        double prompt = total.promptTokens() / size;
        double cached = total.cachedTokens() / size;
        double tokens = total.tokens() / size;
        double calls = total.verifierCalls() / size;
        double[] told = total.outcomeCalls().times(1 / size).toArray();
        return new Cost(
                total.generations() / size,
                total.steps() / size,
                tokens,
                prices.inputTokens(prompt, cached, calls, told),
                calls,
                total.rounds() / size,
                total.nanos() / size / Latency.NANOS_A_SECOND,
                prices.flops(prompt, tokens, calls, told),
                prices.usd(prompt, cached, tokens, calls, told));
    }

    /** The mean over {@code trials} trials on each of some problems. */
    public Cost of(Tally tally, int[] problems, int budget, long trials) {
        double total = (double) trials * problems.length;
        double generations = 0;
        for (int problem : problems) {
            generations += tally.value(problem, budget, Tally.STEPS) / drawn.steps(problem);
        }
        double prompt = tally.sum(problems, budget, Tally.PROMPT_TOKENS) / total;
        double cached = tally.sum(problems, budget, Tally.CACHED_TOKENS) / total;
        double tokens = tally.sum(problems, budget, Tally.TOKENS) / total;
        double calls = tally.sum(problems, budget, Tally.VERIFIER_CALLS) / total;
        double[] told = new double[tally.told()];
        for (int i = 0; i < told.length; i++) {
            told[i] = tally.sum(problems, budget, Tally.TOLD + i) / total;
        }
        return new Cost(
                generations / total,
                tally.sum(problems, budget, Tally.STEPS) / total,
                tokens,
                prices.inputTokens(prompt, cached, calls, told),
                calls,
                tally.sum(problems, budget, Tally.ROUNDS) / total,
                tally.sum(problems, budget, Tally.NANOS) / total / Latency.NANOS_A_SECOND,
                prices.flops(prompt, tokens, calls, told),
                prices.usd(prompt, cached, tokens, calls, told));
    }

    /**
     * Puts amounts where {@link Quantity} has what is spent.
     *
     * @param stepsPerSolution of the problem on which they were spent
     * @param told what of all that is told apart, as {@link Costs#told} has it in order
     */
    void put(
            double steps,
            double tokens,
            double promptTokens,
            double cachedTokens,
            double verifierCalls,
            double rounds,
            double nanos,
            int stepsPerSolution,
            double[] told,
            double[] into) {
        into[Quantity.GENERATIONS.ordinal()] = steps / stepsPerSolution;
        into[Quantity.STEPS.ordinal()] = steps;
        into[Quantity.TOKENS.ordinal()] = tokens;
        into[Quantity.INPUT_TOKENS.ordinal()] = prices.inputTokens(promptTokens, cachedTokens, verifierCalls, told);
        into[Quantity.VERIFIER_CALLS.ordinal()] = verifierCalls;
        into[Quantity.ROUNDS.ordinal()] = rounds;
        into[Quantity.LATENCY.ordinal()] = nanos / Latency.NANOS_A_SECOND;
        into[Quantity.FLOPS.ordinal()] = prices.flops(promptTokens, tokens, verifierCalls, told);
        into[Quantity.USD.ordinal()] = prices.usd(promptTokens, cachedTokens, tokens, verifierCalls, told);
    }

    /** Puts the parts of a cost where {@link Quantity} has them. */
    static void put(Cost cost, double[] into) {
        for (Resource resource : Resource.values()) {
            into[Quantity.of(resource).ordinal()] = cost.of(resource);
        }
    }
}
