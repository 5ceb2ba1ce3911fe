package overthink.core.trial;

import java.util.Arrays;
import overthink.core.api.Resource;
import overthink.core.experiment.Budgets;
import overthink.core.law.cost.Costs;
import overthink.core.model.Model;

/**
 * What is paid: the ledger, and the checkpoints of the budgets. A charge that would cross a checkpoint closes it first, with
 * what was committed before; what no budget pays for is refused. Knows what things cost, and no truth.
 */
final class Meter {

    private static final double ONE_SIDED_95 = 1.6448536269514722;

    final Ledger ledger;

    /** Whether budgets bound steps or generations, so that nothing else is charged to them. */
    final boolean bySteps;

    private final Budgets budgets;
    private final Resource metered;
    private final Model model;
    private final Grader grader;
    /** The budgets of what is counted one by one, those of generations in steps. */
    private final long[] checkpoints;
    /** The budgets of what is measured. */
    private final double[] measured;
    /** How many whole candidates each checkpoint pays for, where it counts steps. */
    private final long[] wholesPaid;

    private long mostSteps;
    private int steps = 1;
    private long promptTokens;
    private int tokensPerStep;
    private double nanosPerStep;
    private double nanosPerSolution;
    /** By policy, where all its steps are alike; NaN until it is reckoned for the problem in hand. */
    private final double[] nanosPerStepOf;

    private final double[] nanosPerSolutionOf;

    private int next;
    private int last;

    Meter(Costs costs, Budgets budgets, Model model, Grader grader) {
        this.budgets = budgets;
        this.model = model;
        this.grader = grader;
        bySteps = budgets.resource() == Resource.GENERATIONS || budgets.resource() == Resource.STEPS;
        metered = bySteps ? Resource.STEPS : budgets.resource();
        ledger = new Ledger(costs);
        checkpoints = new long[budgets.size()];
        measured = new double[budgets.size()];
        wholesPaid = new long[budgets.size()];
        nanosPerStepOf = new double[model.policies()];
        nanosPerSolutionOf = new double[model.policies()];
    }

    /** Turns to the problem that the model has turned to. */
    void turnTo() {
        steps = model.steps();
        for (int i = 0; i < checkpoints.length; i++) {
            checkpoints[i] = budgets.counted(i, steps);
            measured[i] = budgets.measured(i);
            wholesPaid[i] = checkpoints[i] / steps;
        }
        mostSteps = bySteps ? Long.MAX_VALUE : budgets.generations() * steps;
        Arrays.fill(nanosPerStepOf, Double.NaN);
        actBy(0);
    }

    /** From here on the work of the policy of a number is charged, to which the model has turned. */
    void actBy(int number) {
        ledger.actBy(number);
        promptTokens = model.promptTokens();
        tokensPerStep = model.tokensPerStep();
        if (tokensPerStep != Model.VARIABLE) {
            if (Double.isNaN(nanosPerStepOf[number])) {
                nanosPerStepOf[number] = ledger.nanos(tokensPerStep);
                nanosPerSolutionOf[number] = ledger.nanos((long) tokensPerStep * steps);
            }
            nanosPerStep = nanosPerStepOf[number];
            nanosPerSolution = nanosPerSolutionOf[number];
        }
    }

    /** What the policy reads with every call has changed. */
    void turnPage() {
        ledger.work.turnPage();
        promptTokens = model.promptTokens();
    }

    /** Begins a trial that serves the budgets from {@code first} to {@code lastBudget}. */
    void begin(int first, int lastBudget) {
        next = first;
        last = lastBudget;
        ledger.reset(steps);
        promptTokens = model.promptTokens();
    }

    /** Ends the trial: closes the checkpoints not reached. */
    void end() {
        while (next <= last) {
            close();
        }
    }

    private void close() {
        grader.close(next, ledger);
        next++;
    }

    /** The last budget that the trial serves. */
    double lastBudget() {
        return budgets.values().get(last);
    }

    Resource resource() {
        return budgets.resource();
    }

    /** Whether every step costs the same, and budgets count steps: many can then be paid at once. */
    boolean alike() {
        return bySteps && tokensPerStep != Model.VARIABLE;
    }

    /** What was spent of what the budgets bound. */
    long spentOfMetered() {
        return ledger.spent(metered);
    }

    // ---- policy calls ----

    /** {@link #payable(int, int)} of whole candidates while there is nothing else. */
    int payableWholes(int want) {
        while (true) {
            long room = wholesPaid[next] - model.size();
            if (room > 0) {
                return (int) Math.min(want, room);
            }
            if (next == last) {
                return 0;
            }
            close();
        }
    }

    /** How many of {@code want} units of {@code stepsEach} the open checkpoint pays, closing those that pay none. */
    int payable(int want, int stepsEach) {
        while (true) {
            long room = checkpoints[next] - ledger.steps;
            if (room >= (long) want * stepsEach) {
                return want;
            }
            if (room >= stepsEach) {
                return (int) (room / stepsEach);
            }
            if (next == last) {
                return 0;
            }
            close();
        }
    }

