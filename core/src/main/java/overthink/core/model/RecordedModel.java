package overthink.core.model;

import java.util.Arrays;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Recording;

/** One trial in a {@link RecordedWorld}: a handle is a candidate of the recording, in an order drawn for the trial. */
final class RecordedModel extends AbstractWholeModel {

    private final Recording recording;
    private final boolean replacement;
    private final int tokens;
    private final int promptTokens;
    private final Origin origin;
    private final Site order = new Site(Purpose.RECORDED_CANDIDATE);
    private final AnswerNumbers numbers = new AnswerNumbers();

    private final boolean allAnswer;
    private int problem;
    /** n of the problem. */
    private int recorded;
    /** How many classes of answers the problem has. */
    private int classes;
    /** The candidates in the order drawn, followed by those not drawn; with replacement those drawn alone. */
    private int[] drawn = new int[0];
    /** Without replacement, with which place each drawn one was exchanged. */
    private int[] exchanged = new int[0];
    /** How many verifier calls each node has had, where more than one was recorded; the last recorded stands for all further ones. */
    private int[] calls = new int[0];

    RecordedModel(RecordedWorld world, Origin origin) {
        recording = world.recording();
        replacement = world.replacement();
        tokens = world.tokens();
        promptTokens = world.promptTokens();
        allAnswer = recording.allAnswered();
        this.origin = origin;
        turnTo(0);
    }

    @Override
    public void turnTo(int other) {
        problem = other;
        recorded = recording.candidates(other);
        classes = recording.classes(other);
        order.turnTo(origin, other);
        if (!replacement) {
            reserve(recorded);
            Arrays.setAll(drawn, i -> i);
        }
        super.begin(0);
    }

    @Override
    public void begin(long trial) {
        if (!replacement) {
            // back to the order of the recording: what a trial draws depends on no other
            for (int node = size() - 1; node >= 0; node--) {
                exchange(node, exchanged[node]);
            }
        }
        super.begin(trial);
        order.begin(trial);
        numbers.reset();
    }

    private void reserve(int room) {
        if (drawn.length < room) {
            int length = Math.max(room, 2 * drawn.length);
            drawn = Arrays.copyOf(drawn, length);
            exchanged = Arrays.copyOf(exchanged, length);
            calls = Arrays.copyOf(calls, recording.calls() > 1 ? length : 0);
        }
    }

    private void exchange(int a, int b) {
        int candidate = drawn[a];
        drawn[a] = drawn[b];
        drawn[b] = candidate;
    }

    @Override
    public long most() {
        return replacement ? Long.MAX_VALUE : recorded;
    }

    @Override
    protected void make(int node) {
        reserve(node + 1);
        if (calls.length > 0) {
            calls[node] = 0;
        }
        if (replacement) {
            drawn[node] = below(recorded, node);
        } else {
            // the next of a random permutation (Fisher and Yates)
            exchanged[node] = node + below(recorded - node, node);
            exchange(node, exchanged[node]);
        }
    }

    /** A number from 0 to {@code bound}, exclusive, each with the same chance but for 2⁻³³. */
    private int below(int bound, int node) {
        return (int) Math.multiplyHigh(order.slot(node) >>> 1, 2L * bound);
    }

    @Override
    public long promptTokens() {
        return promptTokens;
    }

    @Override
    public int tokensPerStep() {
        return recording.hasTokens() ? VARIABLE : tokens;
    }

    @Override
    public double meanTokens() {
        return recording.hasTokens() ? recording.meanTokens() : tokens;
    }

    @Override
    public double tokenVariance() {
        return recording.hasTokens() ? recording.tokenVariance() : 0;
    }

    @Override
    public double tokenQuantile(double u) {
        return recording.hasTokens() ? recording.tokenQuantile(u) : tokens;
    }

    @Override
    public long nextWholeTokens() {
        if (!recording.hasTokens()) {
            return tokens;
        }
        int node = size();
        int next = replacement ? below(recorded, node) : drawn[node + below(recorded - node, node)];
        return recording.tokens(problem, next);
    }

    @Override
    public long tokens(int node) {
        return recording.hasTokens() ? recording.tokens(problem, drawn[node]) : tokens;
    }

    @Override
    public long worth(int node) {
        return recording.correct(problem, drawn[node]) ? RIGHT : 0;
    }

    @Override
    public boolean allAnswer() {
        return allAnswer;
    }

    @Override
    public boolean answered(int node) {
        needAnswers();
        return recording.answer(problem, drawn[node]) != Recording.NO_ANSWER;
    }

    @Override
    public int answer(int node) {
        return numbers.of(answerClass(node));
    }

    @Override
    public boolean tellsAnswers() {
        return recording.hasAnswers();
    }

    @Override
    public int answerClass(int node) {
        needAnswers();
        int recordedClass = recording.answer(problem, drawn[node]);
        // whoever gave no answer agrees with nobody
        return recordedClass == Recording.NO_ANSWER ? classes + node : recordedClass;
    }

    private void needAnswers() {
        if (!recording.hasAnswers()) {
            throw new IllegalStateException("answers were not recorded");
        }
    }

    @Override
    public void needOutcome() {
        if (recording.calls() == 0) {
            throw new IllegalStateException("a verifier's scores were not recorded");
        }
    }

    @Override
    public double outcome(int node) {
        if (recording.calls() == 1) {
            return recording.score(0, problem, drawn[node]);
        }
        int call = Math.min(calls[node]++, recording.calls() - 1);
        return recording.score(call, problem, drawn[node]);
    }
}
