package overthink.core.model;

import overthink.core.api.LogOdds;

/** A model whose steps all take as many tokens, and whose batches are their members one by one. */
public abstract class AbstractPlainModel implements Model {

    @Override
    public double meanTokens() {
        return tokensPerStep();
    }

    @Override
    public double tokenVariance() {
        return 0;
    }

    @Override
    public double tokenQuantile(double u) {
        return tokensPerStep();
    }

    @Override
    public long nextWholeTokens() {
        return (long) steps() * tokensPerStep();
    }

    @Override
    public long nextStepTokens(int parent) {
        return tokensPerStep();
    }

    @Override
    public int complete(int from, int to, boolean[] into, int at) {
        int whole = 0;
        for (int node = from; node < to; node++) {
            boolean complete = depth(node) == steps();
            into[at + node - from] = complete;
            whole += complete ? 1 : 0;
        }
        return whole;
    }

    @Override
    public void answers(int from, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = answer(from + i);
        }
    }

    @Override
    public final void outcomes(int from, int count, double[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = outcome(from + i);
        }
    }

    @Override
    public final void probabilities(int from, int count, double[] scores, double[] into) {
        System.arraycopy(scores, 0, into, 0, count);
        LogOdds.probabilities(into, count);
    }

    @Override
    public final void processes(int from, int count, double[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = process(from + i);
        }
    }
}