    /**
     * Whether one policy call can be paid, and {@code calls} verifier calls after it, closing the checkpoints that they
     * would cross.
     *
     * @param begins whether a sample begins, rather than goes on
     */
    boolean payable(int addedSteps, long tokens, long calls, boolean continues, boolean begins) {
        while (!fits(addedSteps, tokens, calls, continues, begins)) {
            if (next == last) {
                return false;
            }
            close();
        }
        return true;
    }

    boolean fits(int addedSteps, long tokens, long calls, boolean continues, boolean begins) {
        return fits(addedSteps, tokens, calls, continues, begins, 0);
    }

    /** {@link #payable} of a step after another policy's, of which so much is read first. */
    boolean payableHandover(long tokens, long read) {
        while (!fits(1, tokens, 0, false, false, read)) {
            if (next == last) {
                return false;
            }
            close();
        }
        return true;
    }

    /** Charges a step after another policy's. */
    void chargeHandover(long tokens, long read) {
        ledger.work.readTokens += read;
        charge(1, 1, tokens, ledger.nanos(tokens) + ledger.transferNanos(), false, 0);
    }

    private boolean fits(int addedSteps, long tokens, long calls, boolean continues, boolean begins, long handedOver) {
        long more = begins && ledger.work.samples > 0 ? promptTokens : 0;
        return ledger.steps + addedSteps <= mostSteps
                && ledger.pays(
                        metered,
                        checkpoints[next],
                        measured[next],
                        addedSteps,
                        tokens,
                        calls,
                        promptTokens + ledger.work.readTokens + handedOver,
                        ledger.work.cached() + more,
                        handedOver > 0 ? ledger.transferNanos() : 0,
                        continues);
    }

    // ---- policy calls that read candidates ----

    /**
     * Whether a whole candidate can be paid that comes of reading {@code read} tokens beside the prompt, closing the checkpoints
     * that it would cross.
     *
     * @param again of them, those that follow the prompt and that the call before read likewise
     * @param others whether some were made by another policy
     */
    boolean payableReading(long tokens, long read, long again, boolean others) {
        if (bySteps) {
            return payable(1, steps) == 1;
        }
        while (!fitsReading(tokens, read, again, others)) {
            if (next == last) {
                return false;
            }
            close();
        }
        return true;
    }

    private boolean fitsReading(long tokens, long read, long again, boolean others) {
        long recalled = recalled(again);
        return ledger.steps + steps <= mostSteps
                && ledger.pays(
                        metered,
                        checkpoints[next],
                        measured[next],
                        steps,
                        tokens,
                        0,
                        promptTokens + ledger.work.readTokens + promptTokens + read - recalled,
                        ledger.work.cached() + recalled,
                        others ? ledger.transferNanos() : 0,
                        false);
    }

    /** Charges a whole candidate that comes of reading, as in {@link #payableReading}. */
    void chargeReading(long tokens, long read, long again, boolean others) {
        long recalled = recalled(again);
        ledger.work.readTokens += promptTokens + read - recalled;
        ledger.work.recalledTokens += recalled;
        double wait = others ? ledger.transferNanos() : 0;
        boolean alike = tokensPerStep != Model.VARIABLE && tokens == (long) tokensPerStep * steps;
        charge(1, steps, tokens, (alike ? nanosPerSolution : ledger.nanos(tokens)) + wait, false, 0);
    }

    /** What comes from the cache of a call that reads the prompt and, after it, so much of what was read before. */
    private long recalled(long again) {
        return ledger.work.caching ? promptTokens + again : 0;
    }

    /** Charges an idea, or a look at the signal, which make no node. */
    void chargeIdea(long tokens) {
        ledger.work.samples++;
        ledger.work.tokens += tokens;
        ledger.work.promptTokens = promptTokens;
        ledger.timeline.idea(ledger.nanos(tokens));
    }

    /** Charges whole candidates that are alike. */
    void chargeWholes(int count, boolean continues) {
        charge(count, steps, (long) tokensPerStep * steps, nanosPerSolution, continues, count);
    }

    /**
     * Charges steps that are alike.
     *
     * @param begun how many of them begin a sample
     */
    void chargeSteps(int count, boolean continues, int begun) {
        charge(count, 1, tokensPerStep, nanosPerStep, continues, begun);
    }

    /**
     * Charges one policy call.
     *
     * @param begins whether a sample begins, rather than goes on
     */
    void charge(int callSteps, long tokens, boolean continues, boolean begins) {
        charge(1, callSteps, tokens, ledger.nanos(tokens), continues, begins ? 1 : 0);
    }

