package overthink.core.model.part;

import org.jspecify.annotations.Nullable;
import overthink.core.api.Session;
import overthink.core.law.part.Combination;
import overthink.core.law.part.PartChances;
import overthink.core.law.part.PartGraph;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.AbstractPlainModel;
import overthink.core.model.PartwiseModel;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.random.Voice;

/** One trial in a {@link PartWorld}. */
final class PartModel extends AbstractPlainModel implements PartwiseModel {

    /** Distinct wrong answers are numbered by node and part from here on. */
    private static final int DISTINCT_FROM = 1;

    private final PartDraw drawn;
    private final PartGraph graph;
    private final PartPolicy policy;
    private final Combination combination;
    private final int parts;
    private final PartNodes nodes;
    private final PartAnswers answers;
    private final @Nullable PartScorer outcome;
    private final @Nullable PartScorer process;
    private final Site sound = new Site(Purpose.PART_SOUND);
    private final Site answerOf = new Site(Purpose.PART_ANSWER);
    /** By part: it is right iff its word, halved, is below. */
    private final long[] soundBelow;

    private final long[] flawedBelow;
    private long equivalentBelow;
    private long inequivalentBelow;

    PartModel(PartDraw drawn) {
        this.drawn = drawn;
        PartWorld world = drawn.world();
        graph = world.graph();
        policy = world.policy();
        combination = world.combination();
        parts = graph.count();
        nodes = new PartNodes(parts);
        answers = new PartAnswers(nodes, parts, combination);
        outcome = scorer(world.verifiers().outcome(), Voice.OUTCOME);
        process = scorer(world.verifiers().process(), Voice.PROCESS);
        soundBelow = new long[parts];
        flawedBelow = new long[parts];
        turnTo(0);
    }

    private @Nullable PartScorer scorer(@Nullable Verifier verifier, Voice voice) {
        return verifier == null ? null : new PartScorer(verifier, voice, nodes);
    }

    @Override
    public void turnTo(int problem) {
        nodes.turnTo(drawn.origin(), problem);
        sound.turnTo(drawn.origin(), problem);
        answerOf.turnTo(drawn.origin(), problem);
        double mean = 0;
        for (int part = 0; part < parts; part++) {
            double chance = drawn.chance(problem, part);
            mean += chance / parts;
            soundBelow[part] = Address.threshold(chance);
            flawedBelow[part] = Address.threshold(policy.recovery() * chance);
        }
        equivalentBelow = Address.threshold(policy.equivalence());
        inequivalentBelow = Address.threshold(policy.recovery() * policy.equivalence());
        if (outcome != null) {
            outcome.turnTo(drawn.origin(), problem, drawn.p(problem));
        }
        if (process != null) {
            process.turnTo(drawn.origin(), problem, mean);
        }
    }

    @Override
    public void begin(long trial) {
        nodes.begin(trial);
        answers.begin();
        sound.begin(trial);
        answerOf.begin(trial);
        if (outcome != null) {
            outcome.begin(trial);
        }
        if (process != null) {
            process.begin(trial);
        }
    }

    // ---- what making costs ----

    @Override
    public int steps() {
        return parts;
    }

    @Override
    public long promptTokens() {
        return policy.promptTokens();
    }

    @Override
    public int tokensPerStep() {
        return policy.tokensPerStep();
    }

    @Override
    public long attemptTokens(int part) {
        return policy.tokensPerStep();
    }

    // ---- making ----

    /** Draws a node's answer to a part, given its other answers. */
    private void answer(int node, int part, long ifSound, long ifFlawed) {
        answer(node, part, PartChances.sees(graph, part, nodes.rights(node)) ? ifSound : ifFlawed);
    }

    private void answer(int node, int part, long below) {
        long number = nodes.number(node);
        boolean right = sound.word(number, part) >>> 1 < below;
        nodes.set(node, part, right ? 0 : wrong(node, part, number));
    }

    private int wrong(int node, int part, long number) {
        return policy.wrongAnswers() == PartPolicy.DISTINCT
                ? DISTINCT_FROM + node
                : 1 + (int) (Address.uniform(answerOf.word(number, part)) * policy.wrongAnswers());
    }

    @Override
    public boolean addWholes(int count, long wanted) {
        boolean right = false;
        for (int i = 0; i < count; i++) {
            int node = nodes.addWhole();
            for (int part = 0; part < parts; part++) {
                answer(node, part, soundBelow[part], flawedBelow[part]);
            }
            right |= worth(node) == RIGHT;
        }
        return right;
    }

