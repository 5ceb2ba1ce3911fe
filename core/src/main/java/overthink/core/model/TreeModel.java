package overthink.core.model;

import java.util.List;
import overthink.core.api.Session;
import overthink.core.law.cost.CountLaw;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/** One trial in a {@link SyntheticWorld}: solutions that grow step by step, sound or flawed, with answers and scores. */
final class TreeModel implements Model {

    private static final int NOBODY = -3;
    /** In place of a parent: a whole candidate. */
    private static final int WHOLE = -2;

    private final List<ProblemTables> problems;
    private final Nodes nodes;
    private final TrialAnswers answers;
    private final TrialScores scores;
    private final CountLaw tokenLaw;
    private final boolean constantTokens;
    private final int tokensPerStep;
    private final Site tokenSite = new Site(Purpose.TOKENS);
    private ProblemTables problem;

    /** The tokens last asked for, of what, when there were how many nodes: what is made next is what was asked for. */
    private long asked;

    private int askedBelow = NOBODY;
    private int askedAt = NOBODY;

    TreeModel(SyntheticWorld world, List<ProblemTables> problems) {
        this.problems = problems;
        problem = problems.get(0);
        tokenLaw = world.policy().tokensPerStep();
        constantTokens = tokenLaw.constant();
        tokensPerStep = tokenLaw.min();
        nodes = Nodes.of(world, problem);
        answers = new TrialAnswers(world.policy(), nodes);
        scores = new TrialScores(world.verifiers(), nodes, answers, problem);
        turnTo(0);
    }

    @Override
    public void turnTo(int number) {
        problem = problems.get(number);
        nodes.turnTo(problem);
        answers.turnTo(problem);
        scores.turnTo(problem);
        if (!constantTokens) {
            tokenSite.turnTo(problem.origin, problem.index);
        }
    }

    @Override
    public void begin(long trial) {
        scores.begin(trial);
        if (!constantTokens) {
            tokenSite.begin(trial);
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
            return (long) tokensPerStep * problem.steps;
        }
        if (askedAt != nodes.size || askedBelow != WHOLE) {
            long node = nodes.nextWhole();
            long sum = 0;
            for (int t = 1; t <= problem.steps; t++) {
                sum += stepTokens(node, t);
            }
            remember(sum, WHOLE);
        }
        return asked;
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
        if (!constantTokens) {
            return nodes.tokens[node];
        }
        boolean step = nodes.treed && (nodes.parent[node] != Session.NONE || nodes.depth[node] == 1);
        return step ? tokensPerStep : (long) tokensPerStep * problem.steps;
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
