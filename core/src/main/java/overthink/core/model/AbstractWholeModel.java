package overthink.core.model;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * A model whose candidates come whole, in one step, and which has no verifier unless it says so: what a world of samples needs to
 * add is little.
 */
public abstract class AbstractWholeModel extends AbstractPlainModel {

    private int size;

    @Override
    public void begin(long trial) {
        size = 0;
    }

    @Override
    public int steps() {
        return 1;
    }

    @Override
    public long promptTokens() {
        return 0;
    }

    @Override
    public int tokensPerStep() {
        return 1;
    }

    @Override
    public long nextStepTokens(int parent) {
        throw noSteps();
    }

    @Override
    public boolean addWholes(int count, long wanted) {
        boolean right = false;
        for (int i = 0; i < count; i++) {
            make(size);
            right |= worth(size++) == RIGHT;
        }
        return right;
    }

    /** Makes candidate {@code node}, the next. */
    protected abstract void make(int node);

    @Override
    public void growTree() {
        throw noSteps();
    }

    @Override
    public void checkExtendable(int parent) {
        throw noSteps();
    }

    @Override
    public boolean addChildren(int[] parents, int from, int count) {
        throw noSteps();
    }

    private static IllegalStateException noSteps() {
        return new IllegalStateException("this world's solutions do not grow step by step");
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final int depth(int node) {
        return 1;
    }

    @Override
    public final int parent(int node) {
        return Session.NONE;
    }

    @Override
    public final int complete(int from, int to, boolean[] into, int at) {
        Arrays.fill(into, at, at + to - from, true);
        return to - from;
    }

    @Override
    public long tokens(int node) {
        return tokensPerStep();
    }

    @Override
    public void needOutcome() {
        throw new IllegalStateException("this world has no outcome verifier");
    }

    @Override
    public void needProcess() {
        throw new IllegalStateException("this world has no process verifier");
    }

    @Override
    public void needJudge() {
        throw new IllegalStateException("this world has no judge");
    }

    @Override
    public double outcome(int node) {
        needOutcome();
        return Double.NaN;
    }

    @Override
    public double process(int node) {
        needProcess();
        return Double.NaN;
    }

    @Override
    public void steps(int node, int count, double[] into) {
        processes(node, Math.min(count, 1), into);
    }

    @Override
    public boolean prefers(int first, int second) {
        needJudge();
        return false;
    }
}