    @Override
    public void growTree() {
        // nodes of all kinds stand side by side from the start
    }

    @Override
    public void checkExtendable(int parent) {
        if (parent == Session.NONE) {
            return;
        }
        if (parent < 0 || parent >= nodes.size()) {
            throw new IllegalArgumentException("there is no node %d; there are %d".formatted(parent, nodes.size()));
        }
        if (nodes.attempted(parent) != PartNodes.NO_PART) {
            throw new IllegalArgumentException(
                    "node %d is an attempt at a part and cannot be extended".formatted(parent));
        }
        if (nodes.depth(parent) == parts) {
            throw new IllegalArgumentException("node %d is complete and cannot be extended".formatted(parent));
        }
    }

    @Override
    public boolean addChildren(int[] parents, int from, int count) {
        boolean right = false;
        for (int i = from; i < from + count; i++) {
            checkExtendable(parents[i]);
            int node = nodes.addChild(parents[i]);
            int part = nodes.depth(node) - 1;
            answer(node, part, soundBelow[part], flawedBelow[part]);
            right |= part == parts - 1 && worth(node) == RIGHT;
        }
        return right;
    }

    @Override
    public PartwiseModel needParts() {
        return this;
    }

    @Override
    public int parts() {
        return parts;
    }

    @Override
    public int waitsFor(int part, int[] into) {
        for (int i = 0; i < graph.waits(part); i++) {
            into[i] = graph.before(part, i);
        }
        return graph.waits(part);
    }

    @Override
    public int partOf(int node) {
        return nodes.attempted(node);
    }

    @Override
    public void addAttempt(int part, int[] chosen) {
        boolean sees = true;
        for (int i = 0; i < graph.waits(part); i++) {
            int before = graph.before(part, i);
            sees &= nodes.code(chosen[before], before) == 0;
        }
        answer(nodes.addAttempt(part), part, sees ? soundBelow[part] : flawedBelow[part]);
    }

    @Override
    public int partAnswer(int attempt) {
        return answers.ofPart(attempt);
    }

    @Override
    public boolean addAssembled(int[] chosen) {
        return worth(nodes.addAssembled(chosen)) == RIGHT;
    }

    @Override
    public boolean addContraction(int parent) {
        int node = nodes.addChild(parent);
        int part = nodes.depth(node) - 1;
        answer(node, part, equivalentBelow, inequivalentBelow);
        return part == parts - 1 && worth(node) == RIGHT;
    }

    // ---- looking ----

    @Override
    public int size() {
        return nodes.size();
    }

    private double goodness(int node) {
        return combination.worth(Long.bitCount(nodes.rights(node)), parts);
    }

    @Override
    public long worth(int node) {
        int right = Long.bitCount(nodes.rights(node));
        return combination == Combination.SUM ? RIGHT * right / parts : goodness(node) == 1 ? RIGHT : 0;
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
        return nodes.whole(node) && nodes.attempted(node) == PartNodes.NO_PART && !nodes.assembled(node)
                ? nextWholeTokens()
                : nodes.assembled(node) ? 0 : policy.tokensPerStep();
    }

    @Override
    public int answer(int node) {
        return answers.of(node);
    }

    // ---- scores ----

    @Override
    public void needOutcome() {
        need(outcome, "outcome verifier");
    }

    @Override
    public void needProcess() {
        need(process, "process verifier");
    }

    @Override
    public void needJudge() {
        throw new IllegalStateException("this world has no judge");
    }

    private static PartScorer need(@Nullable PartScorer scorer, String name) {
        if (scorer == null) {
            throw new IllegalStateException("this world has no " + name);
        }
        return scorer;
    }

    @Override
    public double outcome(int node) {
        return need(outcome, "outcome verifier").score(node, goodness(node), 0);
    }

    @Override
    public double process(int node) {
        int attempted = nodes.attempted(node);
        return process(node, attempted == PartNodes.NO_PART ? nodes.depth(node) - 1 : attempted);
    }

    private double process(int node, int part) {
        return need(process, "process verifier").score(node, nodes.code(node, part) == 0 ? 1 : 0, part);
    }

    @Override
    public void steps(int node, int count, double[] into) {
        int at = node;
        for (int part = parts - 1; part >= 0; part--) {
            if (part < count) {
                into[part] = process(at, part);
            }
            at = nodes.parent(at) == Session.NONE ? at : nodes.parent(at);
        }
    }

    @Override
    public boolean prefers(int first, int second) {
        needJudge();
        return false;
    }
}
