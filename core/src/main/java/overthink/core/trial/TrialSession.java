package overthink.core.trial;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.experiment.Budgets;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Fault.Kind;
import overthink.core.law.cost.CountLaw;
import overthink.core.model.Nodes;
import overthink.core.model.ProblemTables;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.TrialAnswers;
import overthink.core.model.TrialScores;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.random.StrategyStream;

/**
 * The one implementation of {@link Session}: draws candidates at their addresses, charges the ledger, closes checkpoints and
 * grades what is committed. A worker has one and reuses it from trial to trial without allocating.
 */
public final class TrialSession implements Session {

    /** The most candidates that {@link #generate(int)} delivers at once. */
    static final int PORTION = Nodes.PORTION;

    /**
     * Calls in a row that spend nothing after which a strategy counts as looping: so many, more for each node, more for each
     * ordered pair of nodes, and this at most. Every pair may be judged in both orders, and every candidate be verified a
     * million times.
     */
    static final long IDLE_LIMIT = 50_000_000;

    static final long IDLE_LIMIT_PER_NODE = 1_000_000;
    static final long IDLE_LIMIT_PER_PAIR = 2;
    static final long IDLE_LIMIT_AT_MOST = 10_000_000_000L;

    /** The number of nodes from which on the limit is the greatest. */
    private static final long MANY_NODES = IDLE_LIMIT_AT_MOST / IDLE_LIMIT_PER_NODE;

    /** Refusals in a row after which a strategy counts as overspending; one for each node is in order. */
    static final long REFUSAL_LIMIT = 100_000;

    private static final double ONE_SIDED_95 = 1.6448536269514722;

    private final Budgets budgets;
    private final Resource metered;
    private final boolean bySteps;
    private final Ledger ledger;
    private final Nodes nodes;
    private final TrialAnswers answers;
    private final TrialScores verdicts;
    private final CountLaw tokenLaw;
    private final boolean constantTokens;
    private final int tokensPerStep;
    private final Site tokenSite = new Site(Purpose.TOKENS);
    private final StrategyStream random = new StrategyStream();

    private ProblemTables scene;
    /** The budgets of what is counted one by one, those of generations in steps. */
    private final long[] checkpoints;
    /** The budgets of what is measured. */
    private final double[] measured;
    /** How many whole candidates each checkpoint pays for, where it counts steps. */
    private final long[] wholesPaid;

    private long mostSteps;
    private double nanosPerStep;
    private double nanosPerSolution;
    private final int[] single = new int[1];

    private Tally tally;
    private int tallyProblem;
    private int next;
    private int last;
    private final int[] committedAt;
    private int committed;
    private boolean covered;
    private long owed;
    private long idle;
    /** How far {@link #idle} may go before somebody looks whether the trial spends. */
    private long idleUntil;

    private long spentWhenLooked;
    private long refused;
    private long paid;

    public TrialSession(SyntheticWorld world, Budgets budgets, ProblemTables scene) {
        this.budgets = budgets;
        this.scene = scene;
        bySteps = budgets.resource() == Resource.GENERATIONS || budgets.resource() == Resource.STEPS;
        metered = bySteps ? Resource.STEPS : budgets.resource();
        ledger = new Ledger(world);
        tokenLaw = world.policy().tokensPerStep();
        constantTokens = tokenLaw.constant();
        tokensPerStep = tokenLaw.min();
        nodes = Nodes.of(world, scene);
        answers = new TrialAnswers(world.policy().wrongAnswers(), nodes);
        verdicts = new TrialScores(world.verifiers(), nodes, answers, scene);
        checkpoints = new long[budgets.size()];
        measured = new double[budgets.size()];
        wholesPaid = new long[budgets.size()];
        committedAt = new int[budgets.size()];
        tally = new Tally(1, budgets.size());
        turnTo(scene);
    }

    // ---- what the engine does with it ----

    /** Turns to another problem. */
    public void turnTo(ProblemTables other) {
        scene = other;
        nodes.turnTo(scene);
        answers.turnTo(scene);
        verdicts.turnTo(scene);
        if (!constantTokens) {
            tokenSite.turnTo(scene.origin, scene.index);
        }
        for (int i = 0; i < checkpoints.length; i++) {
            checkpoints[i] = budgets.counted(i, scene.steps);
            measured[i] = budgets.measured(i);
            wholesPaid[i] = checkpoints[i] / scene.steps;
        }
        mostSteps = bySteps ? Long.MAX_VALUE : budgets.generations() * scene.steps;
        nanosPerStep = ledger.nanos(tokensPerStep);
        nanosPerSolution = ledger.nanos((long) tokensPerStep * scene.steps);
    }

