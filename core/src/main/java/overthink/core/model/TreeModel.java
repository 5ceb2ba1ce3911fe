package overthink.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Session;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Policy;
import overthink.core.world.VerifierPanel;

/** One trial in a {@link SyntheticWorld}: solutions that grow step by step, sound or flawed, with answers and scores. */
final class TreeModel implements Model {

    private static final int NOBODY = -3;
    /** In place of a parent: a whole candidate. */
    private static final int WHOLE = -2;

    private final Nodes nodes;
    private final TrialAnswers answers;
    private final TrialScores scores;
    private final SyntheticWorld world;
    private final VerifierPanel panel;
    private final List<String> policyNames;
    private final GreedySteps greedySteps;
    private final @Nullable TrialIdeas ideas;
    private final @Nullable CountLaw ideaLaw;
    private final @Nullable Readings readings;
    private final double[] signals;
    private double signal = Double.NaN;

    /** By policy. */
    private final Maker[] makers;
    /** Whether somebody's tokens vary. */
    private final boolean tokensVary;

    // of the policy whose work is done
    private int acting;
    private @Nullable Revisions revisions;
    private @Nullable Merges merges;
    private @Nullable CountLaw revisionLaw;
    private CountLaw tokenLaw;
    private boolean constantTokens;
    private int tokensPerStep;
    private int parts;
    private ProblemTables problem;

    private final Site tokenSite = new Site(Purpose.TOKENS);

    /** The tokens last asked for, of what, when there were how many nodes: what is made next is what was asked for. */
    private long asked;

    private int askedBelow = NOBODY;
    private int askedAt = NOBODY;

    /**
     * A model of a world.
     *
     * @param world as it plays, its answers those at its temperature
     * @param declared the policy with its temperature
     * @param problems by policy
     * @param signals by problem: what is seen of it beforehand; empty where nothing is
     */
    TreeModel(SyntheticWorld world, Policy declared, List<List<ProblemTables>> problems, double[] signals) {
        this.signals = signals;
        problem = problems.get(0).get(0);
        this.world = world;
        panel = world.verifiers().panel();
        policyNames = world.ensemble().names();
        nodes = Nodes.of(world, problem);
        answers = new TrialAnswers(world, nodes);
        greedySteps = new GreedySteps(problems.size(), nodes, answers);
        scores = new TrialScores(world.verifiers(), world.ensemble(), nodes, answers, problem);
        makers = new Maker[problems.size()];
        for (int i = 0; i < makers.length; i++) {
            int written = i == 0 ? 1 : world.ensemble().others().get(i - 1).parts();
            makers[i] = new Maker(world.policy(i), i, written, problems.get(i), nodes, answers);
        }
        Policy policy = world.policy();
        IdeaLaw law = policy.ideas();
        ideas = law == null ? null : new TrialIdeas(law, declared, nodes, problem);
        ideaLaw = law == null ? null : law.tokens();
        ReadingLaw reading = policy.reading();
        readings = reading == null ? null : new Readings(reading, policy, problem);
        tokensVary = ideaLaw != null || Arrays.stream(makers).anyMatch(Maker::tokensVary);
        tokenLaw = policy.tokensPerStep();
        actBy(0);
        turnTo(0);
    }

    // ---- several policies, and a signal ----

    @Override
    public int policies() {
        return makers.length;
    }

    @Override
    public int policyNumber(String name) {
        int number = makers.length == 1 ? -1 : policyNames.indexOf(name);
        if (number < 0) {
            return makers.length == 1 ? Model.super.policyNumber(name) : unknown(name);
        }
        return number;
    }

    private int unknown(String name) {
        throw new IllegalArgumentException(
                "there is no policy %s; there are: %s".formatted(name, String.join(", ", policyNames)));
    }

    @Override
    public void actBy(int number) {
        Maker maker = makers[number];
        acting = number;
        revisions = maker.revisions;
        merges = maker.merges;
        revisionLaw = maker.revisionLaw;
        tokenLaw = maker.tokenLaw;
        constantTokens = maker.constantTokens;
        tokensPerStep = maker.tokensPerStep;
        parts = maker.parts;
        problem = maker.problem;
        askedAt = NOBODY;
        nodes.actBy(number, problem);
    }

    @Override
    public int policyOf(int node) {
        return nodes.maker(node);
    }

    @Override
    public long handedOver(int node) {
        return parts * textTokens(node);
    }

    @Override
    public boolean revisesOthers(int node) {
        int at = node;
        for (int left = revisions().inContext(node); left > 0; left--) {
            if (nodes.maker(at) != acting) {
                return true;
            }
            at = revisions().before(at);
        }
        return false;
    }

