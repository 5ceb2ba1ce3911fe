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

    private final List<String> calls = new ArrayList<>();
    private final BitSet wholes = new BitSet();
    private final UniformRandomProvider random;
    private int nodes;
    private long verifierCalls;

    /** Records what a strategy does with {@code session}. */
    public RecordingSession(Session session) {
        super(session);
        random = new RecordingRandom(session.random(), calls);
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
        for (int node = 0; node < nodes; node++) {
            steps += wholes.get(node) ? session().depth(node) : 1;
        }
        return steps;
    }

    /** How many tokens were delivered, counted from the nodes; for use after the strategy, as it looks at them. */
    public long tokensDelivered() {
        long tokens = 0;
        for (int node = 0; node < nodes; node++) {
            tokens += session().tokens(node);
        }
        return tokens;
    }

    /** How many calls of a verifier or judge brought a score. */
    public long verifierCallsDelivered() {
        return verifierCalls;
    }

    @Override
    public int generate() {
        int node = super.generate();
        deliver(node == NONE ? 0 : 1, true);
        calls.add("generate() = " + node);
        return node;
    }

    @Override
    public int generate(int width) {
        int paid = super.generate(width);
        deliver(paid, true);
        calls.add("generate(%d) = %d".formatted(width, paid));
        return paid;
    }

    @Override
    public int generate(int width, int callsEach) {
        int paid = super.generate(width, callsEach);
        deliver(paid, true);
        calls.add("generate(%d, %d) = %d".formatted(width, callsEach, paid));
        return paid;
    }

    @Override
    public int extend(int node) {
        int child = super.extend(node);
        deliver(child == NONE ? 0 : 1, false);
        calls.add("extend(%d) = %d".formatted(node, child));
        return child;
    }

    @Override
    public int extend(int[] parents, int count) {
        int paid = super.extend(parents, count);
        deliver(paid, false);
        calls.add("extend(%s, %d) = %d".formatted(Arrays.toString(Arrays.copyOf(parents, count)), count, paid));
        return paid;
    }

    private void deliver(int count, boolean whole) {
        wholes.set(nodes, nodes + count, whole);
        nodes += count;
    }

    @Override
    public double verify(int candidate) {
        double score = super.verify(candidate);
        count(score);
        calls.add("verify(%d) = %s".formatted(candidate, score));
        return score;
    }

    @Override
    public void verify(int from, int to, double[] into) {
        super.verify(from, to, into);
        calls.add("verify(%d, %d) = %s".formatted(from, to, count(into, to - from)));
    }

    @Override
    public double score(int node) {
        double score = super.score(node);
        count(score);
        calls.add("score(%d) = %s".formatted(node, score));
        return score;
    }

    @Override
    public void score(int from, int to, double[] into) {
        super.score(from, to, into);
        calls.add("score(%d, %d) = %s".formatted(from, to, count(into, to - from)));
    }

    @Override
    public int stepScores(int candidate, double[] into) {
        int paid = super.stepScores(candidate, into);
        calls.add("stepScores(%d) = %s".formatted(candidate, count(into, paid)));
        return paid;
    }

    @Override
    public int judge(int first, int second) {
        int verdict = super.judge(first, second);
        verifierCalls += verdict == NONE ? 0 : 1;
        calls.add("judge(%d, %d) = %d".formatted(first, second, verdict));
        return verdict;
    }

    private void count(double score) {
        verifierCalls += Double.isNaN(score) ? 0 : 1;
    }

    private String count(double[] scores, int count) {
        for (int i = 0; i < count; i++) {
            count(scores[i]);
        }
        return Arrays.toString(Arrays.copyOf(scores, count));
    }

    @Override
    public int answer(int candidate) {
        int answer = super.answer(candidate);
        calls.add("answer(%d) = %d".formatted(candidate, answer));
        return answer;
    }

    @Override
    public void answers(int from, int to, int[] into) {
        super.answers(from, to, into);
        calls.add("answers(%d, %d) = %s".formatted(from, to, Arrays.toString(Arrays.copyOf(into, to - from))));
    }

    @Override
    public boolean complete(int node) {
        boolean complete = super.complete(node);
        calls.add("complete(%d) = %b".formatted(node, complete));
        return complete;
    }

    @Override
    public int depth(int node) {
        int depth = super.depth(node);
        calls.add("depth(%d) = %d".formatted(node, depth));
        return depth;
    }

    @Override
    public int parent(int node) {
        int parent = super.parent(node);
        calls.add("parent(%d) = %d".formatted(node, parent));
        return parent;
    }

    @Override
    public int tokens(int node) {
        int tokens = super.tokens(node);
        calls.add("tokens(%d) = %d".formatted(node, tokens));
        return tokens;
    }

    @Override
    public int size() {
        int size = super.size();
        calls.add("size() = " + size);
        return size;
    }

    @Override
    public long spent(Resource resource) {
        long spent = super.spent(resource);
        calls.add("spent(%s) = %d".formatted(resource, spent));
        return spent;
    }

    @Override
    public long limit(Resource resource) {
        long limit = super.limit(resource);
        calls.add("limit(%s) = %d".formatted(resource, limit));
        return limit;
    }

    @Override
    public boolean pays(long candidates, long verifierCalls) {
        boolean pays = super.pays(candidates, verifierCalls);
        calls.add("pays(%d, %d) = %b".formatted(candidates, verifierCalls, pays));
        return pays;
    }

    @Override
    public long solutions(int callsPerStep, int callsPerCandidate) {
        long solutions = super.solutions(callsPerStep, callsPerCandidate);
        calls.add("solutions(%d, %d) = %d".formatted(callsPerStep, callsPerCandidate, solutions));
        return solutions;
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
