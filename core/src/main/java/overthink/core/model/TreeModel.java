package overthink.core.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Session;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Panel;
import overthink.core.world.Policy;

/** One trial in a {@link SyntheticWorld}: solutions that grow step by step, sound or flawed, with answers and scores. */
final class TreeModel implements Model {

    private static final int NOBODY = -3;
    /** In place of a parent: a whole candidate. */
    private static final int WHOLE = -2;

    private final List<ProblemTables> problems;
    private final Nodes nodes;
    private final TrialAnswers answers;
    private final TrialScores scores;
    private final Panel panel;
    private final @Nullable Revisions revisions;
    private final @Nullable Merges merges;
    private final @Nullable TrialIdeas ideas;
    private final @Nullable CountLaw ideaLaw;
    /** The tokens of a revision, where they are not those of a solution. */
    private final @Nullable CountLaw revisionLaw;

    private final CountLaw tokenLaw;
    private final boolean constantTokens;
    private final int tokensPerStep;
    private final Site tokenSite = new Site(Purpose.TOKENS);
    private ProblemTables problem;

    /** The tokens last asked for, of what, when there were how many nodes: what is made next is what was asked for. */
    private long asked;

    private int askedBelow = NOBODY;
    private int askedAt = NOBODY;

    /**
     * A model of a world.
     *
     * @param world as it plays, its answers those at its temperature
     * @param declared the policy with its temperature
     */
    TreeModel(SyntheticWorld world, Policy declared, List<ProblemTables> problems) {
        this.problems = problems;
        problem = problems.get(0);
        tokenLaw = world.policy().tokensPerStep();
        constantTokens = tokenLaw.constant();
        tokensPerStep = tokenLaw.min();
        panel = world.verifiers().panel();
        nodes = Nodes.of(world, problem);
        answers = new TrialAnswers(world.policy(), nodes);
        scores = new TrialScores(world.verifiers(), nodes, answers, problem);
        Policy policy = world.policy();
        Links links = nodes.links;
        revisions =
                policy.chain() == null || links == null ? null : new Revisions(policy.chain(), nodes, links, answers);
        merges = policy.merge() == null || links == null ? null : new Merges(policy.merge(), nodes, links);
        revisionLaw = policy.chain() == null ? null : policy.chain().tokens();
        IdeaLaw law = policy.ideas();
        ideas = law == null ? null : new TrialIdeas(law, declared, nodes, problem);
        ideaLaw = law == null ? null : law.tokens();
        turnTo(0);
    }

    @Override
    public void turnTo(int number) {
        problem = problems.get(number);
        nodes.turnTo(problem);
        answers.turnTo(problem);
        scores.turnTo(problem);
        if (!constantTokens || revisionLaw != null || ideaLaw != null) {
            tokenSite.turnTo(problem.origin, problem.index);
        }
        if (revisions != null) {
            revisions.turnTo(problem);
        }
        if (merges != null) {
            merges.turnTo(problem);
        }
        if (ideas != null) {
            ideas.turnTo(problem);
        }
    }

    @Override
    public void begin(long trial) {
        scores.begin(trial);
        if (!constantTokens || revisionLaw != null || ideaLaw != null) {
            tokenSite.begin(trial);
        }
        if (revisions != null) {
            revisions.begin(trial);
        }
        if (merges != null) {
            merges.begin(trial);
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
        return problem.promptTokens;
    }

    // ---- tokens ----

    @Override
    public int tokensPerStep() {
        return constantTokens ? tokensPerStep : VARIABLE;
    }

    @Override
    public double meanTokens() {
        return tokenLaw.mean();
    }

    @Override
    public double tokenVariance() {
        return tokenLaw.variance();
    }

    @Override
    public double tokenQuantile(double u) {
        return tokenLaw.quantile(u);
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

    private int stepTokens(long node, int step) {
        return tokenLaw.quantile(Address.uniform(tokenSite.word(node, step)));
    }

    @Override
    public long tokens(int node) {
        if (!constantTokens || (revisionLaw != null && revises(node))) {
            return nodes.tokens[node];
        }
        boolean step = nodes.treed && (nodes.parent[node] != Session.NONE || nodes.depth[node] == 1);
        return step ? tokensPerStep : solutionTokens();
    }

    // ---- making ----

    @Override
    public boolean addWholes(int count, long wanted) {
        nodes.reserve(count);
        if (constantTokens) {
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
            nodes.tokens[nodes.size] = (int) nextStepTokens(parents[i]);
            right |= nodes.addChildren(parents, i, 1);
        }
        return right;
    }

    // ---- chains and merging ----

    private boolean revises(int node) {
        return revisions != null && revisions.before(node) != Session.NONE;
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
            return revisionLaw.quantile(Address.uniform(tokenSite.word(nodes.nextChild(node))));
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
        if (constantTokens && revisionLaw == null) {
            return count * solutionTokens();
        }
        long sum = 0;
        int at = node;
        for (int left = count; left > 0; left--) {
            sum += textTokens(at);
            at = revisions().before(at);
        }
        return sum;
    }

    /** The tokens of a candidate with all its steps. */
    private long textTokens(int candidate) {
        long sum = 0;
        for (int at = candidate; at != Session.NONE; at = nodes.parent(at)) {
            sum += tokens(at);
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
        if (constantTokens && revisionLaw == null) {
            return count * solutionTokens();
        }
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += textTokens(members[i]);
        }
        return sum;
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
        if (ideas == null) {
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
        return ideas().follow(idea, ideas().chance(idea));
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
    public void probabilities(int from, int count, double[] into) {
        scores.probabilities(from, count, into);
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
