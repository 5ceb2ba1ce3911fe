package overthink.core.trial;

import java.util.Arrays;
import overthink.core.api.Resource;
import overthink.core.law.cost.Costs;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Tariff;

/** What one trial has spent. */
public final class Ledger {

    private static final double TOKENS_PER_PRICE = 1e6;

    // of what is told of a policy beside the first
    private static final int GENERATED = 0;
    private static final int FRESH = 1;
    private static final int CACHED = 2;

    final Timeline timeline;
    long steps;
    long verifierCalls;
    /** Those of the verifier calls that are of outcome verifiers that cost something else than others. */
    final OutcomeCalls outcomeCalls;

    /** What the policy whose work is done has read and generated. */
    PolicyWork work;

    /** By policy. */
    private final PolicyWork[] works;

    /** Whether there is one policy, whose work is then all there is: sums over one would cost every checkpoint a loop. */
    private final boolean alone;

    private final double transferNanos;
    private final double flopsPerCall;
    /** Dollars for a million times the thing. */
    private final double perCall;

    private final int tokensPerCall;
    private long stepsPerSolution = 1;

    /** The outcome verifier that is asked, or would be. */
    private int outcome;

    /** Whose verifier calls are made: an outcome verifier's that costs something else than others, or {@link OutcomeCalls#OTHERS}. */
    private int charging = OutcomeCalls.OTHERS;

    /** The ledger of a world of such costs; nothing is spent yet. */
    public Ledger(Costs costs) {
        works = new PolicyWork[1 + costs.others().size()];
        Arrays.setAll(works, number -> new PolicyWork(costs.policy(number)));
        work = works[0];
        alone = works.length == 1;
        transferNanos = costs.transfer() * Latency.NANOS_A_SECOND;
        Tariff verifier = costs.verifier();
        tokensPerCall = costs.tokensPerCall();
        flopsPerCall = 2 * verifier.parameters() * tokensPerCall;
        perCall = verifier.price().input() * tokensPerCall;
        outcomeCalls = new OutcomeCalls(costs.outcomes());
        timeline = new Timeline(
                Arrays.stream(works).map(one -> one.latency).toList(),
                verifier.latency(),
                costs.tokensPerCall(),
                costs.outcomes());
    }

    void reset(int stepsOfOneSolution) {
        stepsPerSolution = stepsOfOneSolution;
        steps = 0;
        verifierCalls = 0;
        for (PolicyWork one : works) {
            one.clear();
        }
        outcomeCalls.clear();
        timeline.reset();
    }

    /** From here on what is read and generated is the work of the policy of a number. */
    void actBy(int number) {
        work = works[number];
        timeline.actBy(number);
    }

    /** All tokens generated. */
    long tokens() {
        if (alone) {
            return work.tokens;
        }
        long sum = 0;
        for (PolicyWork one : works) {
            sum += one.tokens;
        }
        return sum;
    }

    /** An amount that is told apart, as {@link Costs#told} has them in order. */
    long told(int index) {
        int calls = outcomeCalls.counts.length;
        if (index < calls) {
            return outcomeCalls.counts[index];
        }
        PolicyWork one = works[1 + (index - calls) / Costs.TOLD_OF_POLICY];
        return switch ((index - calls) % Costs.TOLD_OF_POLICY) {
            case 0 -> one.tokens;
            case 1 -> one.fresh();
            default -> one.cached();
        };
    }

    /** From here on the outcome verifier that is asked is that of a number. */
    void judgeBy(int number) {
        outcome = number;
    }

    /** Whether some outcome verifier's calls cost something else than others. */
    boolean tellsOutcomes() {
        return outcomeCalls.told();
    }

    /** From here on verifier calls are those of the outcome verifier that is asked, or of others again. */
    void chargeOutcome(boolean ofOutcome) {
        charging = ofOutcome ? expected() : OutcomeCalls.OTHERS;
        timeline.turnTo(charging);
    }

    /** Whose calls are reckoned with before they are made: those of the outcome verifier that is asked, where they are told from others'. */
    private int expected() {
        return outcomeCalls.told() ? outcome : OutcomeCalls.OTHERS;
    }