    /** Begins a trial that serves the budgets from {@code first} to {@code lastBudget}, adding to {@code into}. */
    void begin(long trial, int first, int lastBudget, Tally into, int problem) {
        tally = into;
        tallyProblem = problem;
        next = first;
        last = lastBudget;
        random.begin(scene.origin, scene.index, trial);
        verdicts.begin(trial);
        if (!constantTokens) {
            tokenSite.begin(trial);
        }
        nodes.begin(trial);
        ledger.reset(scene.steps);
        answers.begin(trial);
        committed = NONE;
        covered = false;
        owed = 0;
        idle = 0;
        idleUntil = IDLE_LIMIT;
        spentWhenLooked = 0;
        refused = 0;
    }

    /**
     * Ends the trial: the budgets not reached get what is committed now.
     *
     * @throws IllegalStateException when verifier calls were announced and not made
     */
    void end() {
        ledger.timeline.checkMade();
        while (next <= last) {
            close();
        }
    }

    /** What was committed when the checkpoint closed. */
    int committedAt(int budget) {
        return committedAt[budget];
    }

    /** A number that is another one whenever the session was called in between. */
    public long pulse() {
        return (paid << 34) + idle + refused;
    }

    /** What {@link #random()} gives. */
    UniformRandomProvider stream() {
        return random;
    }

    private void close() {
        boolean abstained = committed == NONE;
        committedAt[next] = committed;
        tally.add(tallyProblem, next, !abstained && nodes.isSound(committed), abstained, covered, ledger);
        next++;
    }

    // ---- generating ----

    @Override
    public int generate() {
        return generate(1) == 0 ? NONE : nodes.size - 1;
    }

    @Override
    public int generate(int width) {
        return generate(width, 0);
    }

    @Override
    public int generate(int width, int callsEach) {
        if (callsEach < 0) {
            throw new IllegalArgumentException("generate: callsEach must be at least 0, not " + callsEach);
        }
        if (width < 1) {
            throw new IllegalArgumentException("generate: width must be at least 1, not " + width);
        }
        ledger.timeline.checkMade();
        boolean continues = owed > 0;
        long asked = continues ? Math.min(width, owed) : width;
        int most = (int) Math.min(asked, PORTION);
        int count = bySteps && constantTokens
                ? generateAlike(most, asked, continues)
                : generateOneByOne(most, callsEach, continues);
        if (count == 0) {
            owed = 0;
            refuse();
            return 0;
        }
        owed = (continues ? owed : width) - count;
        paid++;
        idle = 0;
        refused = 0;
        return count;
    }

    private int generateAlike(int most, long asked, boolean continues) {
        int count = nodes.treed ? payable(most, scene.steps) : payableWholes(most);
        if (count > 0) {
            nodes.reserve(count);
            covered |= nodes.addWholes(count, wanted(asked));
            chargePolicy(count, scene.steps, (long) tokensPerStep * scene.steps, nanosPerSolution, continues);
        }
        return count;
    }

    private int generateOneByOne(int most, int callsEach, boolean continues) {
        int count = 0;
        int width = most;
        while (count < width) {
            long tokens = wholeTokens(nodes.nextWhole());
            boolean together = continues || count > 0;
            long calls = (count + 1L) * callsEach;
            if (nodes.size == 0 && comesUnjudged(tokens, calls, together)) {
                width = 1;
                calls = 0;
            }
            if (count == 0
                    ? !payable(scene.steps, tokens, calls, together)
                    : !fits(scene.steps, tokens, calls, together)) {
                break;
            }
            nodes.reserve(1);
            if (!constantTokens) {
                nodes.tokens[nodes.size] = (int) Math.min(Integer.MAX_VALUE, tokens);
            }
            covered |= nodes.addWholes(1, 1);
            chargePolicy(1, scene.steps, tokens, ledger.nanos(tokens), together);
            count++;
        }
        return count;
    }

    /**
     * Whether the checkpoint at which a trial's first candidate is paid for does not pay for its verifier calls; it is an
     * answer without them.
     */
    private boolean comesUnjudged(long tokens, long calls, boolean continues) {
        return payable(scene.steps, tokens, 0, continues) && !fits(scene.steps, tokens, calls, continues);
    }

    /**
     * How many candidates are worth drawing now: those asked for, or, where they are asked for a few at a time, as many as
     * there are; none that no budget pays for.
     */
    private long wanted(long asked) {
        return Math.min(Math.max(asked, nodes.size), wholesPaid[last] - nodes.size);
    }

