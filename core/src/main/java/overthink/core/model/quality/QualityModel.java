package overthink.core.model.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Session;
import overthink.core.law.quality.QualityJudge;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.model.AbstractPlainModel;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.random.Voice;

/** One trial in a {@link QualityWorld}. */
final class QualityModel extends AbstractPlainModel {

    private final QualityDraw drawn;
    private final QualityLaw law;
    private final QualityPolicy policy;
    private final QualityNodes nodes;
    private final List<String> verifiers;
    private final QualityScorer[] outcomes;
    private final @Nullable QualityScorer process;
    private final @Nullable QualityScorer judge;
    private final @Nullable QualityJudge judgeLaw;
    private final Site choices = new Site(Purpose.JUDGE_CHOICE);
    /** By number of the quality. */
    private final double[][] directions;

    private int problem;
    private double shift;
    private double rightFrom;
    private int asked;
    private long judgeCalls;

    QualityModel(QualityDraw drawn) {
        this.drawn = drawn;
        QualityWorld world = drawn.world();
        law = world.law();
        policy = world.policy();
        nodes = new QualityNodes(law, policy);
        verifiers = world.verifiers().names();
        List<QualityVerifier> laws = new ArrayList<>(world.verifiers().outcome().values());
        outcomes = new QualityScorer[laws.size()];
        Arrays.setAll(outcomes, place -> new QualityScorer(law, laws.get(place), Voice.OUTCOME, place, nodes));
        QualityVerifier steps = world.verifiers().process();
        process = steps == null ? null : new QualityScorer(law, steps, Voice.PROCESS, 0, nodes);
        judgeLaw = world.verifiers().judge();
        judge = judgeLaw == null ? null : new QualityScorer(law, judgeLaw.view(), Voice.JUDGE, 0, nodes);
        int numbers = law.attributes().isEmpty() ? 1 : law.attributes().size() + 1;
        directions = new double[numbers][];
        for (int which = 0; which < numbers; which++) {
            directions[which] = law.direction(which);
        }
        turnTo(0);
    }

    @Override
    public void turnTo(int number) {
        problem = number;
        shift = drawn.shift(problem);
        rightFrom = drawn.rightFrom(problem);
        nodes.turnTo(drawn.origin(), problem);
        for (QualityScorer outcome : outcomes) {
            outcome.turnTo(drawn.origin(), problem);
        }
        if (process != null) {
            process.turnTo(drawn.origin(), problem);
        }
        if (judge != null) {
            judge.turnTo(drawn.origin(), problem);
            choices.turnTo(drawn.origin(), problem);
        }
    }

    @Override
    public void begin(long trial) {
        nodes.begin(trial);
        for (QualityScorer outcome : outcomes) {
            outcome.begin(trial);
        }
        if (process != null) {
            process.begin(trial);
        }
        if (judge != null) {
            judge.begin(trial);
            choices.begin(trial);
        }
        asked = 0;
        judgeCalls = 0;
    }

    // ---- what making costs ----

    @Override
    public int steps() {
        return policy.steps();
    }

    @Override
    public long promptTokens() {
        return policy.promptTokens();
    }

    @Override
    public int tokensPerStep() {
        return policy.tokensPerStep();
    }

    // ---- making ----

    @Override
    public boolean addWholes(int count, long wanted) {
        boolean right = false;
        for (int i = 0; i < count; i++) {
            nodes.addWhole();
            right |= isRight(nodes.size() - 1);
        }
        return right;
    }

    @Override
    public void growTree() {
        // nodes of both kinds stand side by side from the start
    }

    @Override
    public void checkExtendable(int parent) {
        if (parent != Session.NONE) {
            if (parent < 0 || parent >= nodes.size()) {
                throw new IllegalArgumentException("there is no node %d; there are %d".formatted(parent, nodes.size()));
            }
            if (nodes.depth(parent) == policy.steps()) {
                throw new IllegalArgumentException("node %d is complete and cannot be extended".formatted(parent));
            }
        }
    }

    @Override
    public boolean addChildren(int[] parents, int from, int count) {
        boolean right = false;
        for (int i = from; i < from + count; i++) {
            checkExtendable(parents[i]);
            nodes.addStep(parents[i]);
            right |= isRight(nodes.size() - 1);
        }
        return right;
    }

    @Override
    public void needVariation() {
        // every candidate has neighbours
    }

    @Override
    public long variationTokens(int node) {
        return nextWholeTokens();
    }

    @Override
    public boolean addVariation(int node, double stride) {
        nodes.addNeighbour(node, stride);
        return isRight(nodes.size() - 1);
    }

    private boolean isRight(int node) {
        return nodes.depth(node) == policy.steps() && nodes.along(directions[0], node) >= rightFrom;
    }

    // ---- looking ----

    @Override
    public int size() {
        return nodes.size();
    }

    @Override
    public long worth(int node) {
        return isRight(node) ? RIGHT : 0;
    }

    @Override
    public boolean rightOrWrong() {
        return drawn.world().rightOrWrong();
    }

    @Override
    public int qualities() {
        return directions.length;
    }

    @Override
    public long quality(int node, int which) {
        double value = law.scale(which).at(nodes.along(directions[which], node)) + shift;
        return Math.max(-MOST_QUALITY, Math.min(MOST_QUALITY, Math.round(value * QUALITY_UNIT)));
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
    public long tokens(int node) {
        return nodes.whole(node) ? nextWholeTokens() : policy.tokensPerStep();
    }

    @Override
    public int answer(int node) {
        return node;
    }

    // ---- scores ----

    @Override
    public int verifiers() {
        return Math.max(1, verifiers.size());
    }

    @Override
    public int verifierNumber(String name) {
        int number = verifiers.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("there is no verifier %s; there are %s".formatted(name, verifiers));
        }
        return number;
    }

    @Override
    public void judgeBy(int number) {
        asked = number;
    }

    @Override
    public void needOutcome() {
        if (outcomes.length == 0) {
            throw new IllegalStateException("this world has no outcome verifier");
        }
    }

    @Override
    public void needProcess() {
        process();
    }

    @Override
    public void needJudge() {
        judge();
    }

    private QualityScorer process() {
        if (process == null) {
            throw new IllegalStateException("this world has no process verifier");
        }
        return process;
    }

    private QualityScorer judge() {
        if (judge == null) {
            throw new IllegalStateException("this world has no judge");
        }
        return judge;
    }

    @Override
    public double outcome(int node) {
        needOutcome();
        return outcomes[asked].outcome(node);
    }

    @Override
    public double process(int node) {
        return process().process(node);
    }

    @Override
    public void steps(int node, int count, double[] into) {
        QualityScorer scorer = process();
        if (nodes.whole(node)) {
            scorer.steps(node, count, into);
            return;
        }
        int at = node;
        for (int t = policy.steps(); t >= 1; t--) {
            if (t <= count) {
                into[t - 1] = scorer.process(at);
            }
            at = nodes.parent(at);
        }
    }

    @Override
    public boolean prefers(int first, int second) {
        QualityScorer scorer = judge();
        QualityJudge how = Objects.requireNonNull(judgeLaw, "judge");
        double difference = scorer.seen(first) - scorer.seen(second);
        double prefersFirst = 1 / (1 + StrictMath.exp(-(how.beta() * difference + how.positionBias())));
        return Address.uniform(choices.slot(judgeCalls++)) < prefersFirst;
    }
}