    @Override
    public void needSignal() {
        if (signals.length == 0) {
            Model.super.needSignal();
        }
    }

    @Override
    public long signalTokens() {
        SignalLaw law = Objects.requireNonNull(world.signal(), "signal");
        return law.tokens().quantile(Address.uniform(problem.origin.word(Purpose.SIGNAL_TOKENS, problem.index)));
    }

    @Override
    public double signal() {
        return signal;
    }

    // ---- the problem and the trial in hand ----

    @Override
    public void turnTo(int number) {
        for (int i = 0; i < makers.length; i++) {
            makers[i].turnTo(number);
            answers.turnTo(i, makers[i].problem);
            greedySteps.turnTo(i);
        }
        problem = makers[0].problem;
        nodes.turnTo(problem);
        scores.turnTo(problem);
        signal = signals.length == 0 ? Double.NaN : signals[number];
        if (tokensVary) {
            tokenSite.turnTo(problem.origin, problem.index);
        }
        if (ideas != null) {
            ideas.turnTo(problem);
        }
        if (readings != null) {
            readings.turnTo(problem);
        }
    }

    @Override
    public void begin(long trial) {
        if (readings != null && readings.any()) {
            read(0, 0);
        }
        scores.begin(trial);
        if (tokensVary) {
            tokenSite.begin(trial);
        }
        for (Maker maker : makers) {
            maker.begin(trial);
        }
        if (ideas != null) {
            ideas.begin(trial);
        }
        nodes.begin(trial);
        answers.begin(trial);
        askedAt = NOBODY;
    }

    @Override
    public int steps() {
        return problem.steps;
    }

    @Override
    public long promptTokens() {
        long prompt = (long) parts * problem.promptTokens;
        return readings == null || acting > 0 ? prompt : prompt + readings.tokens();
    }

    // ---- tokens ----

    @Override
    public int tokensPerStep() {
        long each = (long) parts * tokensPerStep;
        return tokenLaw.constant() && each <= Integer.MAX_VALUE ? (int) each : VARIABLE;
    }

    @Override
    public double meanTokens() {
        return parts * tokenLaw.mean();
    }

    @Override
    public double tokenVariance() {
        return (double) parts * parts * tokenLaw.variance();
    }

    @Override
    public double tokenQuantile(double u) {
        return (double) parts * tokenLaw.quantile(u);
    }

    @Override
    public long nextWholeTokens() {
        if (constantTokens) {
            return solutionTokens();
        }
        if (askedAt != nodes.size || askedBelow != WHOLE) {
            remember(wholeTokens(nodes.nextWhole()), WHOLE);
        }
        return asked;
    }

    /** The tokens of a whole candidate of this number, where those of steps vary. */
    private long wholeTokens(long node) {
        if (tokenLaw.constant()) {
            return parts * solutionTokens();
        }
        long sum = 0;
        for (int t = 1; t <= problem.steps; t++) {
            sum += stepTokens(node, t);
        }
        return sum;
    }

    private void remember(long tokens, int below) {
        asked = tokens;
        askedBelow = below;
        askedAt = nodes.size;
    }

    @Override
    public long nextStepTokens(int parent) {
        if (constantTokens) {
            return tokensPerStep;
        }
        if (askedAt != nodes.size || askedBelow != parent) {
            remember(stepTokens(nodes.nextChild(parent), 0), parent);
        }
        return asked;
    }

    private long stepTokens(long node, int step) {
        return (long) parts * tokenLaw.quantile(Address.uniform(tokenSite.word(node, step)));
    }

    @Override
    public long tokens(int node) {
        Maker first = makers[0];
        if (!first.constantTokens || nodes.maker(node) > 0 || (first.revisionLaw != null && revises(node))) {
            return nodes.tokens[node];
        }
        boolean step = nodes.treed && (nodes.parent[node] != Session.NONE || nodes.depth[node] == 1);
        return step ? first.tokensPerStep : (long) first.tokensPerStep * problem.steps;
    }

    // ---- making ----

    @Override
    public boolean addWholes(int count, long wanted) {
        nodes.reserve(count);
        if (constantTokens) {
            return nodes.addWholes(count, wanted);
        }
        if (tokenLaw.constant()) {
            int each = (int) Math.min(Integer.MAX_VALUE, parts * solutionTokens());
            Arrays.fill(nodes.tokens, nodes.size, nodes.size + count, each);
            return nodes.addWholes(count, wanted);
        }
        boolean right = false;
        for (int i = 0; i < count; i++) {
            nodes.tokens[nodes.size] = (int) Math.min(Integer.MAX_VALUE, nextWholeTokens());
            right |= nodes.addWholes(1, 1);
        }
        return right;
    }

