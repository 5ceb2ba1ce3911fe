package overthink.core.law.step;

/**
 * The step that a policy takes at temperature 0: the likeliest of those that may come next. Steps are told apart by what comes
 * of them. Below a sound node one keeps it sound, with probability s<sub>t</sub>; for each wrong answer there is one that leads
 * to it, (1 − s<sub>t</sub>)·(1 − μ)·w<sub>k</sub>, with μ the share of wrong candidates that give no answer and w<sub>k</sub>
 * the share of the k-th answer among those of the others; and one leads to no answer, (1 − s<sub>t</sub>)·μ. So the likeliest
 * step keeps the node sound iff s<sub>t</sub> &gt; 0 and
 *
 * <p>s<sub>t</sub> ≥ (1 − s<sub>t</sub>)·g, g = max(μ, (1 − μ)·max<sub>k</sub> w<sub>k</sub>),
 *
 * <p>and else leads to the answer of g, an answer before none. Below a flawed node one step makes it sound, with probability
 * ρ·s<sub>t</sub>, and one leaves it as it is; the former is the likeliest iff ρ·s<sub>t</sub> ≥ ½. Of equals it is the one to
 * soundness that is taken.
 *
 * <p>Hence what comes of a node is the same in all trials of a problem, and all nodes of one state and depth share it. With T
 * steps alike and no recovery, a path of likeliest steps from a sound node is sound iff p ≥ (g/(1 + g))<sup>T</sup>, that is for
 * all but the hardest problems, and one from a flawed node never is: rolled on like this a node shows what it is, later.
 *
 * <p><b>Declared, not measured.</b> A world says how often a step slips and what comes of slips, not how many texts say the same.
 * Here all right steps are one, and so are all mistakes that lead to one answer; a model whose right steps are worded in many
 * ways, one as likely as the other, is right less often than this. Nor is it the {@linkplain
 * overthink.core.law.idea.Temperature temperature} 0 of whole solutions, at which the likeliest answer wins, not the likeliest
 * step. Steps are taken at the temperature 0 of the law that the policy samples by, at whatever temperature that is.
 */
public final class GreedyStep {

    private GreedyStep() {}

    /**
     * g, what the likeliest mistake is of all mistakes.
     *
     * @param silence μ, in [0, 1]
     * @param greatestShare the greatest w<sub>k</sub>, in [0, 1]; 0 where no two mistakes lead to one answer
     */
    public static double rival(double silence, double greatestShare) {
        return Math.max(silence, (1 - silence) * greatestShare);
    }

    /**
     * Whether the likeliest step below a node leads to a sound one.
     *
     * @param chain of the problem
     * @param t which step it is, 1 to T
     * @param fromSound whether the node is sound
     * @param rival g
     * @throws IndexOutOfBoundsException when there is no such step
     */
    public static boolean leavesSound(StepChain chain, int t, boolean fromSound, double rival) {
        if (!fromSound) {
            return chain.recovers(t) >= 0.5;
        }
        double stays = chain.stays(t);
        return stays > 0 && stays >= (1 - stays) * rival;
    }
}
