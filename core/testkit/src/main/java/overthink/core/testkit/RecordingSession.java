package overthink.core.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Resource;
import overthink.core.api.Session;

/**
 * A session that writes down every call with what it brought, one line each ({@code extend([0, 0], 2) = 2}), and counts what
 * was delivered.
 */
public final class RecordingSession extends ForwardingSession {

    private final Delivered delivered;
    private final List<String> calls;
    private final UniformRandomProvider random;
    /** Which view of the trial this is, as it stands before a call. */
    private final String view;

    /** Records what a strategy does with {@code session}. */
    public RecordingSession(Session session) {
        super(session);
        delivered = new Delivered();
        calls = new ArrayList<>();
        random = new RecordingRandom(session.random(), calls);
        view = "";
    }

    private RecordingSession(Session session, RecordingSession of, String view) {
        super(session);
        delivered = of.delivered;
        calls = of.calls;
        random = of.random;
        this.view = of.view + view + ".";
    }

    /** What a trial delivered, through whichever of its views. */
    private static final class Delivered {

        private final BitSet wholes = new BitSet();
        private final BitSet assembled = new BitSet();
        private int nodes;
        private long verifierCalls;
        /** Those of ideas and of looks at the signal, as they were charged, since neither says how many it has. */
        private long tokensOfNoNode;
    }

    private record RecordingRandom(UniformRandomProvider source, List<String> calls) implements UniformRandomProvider {

        @Override
        public long nextLong() {
            long value = source.nextLong();
            calls.add("nextLong() = " + value);
            return value;
        }

        @Override
        public double nextDouble() {
            double value = source.nextDouble();
            calls.add("nextDouble() = " + value);
            return value;
        }
    }

    /** Writes down a call and what it brought. */
    private <T> T noted(T brought, String method, Object... given) {
        StringBuilder call = new StringBuilder(view).append(method).append('(');
        String separator = "";
        for (Object value : given) {
            call.append(separator).append(value);
            separator = ", ";
        }
        calls.add(call.append(") = ").append(brought).toString());
        return brought;
    }

    /** Every call so far. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** The calls of one method so far. */
    public List<String> calls(String method) {
        return calls.stream().filter(call -> call.startsWith(method + "(")).toList();
    }

    /** How many steps were delivered, counted from the nodes; for use after the strategy, as it looks at them. */
    public long stepsDelivered() {
        long steps = 0;
        for (int node = 0; node < delivered.nodes; node++) {
            steps += delivered.assembled.get(node)
                    ? 0
                    : delivered.wholes.get(node) ? session().depth(node) : 1;
        }
        return steps;
    }

    /** How many tokens were delivered, counted from the nodes, and those of ideas and of a signal; for use after the strategy, as it looks at them. */
    public long tokensDelivered() {
        long tokens = delivered.tokensOfNoNode;
        for (int node = 0; node < delivered.nodes; node++) {
            tokens += session().tokens(node);
        }
        return tokens;
    }

    /** How many calls of a verifier or judge brought a score. */
    public long verifierCallsDelivered() {
        return delivered.verifierCalls;
    }

    @Override
    public int generate() {
        int node = super.generate();
        deliver(node == NONE ? 0 : 1, true);
        return noted(node, "generate");
    }

    @Override
    public int generate(int width) {
        return noted(deliver(super.generate(width), true), "generate", width);
    }

    @Override
    public int generate(int width, int callsEach) {
        return noted(deliver(super.generate(width, callsEach), true), "generate", width, callsEach);
    }

    @Override
    public int extend(int node) {
        int child = super.extend(node);
        deliver(child == NONE ? 0 : 1, false);
        return noted(child, "extend", node);
    }

    @Override
    public int extend(int[] parents, int count) {
        String given = Arrays.toString(Arrays.copyOf(parents, count));
        return noted(deliver(super.extend(parents, count), false), "extend", given, count);
    }

    @Override
    public int extendGreedily(int[] parents, int count) {
        String given = Arrays.toString(Arrays.copyOf(parents, count));
        return noted(deliver(super.extendGreedily(parents, count), false), "extendGreedily", given, count);
    }

    @Override
    public int revise(int candidate, boolean toldWrong) {
        int node = super.revise(candidate, toldWrong);
        deliver(node == NONE ? 0 : 1, true);
        return toldWrong ? noted(node, "revise", candidate, "wrong") : noted(node, "revise", candidate);
    }

    @Override
    public boolean finished(int candidate) {
        return noted(super.finished(candidate), "finished", candidate);
    }

    @Override
    public int merge(int[] candidates, int count) {
        int node = super.merge(candidates, count);
        deliver(node == NONE ? 0 : 1, true);
        return noted(node, "merge", Arrays.toString(Arrays.copyOf(candidates, count)));
    }

    @Override
    public int vary(int candidate, double stride) {
        int node = super.vary(candidate, stride);
        deliver(node == NONE ? 0 : 1, true);
        return noted(node, "vary", candidate, stride);
    }

    @Override
    public int parts() {
        return noted(super.parts(), "parts");
    }

    @Override
    public int waitsFor(int part, int[] into) {
        int count = super.waitsFor(part, into);
        noted(Arrays.toString(Arrays.copyOf(into, count)), "waitsFor", part);
        return count;
    }

    @Override
    public int attempt(int part, int[] chosen) {
        int node = super.attempt(part, chosen);
        deliver(node == NONE ? 0 : 1, false);
        return noted(node, "attempt", part);
    }

    @Override
    public int partAnswer(int attempt) {
        return noted(super.partAnswer(attempt), "partAnswer", attempt);
    }