    @Override
    public void growTree() {
        nodes.growTree();
    }

    @Override
    public void checkExtendable(int parent) {
        nodes.checkExtendable(parent);
    }

    @Override
    public boolean addChildren(int[] parents, int from, int count) {
        nodes.reserve(count);
        if (constantTokens) {
            return nodes.addChildren(parents, from, count);
        }
        boolean right = false;
        for (int i = from; i < from + count; i++) {
            nodes.tokens[nodes.size] = (int) Math.min(Integer.MAX_VALUE, nextStepTokens(parents[i]));
            right |= nodes.addChildren(parents, i, 1);
        }
        return right;
    }

    // ---- steps at temperature 0 ----

    @Override
    public void needGreedySteps() {}

    @Override
    public long greedyStepTokens(int parent) {
        return constantTokens ? tokensPerStep : stepTokens(nodes.greedyChild(parent), 0);
    }

    @Override
    public boolean addGreedyChildren(int[] parents, int from, int count) {
        nodes.reserve(count);
        boolean right = false;
        for (int i = from; i < from + count; i++) {
            nodes.checkExtendable(parents[i]);
            if (!constantTokens) {
                nodes.tokens[nodes.size] = (int) Math.min(Integer.MAX_VALUE, greedyStepTokens(parents[i]));
            }
            right |= greedySteps.take(parents[i], acting, problem);
        }
        return right;
    }

    // ---- chains and merging ----

    private boolean revises(int node) {
        return nodes.links != null && nodes.links.before(node) != Session.NONE;
    }

    @Override
    public void needChain() {
        if (revisions == null) {
            Model.super.needChain();
        }
    }

    @Override
    public void needMerge() {
        if (merges == null) {
            Model.super.needMerge();
        }
    }

    private Revisions revisions() {
        return Objects.requireNonNull(revisions, "revisions");
    }

    @Override
    public long revisionTokens(int node) {
        if (revisionLaw != null) {
            return (long) parts * revisionLaw.quantile(Address.uniform(tokenSite.word(nodes.nextChild(node))));
        }
        return constantTokens ? solutionTokens() : wholeTokens(nodes.nextChild(node));
    }

    /** The tokens of every solution, where those of steps are all alike. */
    private long solutionTokens() {
        return (long) tokensPerStep * problem.steps;
    }

    @Override
    public long revisionReads(int node) {
        return chainTokens(node, revisions().inContext(node));
    }

    @Override
    public long revisionRereads(int node) {
        int before = revisions().before(node);
        return before == Session.NONE ? 0 : chainTokens(before, revisions().inContextBefore(node));
    }

    /** The tokens of a candidate and those before it in its chain, so many together. */
    private long chainTokens(int node, int count) {
        if (allAlike()) {
            return count * solutionTokens();
        }
        long sum = 0;
        int at = node;
        for (int left = count; left > 0; left--) {
            sum += textTokens(at);
            at = revisions().before(at);
        }
        return parts * sum;
    }

    /** Whether all candidates have the same tokens. */
    private boolean allAlike() {
        return constantTokens && revisionLaw == null && makers.length == 1;
    }

    /** The tokens of a candidate with all its steps. */
    private long textTokens(int candidate) {
        long sum = 0;
        for (int at = candidate; at != Session.NONE; at = nodes.parent(at)) {
            sum += tokens(at) / makers[nodes.maker(at)].parts;
        }
        return sum;
    }

    @Override
    public boolean addRevision(int node, boolean toldWrong) {
        nodes.reserve(1);
        if (!constantTokens || revisionLaw != null) {
            nodes.tokens[nodes.size] = (int) Math.min(Integer.MAX_VALUE, revisionTokens(node));
        }
        return revisions().revise(node, toldWrong);
    }

    @Override
    public boolean finished(int node) {
        return revisions().finished(node);
    }

    @Override
    public long mergeTokens(int[] members, int count) {
        return constantTokens ? solutionTokens() : wholeTokens(nodes.nextMerged(members, count));
    }

