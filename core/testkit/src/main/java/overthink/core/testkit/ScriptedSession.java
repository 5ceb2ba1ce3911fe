package overthink.core.testkit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Resource;
import overthink.core.api.Session;

/**
 * A session that plays a {@link Script}, for exact expectations by hand.
 *
 * <p>Each step takes one token; nothing else costs. A limit in generations bounds the whole candidates generated, and is what
 * strategies size their beams by; steps generated one by one are bounded by a limit in steps or tokens only. What is not
 * limited is paid. A greedy step is what the script says next, too. The judge prefers the higher outcome score, of equals the one
 * named first. Revisions and merged candidates are what the script says next, and the policy is done with a candidate whose outcome
 * score is above 0.
 * Of ideas every third is the one before it again; what follows one, or comes after reading, is what the script says next, too.
 */
public final class ScriptedSession implements Session {

    private static final int LONGEST = 10_000;
    private static final int PARTS = 3;

    private final Script script;
    private final Map<Resource, Long> limits = new EnumMap<>(Resource.class);
    private final Map<Resource, Long> spent = new EnumMap<>(Resource.class);
    private final GoldenRatioSequence random = new GoldenRatioSequence();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Integer, Integer> classes = new HashMap<>();
    /** By node that is an attempt at a part: that part. */
    private final Map<Integer, Integer> attempted = new HashMap<>();
    /** By part. */
    private final List<Map<Integer, Integer>> partClasses = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());

    private final List<Integer> batches = new ArrayList<>();
    private final List<Integer> commitments = new ArrayList<>();
    private List<String> verifiers = List.of("outcome");
    private List<String> policies = List.of("policy");
    private final Map<Integer, Integer> makers = new HashMap<>();
    private double signal = Double.NaN;
    private int portion = 4096;
    private int steps;
    private int ideas;
    private boolean looked = true;

    private record Node(int parent, int firstStep, int lastStep, int depth, boolean complete) {}

    /**
     * Plays a script with a budget in generations.
     *
     * @param script what happens
     * @param generations how many whole candidates are paid, and what beams are sized by
     */
    public ScriptedSession(Script script, long generations) {
        this.script = script;
        limits.put(Resource.GENERATIONS, generations);
    }

    /** Bounds another resource as well. */
    public ScriptedSession withLimit(Resource resource, long amount) {
        limits.put(resource, amount);
        return this;
    }

    /** Delivers what {@link #generate(int)} is asked for in portions of at most {@code size}. */
    public ScriptedSession withPortions(int size) {
        portion = size;
        return this;
    }

    /**
     * Names the outcome verifiers. The first says what the script says of a candidate's last step, each of the others what it says
     * of the step before that of which the one before it speaks, or of the first step.
     */
    public ScriptedSession withVerifiers(List<String> names) {
        verifiers = List.copyOf(names);
        return this;
    }

    /** Names the policies. All of them make what the script says next; it is known of each node whose view made it. */
    public ScriptedSession withPolicies(List<String> names) {
        policies = List.copyOf(names);
        return this;
    }

    /** Has the problem give a signal, free of charge. */
    public ScriptedSession withSignal(double value) {
        signal = value;
        return this;
    }

    /** The steps generated in each round. */
    public List<Integer> batches() {
        return List.copyOf(batches);
    }

    /** The numbers of a node's steps, from the root. */
    public List<Integer> path(int node) {
        List<Integer> path = new ArrayList<>();
        for (int at = node; at != NONE; at = nodes.get(at).parent()) {
            for (int step = nodes.get(at).lastStep(); step >= nodes.get(at).firstStep(); step--) {
                path.add(0, step);
            }
        }
        return path;
    }

    /** The candidate committed last, {@link #NONE} when none was or the last word was to abstain. */
    public int committed() {
        return commitments.isEmpty() ? NONE : commitments.get(commitments.size() - 1);
    }

    /** Everything committed, in order; {@link #NONE} where the strategy abstained. */
    public List<Integer> commitments() {
        return List.copyOf(commitments);
    }

    /** How many uniforms were drawn. */
    public int uniformsDrawn() {
        return random.drawn();
    }

    @Override
    public int generate() {
        int length = 1;
        while (!script.completeness().complete(steps + length - 1, length)) {
            if (++length > LONGEST) {
                throw new IllegalStateException(
                        "no whole solution within %d steps from step %d on".formatted(LONGEST, steps));
            }
        }
        if (!pays(Resource.GENERATIONS, 1) || !pays(Resource.STEPS, length) || !pays(Resource.TOKENS, length)) {
            return NONE;
        }
        spend(Resource.GENERATIONS, 1);
        return deliver(NONE, length, length, true);
    }

    @Override
    public int generate(int width) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, not " + width);
        }
        int paid = 0;
        while (paid < Math.min(width, portion) && generate() != NONE) {
            paid++;
        }
        return paid;
    }

    @Override
    public int extend(int node) {
        int depth = 1;
        if (node != NONE) {
            Node parent = node(node);
            if (parent.complete()) {
                throw new IllegalArgumentException("node %d is complete".formatted(node));
            }
            depth = parent.depth() + 1;
        }
        if (!pays(Resource.STEPS, 1) || !pays(Resource.TOKENS, 1)) {
            return NONE;
        }
        return deliver(node, 1, depth, script.completeness().complete(steps, depth));
    }

    @Override
    public int extend(int[] parents, int count) {
        int paid = 0;
        while (paid < count && extend(parents[paid]) != NONE) {
            paid++;
        }
        return paid;
    }

    @Override
    public int extendGreedily(int[] parents, int count) {
        return extend(parents, count);
    }

    private int deliver(int parent, int length, int depth, boolean complete) {
        if (looked) {
            batches.add(0);
            spend(Resource.ROUNDS, 1);
            looked = false;
        }
        batches.set(batches.size() - 1, batches.get(batches.size() - 1) + length);
        spend(Resource.STEPS, length);
        spend(Resource.TOKENS, length);
        nodes.add(new Node(parent, steps, steps + length - 1, depth, complete));
        steps += length;
        return nodes.size() - 1;
    }

    @Override
    public int revise(int candidate, boolean toldWrong) {
        candidate(candidate);
        looked = true;
        return generate();
    }

    @Override
    public boolean finished(int candidate) {
        looked = true;
        return script.outcomeScore().applyAsDouble(candidate(candidate).lastStep()) > 0;
    }

    @Override
    public int merge(int[] candidates, int count) {
        for (int i = 0; i < count; i++) {
            candidate(candidates[i]);
        }
        looked = true;
        return generate();
    }

    @Override
    public int policies() {
        return policies.size();
    }

    @Override
    public int policyNumber(String name) {
        int number = policies.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("there is no policy %s; there are %s".formatted(name, policies));
        }
        return number;
    }

    @Override
    public Session policy(int number) {
        if (number < 0 || number >= policies.size()) {
            throw new IllegalArgumentException(
                    "there is no policy %d; there are %d".formatted(number, policies.size()));
        }
        return number == 0 ? this : new Made(number);
    }

    /** This session as one of its other policies works on it. */
    private final class Made extends ForwardingSession {

        private final int number;

        Made(int number) {
            super(ScriptedSession.this);
            this.number = number;
        }

        @Override
        public Session policy(int other) {
            return ScriptedSession.this.policy(other);
        }

        @Override
        public int generate() {
            return by(super.generate());
        }

        @Override
        public int generate(int width) {
            return byAll(super.generate(width));
        }

        @Override
        public int generate(int width, int callsEach) {
            return byAll(super.generate(width, callsEach));
        }

        @Override
        public int extend(int node) {
            return by(super.extend(node));
        }

        @Override
        public int extend(int[] parents, int count) {
            return byAll(super.extend(parents, count));
        }

        @Override
        public int extendGreedily(int[] parents, int count) {
            return byAll(super.extendGreedily(parents, count));
        }

        @Override
        public int revise(int candidate, boolean toldWrong) {
            return by(super.revise(candidate, toldWrong));
        }

        @Override
        public int merge(int[] candidates, int count) {
            return by(super.merge(candidates, count));
        }

        private int by(int node) {
            byAll(node == NONE ? 0 : 1);
            return node;
        }

        private int byAll(int count) {
            for (int node = nodes.size() - count; node < nodes.size(); node++) {
                makers.put(node, number);
            }
            return count;
        }
    }

    @Override
    public int policyOf(int node) {
        node(node);
        return makers.getOrDefault(node, 0);
    }

    @Override
    public double signal() {
        if (Double.isNaN(signal)) {
            throw new IllegalStateException("the script has no signal");
        }
        looked = true;
        return signal;
    }

    @Override
    public int verifiers() {
        return verifiers.size();
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
    public Session verifier(int number) {
        if (number < 0 || number >= verifiers.size()) {
            throw new IllegalArgumentException(
                    "there is no verifier %d; there are %d".formatted(number, verifiers.size()));
        }
        return number == 0 ? this : new Judged(number);
    }

    /** This session as one of its other verifiers judges. */
    private final class Judged extends ForwardingSession {

        private final int number;

        Judged(int number) {
            super(ScriptedSession.this);
            this.number = number;
        }

        @Override
        public double verify(int candidate) {
            return ScriptedSession.this.verify(candidate, number);
        }

        @Override
        public void verify(int from, int to, double[] into) {
            for (int i = from; i < to; i++) {
                into[i - from] = verify(i);
            }
        }
    }

    private double verify(int candidate, int verifier) {
        candidate(candidate);
        List<Integer> path = path(candidate);
        int step = path.get(Math.max(0, path.size() - 1 - verifier));
        return call() ? script.outcomeScore().applyAsDouble(step) : Double.NaN;
    }

    @Override
    public int vary(int candidate, double stride) {
        candidate(candidate);
        looked = true;
        return generate();
    }

    @Override
    public int idea() {
        return ideas++;
    }

    @Override
    public int ideaClass(int idea) {
        idea(idea);
        looked = true;
        return idea / 3 * 2 + Math.min(1, idea % 3);
    }

    @Override
    public int generateFrom(int idea) {
        idea(idea);
        looked = true;
        return generate();
    }

    private void idea(int idea) {
        if (idea < 0 || idea >= ideas) {
            throw new IllegalArgumentException("there is no idea " + idea);
        }
    }

    @Override
    public void read(int documents) {
        looked = true;
    }

    @Override
    public void demonstrate(int demonstrations) {
        looked = true;
    }

    /** The last part waits for all others, which do not wait. */
    @Override
    public int parts() {
        return PARTS;
    }

    @Override
    public int waitsFor(int part, int[] into) {
        int count = part == PARTS - 1 ? PARTS - 1 : 0;
        for (int i = 0; i < count; i++) {
            into[i] = i;
        }
        return count;
    }

    @Override
    public int attempt(int part, int[] chosen) {
        looked |= part == PARTS - 1;
        int node = extend(NONE);
        attempted.put(node, part);
        return node;
    }

    @Override
    public int partAnswer(int attempt) {
        looked = true;
        int answer = script.answer().applyAsInt(node(attempt).lastStep());
        Map<Integer, Integer> known = partClasses.get(Objects.requireNonNull(attempted.get(attempt), "no attempt"));
        return known.computeIfAbsent(answer, unseen -> known.size());
    }

    @Override
    public int assemble(int[] chosen) {
        looked = true;
        Node last = node(chosen[PARTS - 1]);
        nodes.add(new Node(NONE, last.firstStep(), last.lastStep(), PARTS, true));
        return nodes.size() - 1;
    }

    @Override
    public int contract(int node) {
        looked |= node != NONE;
        return extend(node);
    }

    @Override
    public double verify(int candidate) {
        int step = candidate(candidate).lastStep();
        return call() ? script.outcomeScore().applyAsDouble(step) : Double.NaN;
    }

    @Override
    public void verify(int from, int to, double[] into) {
        for (int i = from; i < to; i++) {
            into[i - from] = verify(i);
        }
    }

    @Override
    public double score(int node) {
        int step = node(node).lastStep();
        return call() ? script.processScore().applyAsDouble(step) : Double.NaN;
    }

    @Override
    public void score(int from, int to, double[] into) {
        for (int i = from; i < to; i++) {
            into[i - from] = score(i);
        }
    }

    @Override
    public int stepScores(int candidate, double[] into) {
        candidate(candidate);
        List<Integer> path = path(candidate);
        int paid = 0;
        while (paid < path.size() && call()) {
            into[paid] = script.processScore().applyAsDouble(path.get(paid));
            paid++;
        }
        return paid;
    }

    @Override
    public int judge(int first, int second) {
        int firstStep = candidate(first).lastStep();
        int secondStep = candidate(second).lastStep();
        if (!call()) {
            return NONE;
        }
        return script.outcomeScore().applyAsDouble(firstStep)
                        >= script.outcomeScore().applyAsDouble(secondStep)
                ? 1
                : 0;
    }

    private boolean call() {
        looked = true;
        if (!pays(Resource.VERIFIER_CALLS, 1)) {
            return false;
        }
        spend(Resource.VERIFIER_CALLS, 1);
        return true;
    }

    @Override
    public int answer(int candidate) {
        looked = true;
        int answer = script.answer().applyAsInt(candidate(candidate).lastStep());
        return classes.computeIfAbsent(answer, unseen -> classes.size());
    }

    @Override
    public void answers(int from, int to, int[] into) {
        for (int i = from; i < to; i++) {
            into[i - from] = answer(i);
        }
    }

    @Override
    public boolean complete(int node) {
        looked = true;
        return node(node).complete();
    }

    @Override
    public int depth(int node) {
        return node(node).depth();
    }

    @Override
    public int parent(int node) {
        return node(node).parent();
    }

    @Override
    public int tokens(int node) {
        looked = true;
        return node(node).lastStep() - node(node).firstStep() + 1;
    }

    @Override
    public int size() {
        return nodes.size();
    }

    @Override
    public long spent(Resource resource) {
        return spent.getOrDefault(resource, 0L);
    }

    @Override
    public long limit(Resource resource) {
        return limits.getOrDefault(resource, Long.MAX_VALUE);
    }

    @Override
    public void commit(int candidate) {
        candidate(candidate);
        commitments.add(candidate);
    }

    @Override
    public void abstain() {
        commitments.add(NONE);
    }

    @Override
    public UniformRandomProvider random() {
        return random;
    }

    private boolean pays(Resource resource, long amount) {
        return spent(resource) + amount <= limit(resource);
    }

    private void spend(Resource resource, long amount) {
        spent.merge(resource, amount, Long::sum);
    }

    private Node candidate(int handle) {
        Node node = node(handle);
        if (!node.complete()) {
            throw new IllegalArgumentException("node %d is not complete".formatted(handle));
        }
        return node;
    }

    private Node node(int handle) {
        if (handle < 0 || handle >= nodes.size()) {
            throw new IllegalArgumentException("there is no node %d, there are %d".formatted(handle, nodes.size()));
        }
        return nodes.get(handle);
    }
}