    private long wholeTokens(long node) {
        if (constantTokens) {
            return (long) tokensPerStep * scene.steps;
        }
        long sum = 0;
        for (int t = 1; t <= scene.steps; t++) {
            sum += stepTokens(node, t);
        }
        return sum;
    }

    private int stepTokens(long node, int step) {
        return tokenLaw.quantile(Address.uniform(tokenSite.word(node, step)));
    }

    @Override
    public int extend(int node) {
        ledger.timeline.checkMade();
        owed = 0;
        nodes.growTree();
        nodes.checkExtendable(node);
        nodes.reserve(1);
        if (!payStep(node)) {
            refuse();
            return NONE;
        }
        single[0] = node;
        covered |= nodes.addChildren(single, 0, 1);
        paid++;
        idle = 0;
        refused = 0;
        return nodes.size - 1;
    }

    @Override
    public int extend(int[] parents, int count) {
        if (count < 0 || count > parents.length) {
            throw new IllegalArgumentException(
                    "extend: count must be between 0 and %d, not %d".formatted(parents.length, count));
        }
        ledger.timeline.checkMade();
        owed = 0;
        nodes.growTree();
        int made = 0;
        if (bySteps && constantTokens) {
            while (made < count) {
                int portion = payable(count - made, 1);
                if (portion == 0) {
                    break;
                }
                nodes.reserve(portion);
                covered |= nodes.addChildren(parents, made, portion);
                chargePolicy(portion, 1, tokensPerStep, nanosPerStep, made > 0);
                made += portion;
            }
        } else {
            while (made < count && payStepBelow(parents[made])) {
                covered |= nodes.addChildren(parents, made, 1);
                made++;
            }
        }
        if (made < count) {
            refuse();
        }
        if (made > 0) {
            paid++;
            idle = 0;
            refused = 0;
        }
        return made;
    }

    private boolean payStepBelow(int node) {
        nodes.checkExtendable(node);
        nodes.reserve(1);
        return payStep(node);
    }

    private boolean payStep(int node) {
        if (bySteps && constantTokens) {
            if (payable(1, 1) == 0) {
                return false;
            }
            chargePolicy(1, 1, tokensPerStep, nanosPerStep, false);
            return true;
        }
        int tokens = tokensPerStep;
        if (!constantTokens) {
            tokens = stepTokens(nodes.nextChild(node), 0);
            nodes.tokens[nodes.size] = tokens;
        }
        if (!payable(1, tokens, 0, false)) {
            return false;
        }
        chargePolicy(1, 1, tokens, ledger.nanos(tokens), false);
        return true;
    }

    // ---- paying ----

