package overthink.core.trial;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.RealRange;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.experiment.Budgets;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Fault.Kind;
import overthink.core.law.cost.Costs;
import overthink.core.model.Model;
import overthink.core.model.PartwiseModel;
import overthink.core.random.Origin;
import overthink.core.random.StrategyStream;

/**
 * The one implementation of {@link Session}: has the model make, answer and score what the meter says is paid, and the grader
 * grade what is committed. A worker has one and reuses it from trial to trial without allocating.
 */
public final class TrialSession implements Session {

    /** The most candidates that {@link #generate(int)} delivers at once. */
    static final int PORTION = 4096;

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

    /** The most documents, and demonstrations, that may be read. */
    static final int MOST_READ = 1_000_000;

    /** Refusals in a row after which a strategy counts as overspending; one for each node is in order. */
    static final long REFUSAL_LIMIT = 100_000;

    private final Model model;
    private final Grader grader;
    private final Meter meter;
    private final Timeline timeline;
    private final Origin origin;
    private final StrategyStream random = new StrategyStream();
    private final int[] single = new int[1];
    /** By idea: the round in which it was drawn. */
    private long[] ideaRounds = new long[16];

    private int problem;
    /** T of the problem. */
    private int steps;
    /** Whether the nodes are a tree, and whether some of them are steps, which may be no whole candidates. */
    private boolean treed;

    private boolean stepwise;

    /** Candidates that were put together. */
    private int assembled;
    /** The parts that one waits for. */
    private int[] waited = {};

    /** What is read with every call. */
    private int documents;

    private int demonstrations;
    private long owed;
    /** The policy of which it was asked. */
    private int owedBy;

    /** The policy whose work is done. */
    private int acting;
    /** The outcome verifier that is asked. */
    private int judging;

    private final boolean several;
    /** Whether the signal was looked at. */
    private boolean seen;

    private long idle;
    /** How far {@link #idle} may go before somebody looks whether the trial spends. */
    private long idleUntil;

    private long spentWhenLooked;
    private long refused;
    private long paid;

    /**
     * A session on the first problem of a world.
     *
     * @param model of the world; this session's own
     * @param costs of the world
     * @param budgets to be served
     * @param origin of the strategy's own stream
     * @param counting whether what candidates are is counted, for tallies that do
     */
    public TrialSession(Model model, Costs costs, Budgets budgets, Origin origin, boolean counting) {
        this.model = model;
        this.origin = origin;
        grader = new Grader(model, budgets.size(), counting);
        meter = new Meter(costs, budgets, model, grader);
        timeline = meter.ledger.timeline;
        several = model.policies() > 1;
        turnTo(0);
    }

    // ---- what the run does with it ----

    /** Turns to another problem. */
    public void turnTo(int number) {
        problem = number;
        model.turnTo(number);
        steps = model.steps();
        meter.turnTo();
    }