    private void charge(long calls, int stepsEach, long tokensEach, double nanosEach, boolean continues, int begun) {
        PolicyWork work = ledger.work;
        work.samples += begun;
        work.tokens += calls * tokensEach;
        work.promptTokens = promptTokens;
        ledger.steps += calls * stepsEach;
        ledger.timeline.policy(calls, nanosEach, continues);
    }

    // ---- verifier calls ----

    /** From here on verifier calls are charged as the outcome verifier of a number charges. */
    void judgeBy(int number) {
        ledger.judgeBy(number);
    }

    /** From here on verifier calls are those of the outcome verifier that is asked, or of others again. */
    void ofOutcome(boolean outcome) {
        if (ledger.tellsOutcomes()) {
            ledger.chargeOutcome(outcome);
        }
    }

    /** How many of {@code want} verifier calls, issued together, are paid. */
    int chargeVerifier(int want) {
        if (bySteps) {
            ledger.verified(want);
            return want;
        }
        for (int done = 0; done < want; done++) {
            while (!ledger.paysVerify(metered, checkpoints[next], measured[next])) {
                if (next == last) {
                    ledger.timeline.forgetAnnounced();
                    return done;
                }
                close();
            }
            ledger.verified(1);
        }
        return want;
    }

    // ---- limits ----

    /** How many whole candidates the last budget pays for, where it counts steps. */
    long wholesInAll() {
        return wholesPaid[last];
    }

    /** What may be spent at most of a resource; {@link Long#MAX_VALUE} for one that is not bounded. */
    long limit(Resource resource) {
        if (resource == budgets.resource()) {
            return resource == Resource.GENERATIONS ? most(checkpoints[last] / steps) : budgets.amount(last);
        }
        if (bySteps) {
            return switch (resource) {
                case GENERATIONS -> most(checkpoints[last] / steps);
                case STEPS -> checkpoints[last];
                default -> Long.MAX_VALUE;
            };
        }
        return resource == Resource.GENERATIONS ? solutions(0, 0) : Long.MAX_VALUE;
    }

    private long most(long candidates) {
        return Math.min(candidates, model.most());
    }

    /** How many solutions side by side the last budget pays for, with their verifier calls. */
    long solutions(int callsPerStep, int callsPerCandidate) {
        if (bySteps) {
            return limit(Resource.GENERATIONS);
        }
        long low = 0;
        long high = most(budgets.generations());
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (expectedWithin(middle, callsPerStep, middle * callsPerCandidate)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Whether the last budget pays for candidates side by side, and for verifier calls on all of them together. */
    boolean pays(long candidates, long calls) {
        if (bySteps) {
            return candidates <= limit(Resource.GENERATIONS);
        }
        return candidates <= most(budgets.generations()) && expectedWithin(candidates, 0, calls);
    }

    /**
     * Whether the last budget pays for {@code count} solutions grown side by side, with {@code callsAtEnd} verifier calls on
     * all of them together in the end; where tokens vary, with a probability of about 95 %.
     */
    private boolean expectedWithin(long count, int callsPerStep, long callsAtEnd) {
        boolean stepwise = callsPerStep > 0;
        double draws = (double) count * steps;
        double tokens = draws * model.meanTokens() + ONE_SIDED_95 * Math.sqrt(draws * model.tokenVariance());
        double calls = draws * callsPerStep + callsAtEnd;
        double[] expectedCalls = ledger.expectedCalls(calls);
        double spent = switch (metered) {
            case GENERATIONS, STEPS -> draws;
            case TOKENS -> tokens;
            case INPUT_TOKENS ->
                ledger.expectedInputTokens(promptTokens, (count - 1) * (double) promptTokens, calls, expectedCalls);
            case VERIFIER_CALLS -> calls;
            case ROUNDS -> stepwise ? steps : 1;
            case FLOPS -> ledger.expectedFlops(promptTokens, tokens, calls, expectedCalls);
            case USD ->
                ledger.expectedMicroDollars(
                        promptTokens, (count - 1) * (double) promptTokens, tokens, calls, expectedCalls);
            case LATENCY -> {
                int stages = stepwise ? steps : 1;
                double tokensEach = tokens / ((double) count * stages);
                double longest = tokensPerStep != Model.VARIABLE
                        ? tokensPerStep
                        : model.tokenQuantile(1 - 0.05 / Math.max(1, draws));
                ofOutcome(!stepwise);
                double nanos = ledger.timeline.expectedNanos(
                        count,
                        stages,
                        ledger.nanos(tokensEach),
                        ledger.nanos(stepwise ? longest : longest * steps),
                        callsPerStep,
                        callsAtEnd);
                ofOutcome(false);
                yield nanos;
            }
        };
        return switch (metered) {
            case GENERATIONS, STEPS, TOKENS, INPUT_TOKENS, VERIFIER_CALLS, ROUNDS -> spent <= checkpoints[last];
            case FLOPS, USD, LATENCY -> spent <= measured[last];
        };
    }
}
