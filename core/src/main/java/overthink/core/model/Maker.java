package overthink.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.law.cost.CountLaw;
import overthink.core.world.Policy;

/** One of a world's policies at work in a trial: what it writes, revises and merges on the problem in hand. */
final class Maker {

    final CountLaw tokenLaw;
    /** Whether all steps of the first policy, where it is the only one, have the same tokens. */
    final boolean constantTokens;
    /** The tokens of every step, where they are all alike. */
    final int tokensPerStep;
    /** How many models write each token. */
    final int parts;

    final @Nullable Revisions revisions;
    final @Nullable Merges merges;
    /** The tokens of a revision, where they are not those of a solution. */
    final @Nullable CountLaw revisionLaw;

    private final List<ProblemTables> problems;
    ProblemTables problem;

    /**
     * A policy.
     *
     * @param number its number
     * @param parts how many models write each token
     */
    Maker(Policy policy, int number, int parts, List<ProblemTables> problems, Nodes nodes, TrialAnswers answers) {
        this.parts = parts;
        this.problems = problems;
        problem = problems.get(0);
        tokenLaw = policy.tokensPerStep();
        constantTokens = tokenLaw.constant() && number == 0;
        tokensPerStep = tokenLaw.min();
        Links links = nodes.links;
        revisions = policy.chain() == null || links == null
                ? null
                : new Revisions(policy.chain(), number, nodes, links, answers);
        merges = policy.merge() == null || links == null ? null : new Merges(policy.merge(), nodes, links);
        revisionLaw = policy.chain() == null ? null : policy.chain().tokens();
    }

    /** Whether some of its nodes have other tokens than others. */
    boolean tokensVary() {
        return !constantTokens || revisionLaw != null;
    }

    /** Turns to another problem. */
    void turnTo(int number) {
        problem = problems.get(number);
        if (revisions != null) {
            revisions.turnTo(problem);
        }
        if (merges != null) {
            merges.turnTo(problem);
        }
    }

    /** Turns to the problem as it is after reading. */
    void retune(ProblemTables other) {
        problem = other;
        if (revisions != null) {
            revisions.retune(other);
        }
        if (merges != null) {
            merges.retune(other);
        }
    }

    /** Begins a trial. */
    void begin(long trial) {
        if (revisions != null) {
            revisions.begin(trial);
        }
        if (merges != null) {
            merges.begin(trial);
        }
    }
}