    /** {@link #payable(int, int)} of whole candidates while there is nothing else. */
    private int payableWholes(int want) {
        while (true) {
            long room = wholesPaid[next] - nodes.size;
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
    private int payable(int want, int stepsEach) {
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
     */
    private boolean payable(int steps, long tokens, long calls, boolean continues) {
        while (!fits(steps, tokens, calls, continues)) {
            if (next == last) {
                return false;
            }
            close();
        }
        return true;
    }

    private boolean fits(int steps, long tokens, long calls, boolean continues) {
        return ledger.steps + steps <= mostSteps
                && ledger.pays(
                        metered,
                        checkpoints[next],
                        measured[next],
                        steps,
                        tokens,
                        calls,
                        scene.promptTokens,
                        continues);
    }

    private void chargePolicy(long calls, int stepsEach, long tokensEach, double nanosEach, boolean continues) {
        ledger.steps += calls * stepsEach;
        ledger.tokens += calls * tokensEach;
        ledger.promptTokens = scene.promptTokens;
        ledger.timeline.policy(calls, nanosEach, continues);
    }

    /**
     * How many of {@code want} verifier calls, issued together, are paid.
     *
     * @param several whether as a batch, which belongs with those on other portions of its round
     */
    private int chargeVerifier(int want, boolean several) {
        if (want == 0) {
            return 0;
        }
        idle += want;
        if (idle > idleUntil) {
            lookForSpending();
        }
        ledger.timeline.issue(want, several);
        if (bySteps) {
            ledger.verifierCalls += want;
            ledger.timeline.verify(want);
            return want;
        }
        for (int done = 0; done < want; done++) {
            while (!ledger.paysVerify(metered, checkpoints[next], measured[next])) {
                if (next == last) {
                    ledger.timeline.forgetAnnounced();
                    refuse();
                    return done;
                }
                close();
            }
            ledger.verifierCalls++;
            ledger.timeline.verify(1);
        }
        return want;
    }

    // ---- verifying ----

    @Override
    public void together(long calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("together: calls must be at least 0, not " + calls);
        }
        idle();
        if (calls > 0) {
            ledger.timeline.announce(calls);
        }
    }

    @Override
    public double verify(int candidate) {
        checkComplete(candidate);
        verdicts.needOutcome();
        return chargeVerifier(1, false) == 1 ? verdicts.outcome(candidate) : Double.NaN;
    }

    @Override
    public void verify(int from, int to, double[] into) {
        int count = payOutcomes(from, to, into);
        verdicts.outcomes(from, count, into);
        Arrays.fill(into, count, to - from, Double.NaN);
    }

    @Override
    public void probabilities(int from, int to, double[] into) {
        int count = payOutcomes(from, to, into);
        verdicts.probabilities(from, count, into);
        Arrays.fill(into, count, to - from, Double.NaN);
    }

    /** Checks what is asked, and returns how many of the calls are paid. */
    private int payOutcomes(int from, int to, double[] into) {
        checkRange(from, to, into.length);
        verdicts.needOutcome();
        if (nodes.treed) {
            for (int node = from; node < to; node++) {
                checkComplete(node);
            }
        }
        return chargeVerifier(to - from, true);
    }

    @Override
    public double score(int node) {
        nodes.check(node);
        verdicts.needProcess();
        return chargeVerifier(1, false) == 1 ? verdicts.process(node) : Double.NaN;
    }

    @Override
    public void score(int from, int to, double[] into) {
        checkRange(from, to, into.length);
        verdicts.needProcess();
        int count = chargeVerifier(to - from, true);
        verdicts.processes(from, count, into);
        Arrays.fill(into, count, to - from, Double.NaN);
    }

    @Override
    public int stepScores(int candidate, double[] into) {
        checkComplete(candidate);
        verdicts.needProcess();
        int steps = scene.steps;
        if (into.length < steps) {
            throw new IllegalArgumentException(
                    "stepScores: room for %d scores is needed, not %d".formatted(steps, into.length));
        }
        int count = chargeVerifier(steps, false);
        verdicts.steps(candidate, count, into);
        return count;
    }

    @Override
    public int judge(int first, int second) {
        checkComplete(first);
        checkComplete(second);
        verdicts.needJudge();
        if (chargeVerifier(1, false) == 0) {
            return NONE;
        }
        return verdicts.prefers(first, second) ? 1 : 0;
    }

    // ---- looking ----

    @Override
    public int answer(int candidate) {
        checkComplete(candidate);
        idle();
        ledger.timeline.look();
        return answers.number(candidate);
    }

    @Override
    public void answers(int from, int to, int[] into) {
        checkRange(from, to, into.length);
        idle();
        ledger.timeline.look();
        if (nodes.treed) {
            for (int node = from; node < to; node++) {
                checkComplete(node);
            }
        }
        answers.numbers(from, to - from, into);
    }

    @Override
    public boolean complete(int node) {
        nodes.check(node);
        idle();
        ledger.timeline.look();
        return nodes.depth(node) == scene.steps;
    }

    @Override
    public int complete(int from, int to, boolean[] into, int at) {
        checkRange(from, to, into.length - at);
        idle();
        ledger.timeline.look();
        return nodes.complete(from, to, into, at);
    }

    @Override
    public int depth(int node) {
        nodes.check(node);
        idle();
        return nodes.depth(node);
    }

    @Override
    public int parent(int node) {
        nodes.check(node);
        idle();
        return nodes.parent(node);
    }

    @Override
    public int tokens(int node) {
        nodes.check(node);
        idle();
        ledger.timeline.look();
        if (!constantTokens) {
            return nodes.tokens[node];
        }
        boolean step = nodes.treed && (nodes.parent[node] != NONE || nodes.depth[node] == 1);
        return step ? tokensPerStep : (int) Math.min(Integer.MAX_VALUE, (long) tokensPerStep * scene.steps);
    }

    @Override
    public int size() {
        idle();
        return nodes.size;
    }

    @Override
    public long spent(Resource resource) {
        idle();
        return ledger.spent(resource);
    }

    @Override
    public long limit(Resource resource) {
        idle();
        if (resource == budgets.resource()) {
            return resource == Resource.GENERATIONS ? checkpoints[last] / scene.steps : budgets.amount(last);
        }
        if (bySteps) {
            return switch (resource) {
                case GENERATIONS -> checkpoints[last] / scene.steps;
                case STEPS -> checkpoints[last];
                default -> Long.MAX_VALUE;
            };
        }
        return resource == Resource.GENERATIONS ? solutions(0, 0) : Long.MAX_VALUE;
    }

    @Override
    public long solutions(int callsPerStep, int callsPerCandidate) {
        if (bySteps) {
            return limit(Resource.GENERATIONS);
        }
        idle();
        long low = 0;
        long high = budgets.generations();
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

    @Override
    public boolean pays(long candidates, long calls) {
        if (bySteps) {
            return candidates <= limit(Resource.GENERATIONS);
        }
        idle();
        return candidates <= budgets.generations() && expectedWithin(candidates, 0, calls);
    }

    /**
     * Whether the last budget pays for {@code count} solutions grown side by side, with {@code callsAtEnd} verifier calls on
     * all of them together in the end; where tokens vary, with a probability of about 95 %.
     */
    private boolean expectedWithin(long count, int callsPerStep, long callsAtEnd) {
        boolean stepwise = callsPerStep > 0;
        double draws = (double) count * scene.steps;
        double tokens = draws * tokenLaw.mean() + ONE_SIDED_95 * Math.sqrt(draws * tokenLaw.variance());
        double calls = draws * callsPerStep + callsAtEnd;
        double spent = switch (metered) {
            case GENERATIONS, STEPS -> draws;
            case TOKENS -> tokens;
            case VERIFIER_CALLS -> calls;
            case ROUNDS -> stepwise ? scene.steps : 1;
            case FLOPS -> ledger.flops(scene.promptTokens, tokens, calls);
            case USD -> ledger.microDollars(scene.promptTokens, tokens, calls);
            case LATENCY -> {
                int stages = stepwise ? scene.steps : 1;
                double tokensEach = tokens / ((double) count * stages);
                double longest = constantTokens ? tokensPerStep : tokenLaw.quantile(1 - 0.05 / Math.max(1, draws));
                yield ledger.timeline.expectedNanos(
                        count,
                        stages,
                        ledger.nanos(tokensEach),
                        ledger.nanos(stepwise ? longest : longest * scene.steps),
                        callsPerStep,
                        callsAtEnd);
            }
        };
        return switch (metered) {
            case GENERATIONS, STEPS, TOKENS, VERIFIER_CALLS, ROUNDS -> spent <= checkpoints[last];
            case FLOPS, USD, LATENCY -> spent <= measured[last];
        };
    }

    // ---- committing ----

    @Override
    public void commit(int candidate) {
        checkComplete(candidate);
        idle();
        committed = candidate;
    }

    @Override
    public void abstain() {
        idle();
        committed = NONE;
    }

    @Override
    public UniformRandomProvider random() {
        idle();
        return random;
    }

    // ---- checks ----

    private void checkComplete(int node) {
        nodes.check(node);
        if (nodes.treed && nodes.depth[node] != scene.steps) {
            throw new IllegalArgumentException(
                    "node %d is not complete: depth %d of %d".formatted(node, nodes.depth[node], scene.steps));
        }
    }

    private void checkRange(int from, int to, int room) {
        if (from < 0 || to < from || to > nodes.size || room < to - from) {
            throw new IllegalArgumentException(
                    "nodes %d to %d of %d do not fit into %d places".formatted(from, to, nodes.size, room));
        }
    }

    private void idle() {
        if (++idle > idleUntil) {
            lookForSpending();
        }
    }

    /**
     * Called now and then in a long row of calls that made no node: goes on while verifier calls are paid, which the budget
     * ends, or while so many free ones make sense.
     */
    private void lookForSpending() {
        long spent = ledger.spent(metered);
        if (spent > spentWhenLooked) {
            spentWhenLooked = spent;
            paid++;
            idle = 0;
            return;
        }
        idleUntil = idleLimit(nodes.size);
        if (idle > idleUntil) {
            throw new ContractViolation(
                    Kind.LOOPED, "called its session %d times without spending".formatted(idle - 1));
        }
    }

    /** How many calls in a row may spend nothing in a trial of so many nodes. */
    static long idleLimit(long size) {
        return size >= MANY_NODES
                ? IDLE_LIMIT_AT_MOST
                : Math.min(
                        IDLE_LIMIT_AT_MOST,
                        IDLE_LIMIT + size * IDLE_LIMIT_PER_NODE + size * size * IDLE_LIMIT_PER_PAIR);
    }

    private void refuse() {
        if (++refused > REFUSAL_LIMIT + nodes.size) {
            throw new ContractViolation(
                    Kind.OVERSPENT,
                    "asked %d times for more than its budget of %s %s pays"
                            .formatted(
                                    refused - 1,
                                    budgets.values().get(last),
                                    budgets.resource().label()));
        }
    }
}
