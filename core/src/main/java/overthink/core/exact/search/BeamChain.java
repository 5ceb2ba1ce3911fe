package overthink.core.exact.search;

import overthink.core.exact.Ranges;
import overthink.core.law.step.StepChain;
import overthink.core.law.verifier.NoiseLaw;

/**
 * Beam search where the noise of every node's score is its own: N nodes a step, of which the b best by score get N children in
 * turn; after the last step the best score is the answer. The number of sound nodes is a Markov chain: scores are independent
 * given it, so that {@link SoundParents} tells how many children have a sound parent, and each child is sound with a chance of its
 * parent's. Whatever noise all nodes share changes no rank.
 */
public final class BeamChain {

    private final int n;
    private final SoundParents parents;
    private final SoundAmongBest winner;
    private final double[] root;

    /**
     * The chain for some numbers of nodes, which serves all problems of one verifier.
     *
     * @param noise of every score, of deviation 1
     * @param distance of the centre of sound ones from that of flawed ones, finite
     * @param n N, within what {@link SoundParents} takes
     * @param best b, from 1 to N
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public BeamChain(NoiseLaw noise, double distance, int n, int best) {
        Ranges.count("n", n, SoundParents.LARGEST);
        this.n = n;
        parents = new SoundParents(noise, distance, n, best);
        winner = new SoundAmongBest(noise, distance, n, 1);
        root = new double[n + 1];
        root[n] = 1;
    }

    /**
     * What a search comes to on a problem.
     *
     * @param steps how soundness goes on
     */
    public SearchEnd end(StepChain steps) {
        double[] law = SoundChildren.of(root, steps.stays(1), steps.recovers(1));
        for (int t = 2; t <= steps.steps(); t++) {
            law = SoundChildren.of(parents.over(law), steps.stays(t), steps.recovers(t));
        }
        double accuracy = 0;
        double covered = 0;
        double right = 0;
        for (int sound = n; sound > 0; sound--) {
            accuracy += law[sound] * winner.chance(sound, 1);
            covered += law[sound];
            right += sound * law[sound];
        }
        double error = (steps.steps() - 1) * parents.error() + winner.error();
        return new SearchEnd(Math.min(1, accuracy), error, Math.min(1, covered), right);
    }
}