    @Override
    public int assemble(int[] chosen) {
        int node = super.assemble(chosen);
        delivered.assembled.set(node);
        deliver(1, true);
        return noted(node, "assemble", Arrays.toString(chosen));
    }

    @Override
    public int contract(int node) {
        int child = super.contract(node);
        deliver(child == NONE ? 0 : 1, false);
        return noted(child, "contract", node);
    }

    @Override
    public int idea() {
        long before = session().spent(Resource.TOKENS);
        int idea = super.idea();
        delivered.tokensOfNoNode += session().spent(Resource.TOKENS) - before;
        return noted(idea, "idea");
    }

    @Override
    public int ideaClass(int idea) {
        return noted(super.ideaClass(idea), "ideaClass", idea);
    }

    @Override
    public int generateFrom(int idea) {
        int node = super.generateFrom(idea);
        deliver(node == NONE ? 0 : 1, true);
        return noted(node, "generateFrom", idea);
    }

    @Override
    public void read(int documents) {
        calls.add("read(%d)".formatted(documents));
        super.read(documents);
    }

    @Override
    public void demonstrate(int demonstrations) {
        calls.add("demonstrate(%d)".formatted(demonstrations));
        super.demonstrate(demonstrations);
    }

    private int deliver(int count, boolean whole) {
        delivered.wholes.set(delivered.nodes, delivered.nodes + count, whole);
        delivered.nodes += count;
        return count;
    }

    @Override
    public void together(long announced) {
        calls.add("%stogether(%d)".formatted(view, announced));
        super.together(announced);
    }

    @Override
    public int policyNumber(String name) {
        return noted(super.policyNumber(name), "policyNumber", name);
    }

    @Override
    public int policies() {
        return noted(super.policies(), "policies");
    }

    @Override
    public Session policy(int number) {
        return new RecordingSession(super.policy(number), this, "policy(%d)".formatted(number));
    }

    @Override
    public int policyOf(int node) {
        return noted(super.policyOf(node), "policyOf", node);
    }

    @Override
    public double signal() {
        long before = session().spent(Resource.TOKENS);
        double signal = super.signal();
        delivered.tokensOfNoNode += session().spent(Resource.TOKENS) - before;
        return noted(signal, "signal");
    }

    @Override
    public int verifierNumber(String name) {
        return noted(super.verifierNumber(name), "verifierNumber", name);
    }

    @Override
    public int verifiers() {
        return noted(super.verifiers(), "verifiers");
    }

    @Override
    public Session verifier(int number) {
        return new RecordingSession(super.verifier(number), this, "verifier(%d)".formatted(number));
    }

    @Override
    public double verify(int candidate) {
        return noted(count(super.verify(candidate)), "verify", candidate);
    }

    @Override
    public void verify(int from, int to, double[] into) {
        super.verify(from, to, into);
        noted(count(into, to - from), "verify", from, to);
    }

    @Override
    public double score(int node) {
        return noted(count(super.score(node)), "score", node);
    }

    @Override
    public void score(int from, int to, double[] into) {
        super.score(from, to, into);
        noted(count(into, to - from), "score", from, to);
    }

    @Override
    public int stepScores(int candidate, double[] into) {
        int paid = super.stepScores(candidate, into);
        noted(count(into, paid), "stepScores", candidate);
        return paid;
    }

    @Override
    public int judge(int first, int second) {
        int verdict = super.judge(first, second);
        delivered.verifierCalls += verdict == NONE ? 0 : 1;
        return noted(verdict, "judge", first, second);
    }

    private double count(double score) {
        delivered.verifierCalls += Double.isNaN(score) ? 0 : 1;
        return score;
    }

    private String count(double[] scores, int count) {
        for (int i = 0; i < count; i++) {
            count(scores[i]);
        }
        return Arrays.toString(Arrays.copyOf(scores, count));
    }

    @Override
    public int answer(int candidate) {
        return noted(super.answer(candidate), "answer", candidate);
    }

    @Override
    public void answers(int from, int to, int[] into) {
        super.answers(from, to, into);
        noted(Arrays.toString(Arrays.copyOf(into, to - from)), "answers", from, to);
    }

    @Override
    public boolean allAnswer() {
        return noted(super.allAnswer(), "allAnswer");
    }

    @Override
    public boolean answered(int candidate) {
        return noted(super.answered(candidate), "answered", candidate);
    }

    @Override
    public boolean complete(int node) {
        return noted(super.complete(node), "complete", node);
    }

    @Override
    public int depth(int node) {
        return noted(super.depth(node), "depth", node);
    }

    @Override
    public int parent(int node) {
        return noted(super.parent(node), "parent", node);
    }

    @Override
    public int tokens(int node) {
        return noted(super.tokens(node), "tokens", node);
    }

    @Override
    public int size() {
        return noted(super.size(), "size");
    }

    @Override
    public long spent(Resource resource) {
        return noted(super.spent(resource), "spent", resource);
    }

    @Override
    public long limit(Resource resource) {
        return noted(super.limit(resource), "limit", resource);
    }

    @Override
    public boolean pays(long candidates, long callsOfVerifiers) {
        return noted(super.pays(candidates, callsOfVerifiers), "pays", candidates, callsOfVerifiers);
    }

    @Override
    public long solutions(int callsPerStep, int callsPerCandidate) {
        return noted(super.solutions(callsPerStep, callsPerCandidate), "solutions", callsPerStep, callsPerCandidate);
    }

    @Override
    public void commit(int candidate) {
        calls.add("commit(%d)".formatted(candidate));
        super.commit(candidate);
    }

    @Override
    public void abstain() {
        calls.add("abstain()");
        super.abstain();
    }

    @Override
    public UniformRandomProvider random() {
        return random;
    }
}