    @Override
    public long mergeReads(int[] members, int count) {
        if (allAlike()) {
            return count * solutionTokens();
        }
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += textTokens(members[i]);
        }
        return parts * sum;
    }

    @Override
    public boolean addMerge(int[] members, int count) {
        nodes.reserve(1);
        if (!constantTokens) {
            nodes.tokens[nodes.size] = (int) Math.min(Integer.MAX_VALUE, mergeTokens(members, count));
        }
        return Objects.requireNonNull(merges, "merges").merge(members, count);
    }

    // ---- ideas ----

    @Override
    public void needIdeas() {
        if (ideas == null || acting > 0) {
            Model.super.needIdeas();
        }
    }

    private TrialIdeas ideas() {
        return Objects.requireNonNull(ideas, "ideas");
    }

    @Override
    public int ideasDrawn() {
        return ideas().size();
    }

    @Override
    public long ideaTokens() {
        return ideaTokens(ideas().address(ideas().size()));
    }

    private int ideaTokens(long number) {
        return Objects.requireNonNull(ideaLaw, "ideaLaw").quantile(Address.uniform(tokenSite.word(number)));
    }

    @Override
    public void addIdea() {
        ideas().draw();
    }

    @Override
    public int ideaClass(int idea) {
        return ideas().number(idea);
    }

    @Override
    public long ideaReads(int idea) {
        return ideaTokens(ideas().address(idea));
    }

    @Override
    public long followingTokens(int idea) {
        return constantTokens ? solutionTokens() : wholeTokens(ideas().nextCandidate(idea));
    }

    @Override
    public boolean addFollowing(int idea) {
        nodes.reserve(1);
        if (!constantTokens) {
            nodes.tokens[nodes.size] = (int) Math.min(Integer.MAX_VALUE, followingTokens(idea));
        }
        double chance = ideas().chance(idea);
        return ideas().follow(idea, readings == null ? chance : readings.chance(chance));
    }

    // ---- reading ----

    @Override
    public void needReading() {
        if (readings == null || acting > 0) {
            Model.super.needReading();
        }
    }

    @Override
    public void read(int documents, int demonstrations) {
        Readings known = Objects.requireNonNull(readings, "readings");
        known.read(documents, demonstrations);
        makers[0].retune(known.problem());
        if (acting == 0) {
            problem = makers[0].problem;
        }
        nodes.retune(makers[0].problem);
        answers.retune();
        scores.retune();
        askedAt = NOBODY;
    }

    // ---- looking ----

    @Override
    public int size() {
        return nodes.size;
    }

    @Override
    public long worth(int node) {
        return nodes.isSound(node) ? RIGHT : 0;
    }

    @Override
    public int depth(int node) {
        return nodes.depth(node);
    }

    @Override
    public int parent(int node) {
        return nodes.parent(node);
    }

    @Override
    public int complete(int from, int to, boolean[] into, int at) {
        return nodes.complete(from, to, into, at);
    }

    @Override
    public boolean allAnswer() {
        return answers.allAnswer();
    }

    @Override
    public boolean answered(int node) {
        return answers.answered(node);
    }

    @Override
    public boolean tellsAnswers() {
        return true;
    }

    @Override
    public int answerClass(int node) {
        return answers.code(node);
    }

    @Override
    public int answer(int node) {
        return answers.number(node);
    }

    @Override
    public void answers(int from, int count, int[] into) {
        answers.numbers(from, count, into);
    }

    // ---- scores ----

    @Override
    public int verifiers() {
        return Math.max(1, panel.size());
    }

    @Override
    public int verifierNumber(String name) {
        int number = panel.number(name);
        if (number >= 0) {
            return number;
        }
        if (panel.size() == 0) {
            return Model.super.verifierNumber(name);
        }
        throw new IllegalArgumentException(
                "there is no verifier %s; there are: %s".formatted(name, String.join(", ", panel.names())));
    }

    @Override
    public void judgeBy(int number) {
        scores.judgeBy(number);
    }

    @Override
    public void needOutcome() {
        scores.needOutcome();
    }

    @Override
    public void needProcess() {
        scores.needProcess();
    }

    @Override
    public void needJudge() {
        scores.needJudge();
    }

    @Override
    public double outcome(int node) {
        return scores.outcome(node);
    }

    @Override
    public void outcomes(int from, int count, double[] into) {
        scores.outcomes(from, count, into);
    }

    @Override
    public void probabilities(int from, int count, double[] given, double[] into) {
        scores.probabilities(from, count, given, into);
    }

    @Override
    public double process(int node) {
        return scores.process(node);
    }

    @Override
    public void processes(int from, int count, double[] into) {
        scores.processes(from, count, into);
    }

    @Override
    public void steps(int node, int count, double[] into) {
        scores.steps(node, count, into);
    }

    @Override
    public boolean prefers(int first, int second) {
        return scores.prefers(first, second);
    }
}
