package overthink.core.model;

import overthink.core.api.Session;
import overthink.core.law.step.GreedyStep;

/** Takes the likeliest steps in one trial, by {@link GreedyStep}. */
final class GreedySteps {

    private final Nodes nodes;
    private final TrialAnswers answers;
    /** By policy, in the problem in hand: g of {@link GreedyStep}. */
    private final double[] rivals;

    GreedySteps(int policies, Nodes nodes, TrialAnswers answers) {
        this.nodes = nodes;
        this.answers = answers;
        rivals = new double[policies];
    }

    /** Turns to another problem, to which the answers have turned, as a policy finds it. */
    void turnTo(int policy) {
        rivals[policy] = answers.likeliestMistake(policy);
    }

    /**
     * Takes the likeliest step below a node that can have a child; room was made.
     *
     * @param policy that takes it
     * @param problem as that policy finds it
     * @return whether what comes of it is a whole solution and sound
     */
    boolean take(int node, int policy, ProblemTables problem) {
        int at = node == Session.NONE ? 1 : nodes.depth(node) + 1;
        boolean fromSound = node == Session.NONE || nodes.isSound(node);
        boolean sound = GreedyStep.leavesSound(problem.problem.chain(), at, fromSound, rivals[policy]);
        int made = nodes.size;
        nodes.addGreedyChild(node, sound);
        if (fromSound && !sound) {
            nodes.linked().add(made, Session.NONE, 0, made, answers.likeliestWrong(policy));
        }
        return sound && at == problem.steps;
    }
}