    /**
     * Begins a trial that serves the budgets from {@code first} to {@code lastBudget}, adding to {@code into} as what problem
     * {@code ofTally} there gets.
     */
    public void begin(long trial, int first, int lastBudget, Tally into, int ofTally) {
        random.begin(origin, problem, trial);
        model.begin(trial);
        grader.begin(into, ofTally);
        meter.begin(first, lastBudget);
        treed = false;
        stepwise = false;
        assembled = 0;
        owed = 0;
        seen = false;
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
    public void end() {
        timeline.checkMade();
        meter.end();
    }

    /** What was committed when the checkpoint closed. */
    int committedAt(int budget) {
        return grader.committedAt(budget);
    }

    /** A number that is another one whenever the session was called in between. */
    public long pulse() {
        return (paid << 34) + idle + refused;
    }

    /** What {@link #random()} gives. */
    UniformRandomProvider stream() {
        return random;
    }

    // ---- generating ----

    @Override
    public int generate() {
        return generate(1) == 0 ? NONE : model.size() - 1;
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
        timeline.checkMade();
        if (acting > 0) {
            growTree();
        }
        boolean continues = owed > 0 && owedBy == acting;
        long asked = continues ? Math.min(width, owed) : width;
        int most = (int) Math.min(Math.min(asked, PORTION), model.most() - model.size());
        int count =
                meter.alike() ? generateAlike(most, asked, continues) : generateOneByOne(most, callsEach, continues);
        if (count == 0) {
            owed = 0;
            refuse();
            return 0;
        }
        owed = (continues ? owed : width) - count;
        owedBy = acting;
        paid++;
        idle = 0;
        refused = 0;
        return count;
    }

    private int generateAlike(int most, long asked, boolean continues) {
        int count = treed ? meter.payable(most, steps) : meter.payableWholes(most);
        if (count > 0) {
            grader.made(model.addWholes(count, wanted(asked)));
            meter.chargeWholes(count, continues);
        }
        return count;
    }

    private int generateOneByOne(int most, int callsEach, boolean continues) {
        int count = 0;
        int width = most;
        while (count < width) {
            long tokens = model.nextWholeTokens();
            boolean together = continues || count > 0;
            long calls = (count + 1L) * callsEach;
            if (model.size() == 0 && comesUnjudged(tokens, calls, together)) {
                width = 1;
                calls = 0;
            }
            if (count == 0
                    ? !meter.payable(steps, tokens, calls, together, true)
                    : !meter.fits(steps, tokens, calls, together, true)) {
                break;
            }
            grader.made(model.addWholes(1, 1));
            meter.charge(steps, tokens, together, true);
            count++;
        }
        return count;
    }

    /**
     * Whether the checkpoint at which a trial's first candidate is paid for does not pay for its verifier calls; it is an
     * answer without them.
     */
    private boolean comesUnjudged(long tokens, long calls, boolean continues) {
        return meter.payable(steps, tokens, 0, continues, true) && !meter.fits(steps, tokens, calls, continues, true);
    }

    /**
     * How many candidates are worth drawing now: those asked for, or, where they are asked for a few at a time, as many as
     * there are; none that no budget pays for.
     */
    private long wanted(long asked) {
        return Math.min(Math.max(asked, model.size()), meter.wholesInAll() - model.size());
    }

    @Override
    public int extend(int node) {
        timeline.checkMade();
        owed = 0;
        growStepwise();
        model.checkExtendable(node);
        if (!payStep(node, false)) {
            refuse();
            return NONE;
        }
        single[0] = node;
        grader.made(model.addChildren(single, 0, 1));
        paid++;
        idle = 0;
        refused = 0;
        return model.size() - 1;
    }

    @Override
    public int extend(int[] parents, int count) {
        return extend(parents, count, false);
    }

    @Override
    public int extendGreedily(int[] parents, int count) {
        model.needGreedySteps();
        return extend(parents, count, true);
    }

    private int extend(int[] parents, int count, boolean greedily) {
        if (count < 0 || count > parents.length) {
            throw new IllegalArgumentException(
                    "extend: count must be between 0 and %d, not %d".formatted(parents.length, count));
        }
        timeline.checkMade();
        owed = 0;
        growStepwise();
        int made = 0;
        if (meter.alike() && !several) {
            while (made < count) {
                int portion = meter.payable(count - made, 1);
                if (portion == 0) {
                    break;
                }
                addSteps(parents, made, portion, greedily);
                meter.chargeSteps(portion, made > 0, begun(parents, made, portion));
                made += portion;
            }
        } else {
            while (made < count && payStepBelow(parents[made], greedily)) {
                addSteps(parents, made, 1, greedily);
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

    private void addSteps(int[] parents, int from, int count, boolean greedily) {
        grader.made(greedily ? model.addGreedyChildren(parents, from, count) : model.addChildren(parents, from, count));
    }

    /** How many of the steps below some nodes, or {@link #NONE}, which is below 0, begin a sample. */
    private static int begun(int[] parents, int from, int count) {
        int begun = 0;
        for (int i = from; i < from + count; i++) {
            begun += parents[i] >>> 31;
        }
        return begun;
    }

    private boolean payStepBelow(int node, boolean greedily) {
        model.checkExtendable(node);
        return payStep(node, greedily);
    }

    private boolean payStep(int node, boolean greedily) {
        if (several && node != NONE && model.policyOf(node) != acting) {
            return payHandover(node, greedily);
        }
        if (meter.alike()) {
            if (meter.payable(1, 1) == 0) {
                return false;
            }
            meter.chargeSteps(1, false, node == NONE ? 1 : 0);
            return true;
        }
        long tokens = stepTokens(node, greedily);
        if (!meter.payable(1, tokens, 0, false, node == NONE)) {
            return false;
        }
        meter.charge(1, tokens, false, node == NONE);
        return true;
    }

    /** Pays for a step after what another policy made, all of which is read first. */
    private boolean payHandover(int node, boolean greedily) {
        long tokens = stepTokens(node, greedily);
        long read = model.handedOver(node);
        if (!meter.payableHandover(tokens, read)) {
            return false;
        }
        meter.chargeHandover(tokens, read);
        return true;
    }

    private long stepTokens(int node, boolean greedily) {
        return greedily ? model.greedyStepTokens(node) : model.nextStepTokens(node);
    }

    private void growStepwise() {
        growTree();
        stepwise = true;
    }

    private void growTree() {
        if (!treed) {
            model.growTree();
            treed = true;
        }
    }

    // ---- reading what was made ----

    @Override
    public int revise(int candidate) {
        return revise(candidate, false);
    }

    @Override
    public int revise(int candidate, boolean toldWrong) {
        checkComplete(candidate);
        model.needChain();
        beginReading(candidate);
        long tokens = model.revisionTokens(candidate);
        long read = model.revisionReads(candidate);
        long again = model.revisionRereads(candidate);
        boolean others = several && model.revisesOthers(candidate);
        if (!meter.payableReading(tokens, read, again, others)) {
            refuse();
            return NONE;
        }
        grader.made(model.addRevision(candidate, toldWrong));
        return madeByReading(tokens, read, again, others);
    }

    @Override
    public boolean finished(int candidate) {
        checkComplete(candidate);
        model.needChain();
        idle();
        timeline.look();
        return model.finished(candidate);
    }

    @Override
    public int merge(int[] candidates, int count) {
        if (count < 1 || count > candidates.length) {
            throw new IllegalArgumentException(
                    "merge: count must be between 1 and %d, not %d".formatted(candidates.length, count));
        }
        int latest = checkComplete(candidates, count);
        model.needMerge();
        beginReading(latest);
        long tokens = model.mergeTokens(candidates, count);
        long read = model.mergeReads(candidates, count);
        boolean others = several && madeByOthers(candidates, count);
        if (!meter.payableReading(tokens, read, 0, others)) {
            refuse();
            return NONE;
        }
        grader.made(model.addMerge(candidates, count));
        return madeByReading(tokens, read, 0, others);
    }

    private boolean madeByOthers(int[] candidates, int count) {
        for (int i = 0; i < count; i++) {
            if (model.policyOf(candidates[i]) != acting) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int vary(int candidate, double stride) {
        checkComplete(candidate);
        RealRange.PROBABILITY.check("vary: stride", stride);
        model.needVariation();
        beginReading(candidate);
        long tokens = model.variationTokens(candidate);
        if (!meter.payable(steps, tokens, 0, false, true)) {
            refuse();
            return NONE;
        }
        grader.made(model.addVariation(candidate, stride));
        meter.charge(steps, tokens, false, true);
        return madeOne();
    }

    // ---- parts ----

    @Override
    public int parts() {
        idle();
        return model.needParts().parts();
    }

    @Override
    public int waitsFor(int part, int[] into) {
        PartwiseModel partwise = model.needParts();
        checkPart(partwise, part);
        idle();
        return partwise.waitsFor(part, into);
    }

    @Override
    public int attempt(int part, int[] chosen) {
        PartwiseModel partwise = model.needParts();
        checkPart(partwise, part);
        if (waited.length < partwise.parts()) {
            waited = new int[partwise.parts()];
        }
        int count = partwise.waitsFor(part, waited);
        timeline.checkMade();
        owed = 0;
        growStepwise();
        for (int i = 0; i < count; i++) {
            checkAttempt(partwise, chosen, waited[i]);
            timeline.read(callOf(chosen[waited[i]]));
        }
        long tokens = partwise.attemptTokens(part);
        if (!meter.payable(1, tokens, 0, false, true)) {
            refuse();
            return NONE;
        }
        partwise.addAttempt(part, chosen);
        meter.charge(1, tokens, false, true);
        return madeOne();
    }

    @Override
    public int partAnswer(int attempt) {
        check(attempt);
        PartwiseModel partwise = model.needParts();
        if (partwise.partOf(attempt) < 0) {
            throw new IllegalArgumentException("node %d is not an attempt at a part".formatted(attempt));
        }
        idle();
        timeline.look();
        return partwise.partAnswer(attempt);
    }

    @Override
    public int assemble(int[] chosen) {
        PartwiseModel partwise = model.needParts();
        for (int part = 0; part < partwise.parts(); part++) {
            checkAttempt(partwise, chosen, part);
        }
        idle();
        timeline.look();
        grader.made(partwise.addAssembled(chosen));
        assembled++;
        return model.size() - 1;
    }

    @Override
    public int contract(int node) {
        PartwiseModel partwise = model.needParts();
        timeline.checkMade();
        owed = 0;
        growStepwise();
        model.checkExtendable(node);
        if (node != NONE) {
            timeline.read(callOf(node));
        }
        if (!payStep(node, false)) {
            refuse();
            return NONE;
        }
        grader.made(partwise.addContraction(node));
        return madeOne();
    }

    /** The number of the policy's call, from 0, that made a node, or of a later one: candidates that are put together take none. */
    private int callOf(int node) {
        return assembled == 0 ? node : Math.max(0, node - assembled);
    }

    private static void checkPart(PartwiseModel partwise, int part) {
        if (part < 0 || part >= partwise.parts()) {
            throw new IllegalArgumentException("there is no part %d; there are %d".formatted(part, partwise.parts()));
        }
    }

    private void checkAttempt(PartwiseModel partwise, int[] chosen, int part) {
        int node = part < chosen.length ? chosen[part] : NONE;
        if (node < 0 || node >= model.size() || partwise.partOf(node) != part) {
            throw new IllegalArgumentException("node %d is not an attempt at part %d".formatted(node, part));
        }
    }

    /** A call is about to read candidates, the latest of which is given: it waits for what this round made. */
    private void beginReading(int latest) {
        timeline.checkMade();
        owed = 0;
        growTree();
        // every node is what one call of the policy made, in their order
        timeline.read(latest);
    }

    private int madeByReading(long tokens, long read, long again, boolean others) {
        meter.chargeReading(tokens, read, again, others);
        return madeOne();
    }

    private int madeOne() {
        paid++;
        idle = 0;
        refused = 0;
        return model.size() - 1;
    }

    // ---- ideas ----

    @Override
    public int idea() {
        model.needIdeas();
        timeline.checkMade();
        idle();
        owed = 0;
        long tokens = model.ideaTokens();
        if (!meter.payable(0, tokens, 0, false, true)) {
            refuse();
            return NONE;
        }
        int idea = model.ideasDrawn();
        model.addIdea();
        meter.chargeIdea(tokens);
        if (idea == ideaRounds.length) {
            ideaRounds = Arrays.copyOf(ideaRounds, 2 * idea);
        }
        ideaRounds[idea] = timeline.rounds();
        return idea;
    }

    @Override
    public int ideaClass(int idea) {
        checkIdea(idea);
        idle();
        timeline.look();
        return model.ideaClass(idea);
    }

    @Override
    public int generateFrom(int idea) {
        checkIdea(idea);
        timeline.checkMade();
        owed = 0;
        growTree();
        if (ideaRounds[idea] == timeline.rounds()) {
            timeline.look();
        }
        long tokens = model.followingTokens(idea);
        long read = model.ideaReads(idea);
        if (!meter.payableReading(tokens, read, 0, false)) {
            refuse();
            return NONE;
        }
        grader.made(model.addFollowing(idea));
        return madeByReading(tokens, read, 0, false);
    }

    private void checkIdea(int idea) {
        model.needIdeas();
        if (idea < 0 || idea >= model.ideasDrawn()) {
            throw new IllegalArgumentException("there is no idea %d; there are %d".formatted(idea, model.ideasDrawn()));
        }
    }

    // ---- reading ----

    @Override
    public void read(int count) {
        model.needReading();
        documents = readable("read: documents", count);
        reread();
    }

    @Override
    public void demonstrate(int count) {
        model.needReading();
        demonstrations = readable("demonstrate: demonstrations", count);
        reread();
    }

    private static int readable(String what, int count) {
        if (count < 0 || count > MOST_READ) {
            throw new IllegalArgumentException("%s must be between 0 and %d, not %d".formatted(what, MOST_READ, count));
        }
        return count;
    }

    private void reread() {
        timeline.checkMade();
        idle();
        owed = 0;
        model.read(documents, demonstrations);
        meter.turnPage();
    }

    // ---- verifying ----

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
        timeline.issue(want, several);
        int done = meter.chargeVerifier(want);
        if (done < want) {
            refuse();
        }
        return done;
    }

    /** {@link #chargeVerifier} of the outcome verifier that is asked. */
    private int chargeOutcome(int want, boolean several) {
        meter.ofOutcome(true);
        try {
            return chargeVerifier(want, several);
        } finally {
            meter.ofOutcome(false);
        }
    }

    @Override
    public void together(long calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("together: calls must be at least 0, not " + calls);
        }
        idle();
        if (calls > 0) {
            timeline.announce(calls);
        }
    }

    // ---- several policies, and a signal ----

    @Override
    public int policyNumber(String name) {
        idle();
        return model.policyNumber(name);
    }

    @Override
    public int policies() {
        idle();
        return model.policies();
    }

    @Override
    public Session policy(int number) {
        checkPolicy(number);
        if (number > 0) {
            throw new IllegalStateException("the guard makes views of a trial");
        }
        return this;
    }

    /** Throws unless there is a policy of a number. */
    void checkPolicy(int number) {
        idle();
        int count = model.policies();
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("there is no policy %d; there are %d, from 0".formatted(number, count));
        }
    }

    /** Does the work of the policy of a number from here on, until it is said again. */
    void actBy(int number) {
        if (number != acting) {
            acting = number;
            model.actBy(number);
            meter.actBy(number);
        }
    }

    @Override
    public int policyOf(int node) {
        check(node);
        idle();
        return model.policyOf(node);
    }

    @Override
    public double signal() {
        idle();
        model.needSignal();
        if (!seen && !paySignal()) {
            refuse();
            return Double.NaN;
        }
        timeline.look();
        return model.signal();
    }

    private boolean paySignal() {
        long tokens = model.signalTokens();
        if (tokens > 0) {
            timeline.checkMade();
            owed = 0;
            if (!meter.payable(0, tokens, 0, false, true)) {
                return false;
            }
            meter.chargeIdea(tokens);
            paid++;
            idle = 0;
        }
        seen = true;
        return true;
    }

    // ---- verifying ----

    @Override
    public int verifierNumber(String name) {
        idle();
        return model.verifierNumber(name);
    }

    @Override
    public int verifiers() {
        idle();
        return model.verifiers();
    }

    @Override
    public Session verifier(int number) {
        checkVerifier(number);
        if (number > 0) {
            throw new IllegalStateException("the guard makes views of a trial");
        }
        return this;
    }

    /** Throws unless there is an outcome verifier of a number. */
    void checkVerifier(int number) {
        if (number < 0 || number >= model.verifiers()) {
            throw new IllegalArgumentException(
                    "there is no verifier %d; there are %d, from 0".formatted(number, model.verifiers()));
        }
    }

    /** Asks the outcome verifier of a number from here on, until it is said again. */
    void judgeBy(int number) {
        if (number != judging) {
            judging = number;
            model.judgeBy(number);
            meter.judgeBy(number);
        }
    }

    @Override
    public double verify(int candidate) {
        checkComplete(candidate);
        model.needOutcome();
        return chargeOutcome(1, false) == 1 ? model.outcome(candidate) : Double.NaN;
    }

    @Override
    public void verify(int from, int to, double[] into) {
        int count = payOutcomes(from, to, into);
        model.outcomes(from, count, into);
        Arrays.fill(into, count, to - from, Double.NaN);
    }

    @Override
    public void probabilities(int from, int to, double[] into) {
        probabilities(from, to, into, into);
    }

    @Override
    public void probabilities(int from, int to, double[] into, double[] scores) {
        checkRange(from, to, into.length);
        int count = payOutcomes(from, to, scores);
        model.outcomes(from, count, scores);
        model.probabilities(from, count, scores, into);
        Arrays.fill(scores, count, to - from, Double.NaN);
        Arrays.fill(into, count, to - from, Double.NaN);
    }

    /** Checks what is asked, and returns how many of the calls are paid. */
    private int payOutcomes(int from, int to, double[] into) {
        checkRange(from, to, into.length);
        model.needOutcome();
        if (stepwise) {
            for (int node = from; node < to; node++) {
                checkComplete(node);
            }
        }
        return chargeOutcome(to - from, true);
    }

    @Override
    public double score(int node) {
        check(node);
        model.needProcess();
        return chargeVerifier(1, false) == 1 ? model.process(node) : Double.NaN;
    }

    @Override
    public void score(int from, int to, double[] into) {
        checkRange(from, to, into.length);
        model.needProcess();
        int count = chargeVerifier(to - from, true);
        model.processes(from, count, into);
        Arrays.fill(into, count, to - from, Double.NaN);
    }

    @Override
    public int stepScores(int candidate, double[] into) {
        checkComplete(candidate);
        model.needProcess();
        if (into.length < steps) {
            throw new IllegalArgumentException(
                    "stepScores: room for %d scores is needed, not %d".formatted(steps, into.length));
        }
        int count = chargeVerifier(steps, false);
        model.steps(candidate, count, into);
        return count;
    }

    @Override
    public int judge(int first, int second) {
        checkComplete(first);
        checkComplete(second);
        model.needJudge();
        if (chargeVerifier(1, false) == 0) {
            return NONE;
        }
        return model.prefers(first, second) ? 1 : 0;
    }

    // ---- looking ----

    @Override
    public int answer(int candidate) {
        checkComplete(candidate);
        idle();
        timeline.look();
        return model.answer(candidate);
    }

    @Override
    public void answers(int from, int to, int[] into) {
        checkRange(from, to, into.length);
        idle();
        timeline.look();
        if (stepwise) {
            for (int node = from; node < to; node++) {
                checkComplete(node);
            }
        }
        model.answers(from, to - from, into);
    }

    @Override
    public boolean allAnswer() {
        idle();
        return model.allAnswer();
    }

    @Override
    public boolean answered(int candidate) {
        checkComplete(candidate);
        idle();
        timeline.look();
        return model.answered(candidate);
    }

    @Override
    public boolean complete(int node) {
        check(node);
        idle();
        timeline.look();
        return model.depth(node) == steps;
    }

    @Override
    public int complete(int from, int to, boolean[] into, int at) {
        checkRange(from, to, into.length - at);
        idle();
        timeline.look();
        return model.complete(from, to, into, at);
    }

    @Override
    public int depth(int node) {
        check(node);
        idle();
        return model.depth(node);
    }

    @Override
    public int parent(int node) {
        check(node);
        idle();
        return model.parent(node);
    }

    @Override
    public int tokens(int node) {
        check(node);
        idle();
        timeline.look();
        return (int) Math.min(Integer.MAX_VALUE, model.tokens(node));
    }

    @Override
    public int size() {
        idle();
        return model.size();
    }

    @Override
    public long spent(Resource resource) {
        idle();
        return meter.ledger.spent(resource);
    }

    @Override
    public long limit(Resource resource) {
        idle();
        return meter.limit(resource);
    }

    @Override
    public long solutions(int callsPerStep, int callsPerCandidate) {
        idle();
        return meter.solutions(callsPerStep, callsPerCandidate);
    }

    @Override
    public boolean pays(long candidates, long calls) {
        idle();
        return meter.pays(candidates, calls);
    }

    // ---- committing ----

    @Override
    public void commit(int candidate) {
        checkComplete(candidate);
        idle();
        grader.commit(candidate);
    }

    @Override
    public void abstain() {
        idle();
        grader.commit(NONE);
    }

    @Override
    public UniformRandomProvider random() {
        idle();
        return random;
    }

    // ---- checks ----

    private void check(int node) {
        if (node < 0 || node >= model.size()) {
            throw new IllegalArgumentException("there is no node %d; there are %d".formatted(node, model.size()));
        }
    }

    private void checkComplete(int node) {
        check(node);
        if (stepwise && model.depth(node) != steps) {
            throw new IllegalArgumentException(
                    "node %d is not complete: depth %d of %d".formatted(node, model.depth(node), steps));
        }
    }

    /** Checks several, at least one; returns the latest. */
    private int checkComplete(int[] candidates, int count) {
        int size = model.size();
        int latest = 0;
        for (int i = 0; i < count; i++) {
            int candidate = candidates[i];
            if (stepwise || candidate < 0 || candidate >= size) {
                checkComplete(candidate);
            }
            latest = Math.max(latest, candidate);
        }
        return latest;
    }

    private void checkRange(int from, int to, int room) {
        if (from < 0 || to < from || to > model.size() || room < to - from) {
            throw new IllegalArgumentException(
                    "nodes %d to %d of %d do not fit into %d places".formatted(from, to, model.size(), room));
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
        long spent = meter.spentOfMetered();
        if (spent > spentWhenLooked) {
            spentWhenLooked = spent;
            paid++;
            idle = 0;
            return;
        }
        idleUntil = idleLimit(model.size());
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
        if (++refused > REFUSAL_LIMIT + model.size()) {
            throw new ContractViolation(
                    Kind.OVERSPENT,
                    "asked %d times for more than its budget of %s %s pays"
                            .formatted(
                                    refused - 1,
                                    meter.lastBudget(),
                                    meter.resource().label()));
        }
    }
}