    /** Charges verifier calls that are paid. */
    void verified(long calls) {
        verifierCalls += calls;
        outcomeCalls.add(charging, calls);
        timeline.verify(calls);
    }

    /** All tokens that the policies read, but for those from their caches. */
    long freshTokens() {
        if (alone) {
            return work.fresh();
        }
        long sum = 0;
        for (PolicyWork one : works) {
            sum += one.fresh();
        }
        return sum;
    }

    /** All tokens that the policies read from their caches. */
    long cachedTokens() {
        if (alone) {
            return work.cached();
        }
        long sum = 0;
        for (PolicyWork one : works) {
            sum += one.cached();
        }
        return sum;
    }

    /** How long a call of the policy whose work is done takes that generates so many tokens. */
    double nanos(double generated) {
        return work.latency.nanos(generated);
    }

    /** How long it takes until a policy has what another one made. */
    double transferNanos() {
        return transferNanos;
    }

    /** What was spent, in the whole units of {@link Resource}, as far as a long goes. */
    long spent(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> steps / stepsPerSolution;
            case STEPS -> steps;
            case TOKENS -> tokens();
            case INPUT_TOKENS -> inputTokensAfter(work.fresh() + work.cached(), charging, 0);
            case VERIFIER_CALLS -> verifierCalls;
            case ROUNDS -> timeline.rounds();
            case LATENCY -> (long) timeline.nanos();
            case FLOPS -> (long) flopsAfter(work.fresh(), work.tokens, charging, 0);
            case USD -> Math.round(1e9 * usd());
        };
    }

    /**
     * Whether what is spent after one more policy call, and {@code calls} more verifier calls on what the round made, is
     * within a budget.
     *
     * @param counted the budget of what is counted one by one
     * @param measured the budget of what is measured
     * @param fresh all tokens that the policy whose work is done has read then, but for those from its cache
     * @param cached all tokens that it has read from its cache then
     * @param waitNanos what passes before the call begins
     */
    boolean pays(
            Resource resource,
            long counted,
            double measured,
            long addedSteps,
            long addedTokens,
            long calls,
            long fresh,
            long cached,
            double waitNanos,
            boolean continues) {
        return switch (resource) {
            case GENERATIONS, STEPS -> steps + addedSteps <= counted;
            case TOKENS -> tokens() + addedTokens <= counted;
            case INPUT_TOKENS -> inputTokensAfter(fresh + cached, expected(), calls) <= counted;
            case VERIFIER_CALLS -> verifierCalls + calls <= counted;
            case ROUNDS -> timeline.roundsAfterPolicy(continues) <= counted;
            case LATENCY -> nanosAfter(nanos(addedTokens) + waitNanos, calls, continues) <= measured;
            case FLOPS -> flopsAfter(fresh, work.tokens + addedTokens, expected(), calls) <= measured;
            case USD -> microDollarsAfter(fresh, cached, work.tokens + addedTokens, expected(), calls) <= measured;
        };
    }

    /** Whether what is spent after one more of the verifier calls issued is within a budget, as in {@link #pays}. */
    boolean paysVerify(Resource resource, long counted, double measured) {
        return switch (resource) {
            case GENERATIONS, STEPS, TOKENS, ROUNDS -> true;
            case INPUT_TOKENS -> inputTokensAfter(work.fresh() + work.cached(), charging, 1) <= counted;
            case VERIFIER_CALLS -> verifierCalls + 1 <= counted;
            case LATENCY -> timeline.nanosAfterVerify() <= measured;
            case FLOPS -> flopsAfter(work.fresh(), work.tokens, charging, 1) <= measured;
            case USD -> microDollarsAfter(work.fresh(), work.cached(), work.tokens, charging, 1) <= measured;
        };
    }

    private double nanosAfter(double nanosOfCall, long calls, boolean continues) {
        timeline.turnTo(expected());
        double nanos = timeline.nanosAfter(nanosOfCall, calls, continues);
        timeline.turnTo(charging);
        return nanos;
    }

    /** Verifier calls that are not told apart, after so many more of somebody. */
    private long othersAfter(int by, long more) {
        return verifierCalls - outcomeCalls.inAll() + (by == OutcomeCalls.OTHERS ? more : 0);
    }

    private long inputTokensAfter(long read, int by, long more) {
        long readByOthers = 0;
        for (PolicyWork one : works) {
            readByOthers += one == work ? 0 : one.fresh() + one.cached();
        }
        return read + readByOthers + tokensPerCall * othersAfter(by, more) + outcomeCalls.tokensAfter(by, more);
    }

    private double flopsAfter(long fresh, long generated, int by, long more) {
        double ofOthers = 0;
        for (PolicyWork one : works) {
            ofOthers += one == work ? 0 : one.flops(one.fresh(), one.tokens);
        }
        return flops(work, fresh, generated, othersAfter(by, more)) + ofOthers + outcomeCalls.flopsAfter(by, more);
    }

    private double microDollarsAfter(long fresh, long cached, long generated, int by, long more) {
        double ofOthers = 0;
        for (PolicyWork one : works) {
            ofOthers += one == work ? 0 : one.microDollars(one.fresh(), one.cached(), one.tokens);
        }
        return microDollars(work, fresh, cached, generated, othersAfter(by, more))
                + ofOthers
                + outcomeCalls.microDollarsAfter(by, more);
    }

    /** Dollars spent so far. */
    double usd() {
        return microDollarsAfter(work.fresh(), work.cached(), work.tokens, charging, 0) / TOKENS_PER_PRICE;
    }

    /** So many calls of the outcome verifier that is asked, among the amounts told apart. */
    double[] expectedCalls(double calls) {
        return outcomeCalls.only(expected(), calls);
    }

    /** Tokens read of so many that the policy whose work is done reads, and so many verifier calls, alone. */
    double expectedInputTokens(double fresh, double cached, double calls, double[] ofOutcomes) {
        return fresh + cached + tokensPerCall * others(calls, ofOutcomes) + outcomeCalls.tokens(ofOutcomes);
    }

    /** Floating-point operations of so many tokens of the policy whose work is done, and so many verifier calls, alone. */
    double expectedFlops(double fresh, double generated, double calls, double[] ofOutcomes) {
        return flops(work, fresh, generated, others(calls, ofOutcomes)) + outcomeCalls.flops(ofOutcomes);
    }

    /**
     * Millionths of a dollar of so many tokens of the policy whose work is done, and so many verifier calls, alone; a price of any
     * size, times a whole number, is no less than the price.
     */
    double expectedMicroDollars(double fresh, double cached, double generated, double calls, double[] ofOutcomes) {
        return microDollars(work, fresh, cached, generated, others(calls, ofOutcomes))
                + outcomeCalls.microDollars(ofOutcomes);
    }

    /**
     * All tokens read, of so many that the policies read, afresh and from their caches, and so many verifier calls.
     *
     * @param calls in all
     * @param told what of all that is told apart, as {@link Costs#told} has it in order
     */
    public double inputTokens(double fresh, double cached, double calls, double[] told) {
        return fresh + cached + tokensPerCall * others(calls, told) + outcomeCalls.tokens(told);
    }

    /** The floating-point operations of so many tokens read afresh and generated, and verifier calls as in {@link #inputTokens}. */
    public double flops(double fresh, double generated, double calls, double[] told) {
        double ofFirst = works[0].flops(fresh - told(told, FRESH), generated - told(told, GENERATED));
        double sum = ofFirst + flopsPerCall * others(calls, told) + outcomeCalls.flops(told);
        for (int i = 1; i < works.length; i++) {
            sum += works[i].flops(told(told, i, FRESH), told(told, i, GENERATED));
        }
        return sum;
    }

    /** The dollars of so many tokens read afresh, read from the cache and generated, and verifier calls as in {@link #inputTokens}. */
    public double usd(double fresh, double cached, double generated, double calls, double[] told) {
        double sum = works[0].microDollars(
                        fresh - told(told, FRESH), cached - told(told, CACHED), generated - told(told, GENERATED))
                + perCall * others(calls, told)
                + outcomeCalls.microDollars(told);
        for (int i = 1; i < works.length; i++) {
            sum += works[i].microDollars(told(told, i, FRESH), told(told, i, CACHED), told(told, i, GENERATED));
        }
        return sum / TOKENS_PER_PRICE;
    }

    /** The dollars of what goes to a policy, of so many tokens as in {@link #usd}. */
    public double usdOfPolicy(int number, double fresh, double cached, double generated, double[] told) {
        return works[number].microDollars(
                        ofPolicy(number, fresh, told, FRESH),
                        ofPolicy(number, cached, told, CACHED),
                        ofPolicy(number, generated, told, GENERATED))
                / TOKENS_PER_PRICE;
    }

    /** The floating-point operations of a policy, of so many tokens as in {@link #flops}. */
    public double flopsOfPolicy(int number, double fresh, double generated, double[] told) {
        return works[number].flops(ofPolicy(number, fresh, told, FRESH), ofPolicy(number, generated, told, GENERATED));
    }

    /** The dollars of what a policy reads, as in {@link #usdOfPolicy}. */
    public double usdOfReading(int number, double fresh, double cached, double[] told) {
        return works[number].microDollars(
                        ofPolicy(number, fresh, told, FRESH), ofPolicy(number, cached, told, CACHED), 0)
                / TOKENS_PER_PRICE;
    }

    /** The dollars of what a policy generates, as in {@link #usdOfPolicy}. */
    public double usdOfGenerating(int number, double generated, double[] told) {
        return works[number].microDollars(0, 0, tokensOfPolicy(number, generated, told)) / TOKENS_PER_PRICE;
    }

    /** The floating-point operations of what a policy reads, as in {@link #flopsOfPolicy}. */
    public double flopsOfReading(int number, double fresh, double[] told) {
        return works[number].flops(ofPolicy(number, fresh, told, FRESH), 0);
    }

    /** The floating-point operations of what a policy generates, as in {@link #flopsOfPolicy}. */
    public double flopsOfGenerating(int number, double generated, double[] told) {
        return works[number].flops(0, tokensOfPolicy(number, generated, told));
    }

    /** The tokens that a policy generated, of so many. */
    public double tokensOfPolicy(int number, double generated, double[] told) {
        return ofPolicy(number, generated, told, GENERATED);
    }

    /** The dollars of an outcome verifier whose calls are told apart, as in {@link #usd}. */
    public double usdOfOutcome(int number, double[] told) {
        return outcomeCalls.microDollars(number, told) / TOKENS_PER_PRICE;
    }

    /** The floating-point operations of such an outcome verifier. */
    public double flopsOfOutcome(int number, double[] told) {
        return outcomeCalls.flops(number, told);
    }

    /** The dollars of the verifier calls that are not told apart, as in {@link #usd}. */
    public double usdOfOthers(double calls, double[] told) {
        return perCall * others(calls, told) / TOKENS_PER_PRICE;
    }

    /** The floating-point operations of the verifier calls that are not told apart. */
    public double flopsOfOthers(double calls, double[] told) {
        return flopsPerCall * others(calls, told);
    }

    /** What is a policy's of an amount in all: of the first what is told of no other. */
    private double ofPolicy(int number, double inAll, double[] told, int amount) {
        return number == 0 ? inAll - told(told, amount) : told(told, number, amount);
    }

    /** What is told of a policy beside the first; 0 where nobody tells policies apart. */
    private double told(double[] told, int policy, int amount) {
        int at = outcomeCalls.counts.length + (policy - 1) * Costs.TOLD_OF_POLICY + amount;
        return at < told.length ? told[at] : 0;
    }

    /** The sum of what is told of the policies beside the first. */
    private double told(double[] told, int amount) {
        double sum = 0;
        for (int i = 1; i < works.length; i++) {
            sum += told(told, i, amount);
        }
        return sum;
    }

    /** Verifier calls that are not told apart. */
    private double others(double calls, double[] told) {
        double others = calls;
        for (int i = 0; i < Math.min(told.length, outcomeCalls.counts.length); i++) {
            others -= told[i];
        }
        return others;
    }

    private double flops(PolicyWork by, double fresh, double generated, double others) {
        return by.flops(fresh, generated) + flopsPerCall * others;
    }

    private double microDollars(PolicyWork by, double fresh, double cached, double generated, double others) {
        return by.microDollars(fresh, cached, generated) + perCall * others;
    }
}
