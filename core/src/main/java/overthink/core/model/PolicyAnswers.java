package overthink.core.model;

import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * The wrong answers that several policies give to one problem at a time. The k-th of each is common to all with probability ω, and
 * then it is the k-th of every policy for which it is common, too; otherwise it is the policy's own. Common answers have classes 1
 * to K, K being the most that any policy knows, and the own ones of policy m those from K·(m + 1) + 1 on.
 */
final class PolicyAnswers {

    /** In place of a class: the policy never gives this answer. */
    static final int OTHERS = -1;

    private final AnswerSampler[] samplers;
    private final long[] silentBelow;
    private final double[] silence;
    private final boolean allCommon;
    private final long commonBelow;
    private final Site site = new Site(Purpose.COMMON_ANSWER);
    /** K of the problem in hand, once all policies have turned to it. */
    private int most;

    PolicyAnswers(SyntheticWorld world, AnswerSampler first) {
        int size = world.ensemble().size();
        samplers = new AnswerSampler[size];
        samplers[0] = first;
        for (int i = 1; i < size; i++) {
            samplers[i] = new AnswerSampler(world.policy(i).wrongAnswers());
        }
        silentBelow = new long[size];
        silence = new double[size];
        double overlap = world.ensemble().overlap();
        allCommon = overlap == 1;
        commonBelow = Address.threshold(overlap);
    }

    /** Turns to another problem as a policy finds it; the first policy's sampler has turned to it before. */
    void turnTo(int policy, ProblemTables tables) {
        if (policy == 0) {
            site.turnTo(tables.origin, tables.index);
            most = 0;
        } else {
            samplers[policy].turnTo(tables);
        }
        most = Math.max(most, samplers[policy].known());
        silentBelow[policy] = tables.silentBelow;
        silence[policy] = tables.silence;
    }

    /** Classes 0 (right) to this can be given by several candidates. */
    int known() {
        return allCommon ? most : most * (samplers.length + 1);
    }

    long silentBelow(int policy) {
        return silentBelow[policy];
    }

    double silence(int policy) {
        return silence[policy];
    }

    /** How a policy's own answers are picked, by its own classes. */
    AnswerSampler sampler(int policy) {
        return samplers[policy];
    }

    /** The class that a policy's wrong candidate picks, or {@link AnswerSampler#UNIQUE}. */
    int pick(int policy, long word) {
        return label(policy, samplers[policy].pick(word));
    }

    /** The class of what is a policy's own class {@code own}. */
    int label(int policy, int own) {
        return allCommon || own == AnswerSampler.UNIQUE || common(policy, own) ? own : most * (policy + 1) + own;
    }

    /** The inverse of {@link #label}; {@link #OTHERS} where there is none. */
    int own(int policy, int label) {
        int own = label;
        if (label > most) {
            int whose = (label - 1) / most - 1;
            if (whose != policy) {
                return OTHERS;
            }
            own = label - most * (policy + 1);
        } else if (!allCommon && !common(policy, label)) {
            return OTHERS;
        }
        return own > samplers[policy].known() ? OTHERS : own;
    }

    /** Labels the first policy's own classes of {@code count} candidates from {@code from} on. */
    void relabel(int[] codes, int from, int count) {
        for (int node = from; !allCommon && node < from + count; node++) {
            codes[node] = label(0, codes[node]);
        }
    }

    private boolean common(int policy, int own) {
        return site.slot((long) policy << 32 | own) >>> 1 < commonBelow;
    }
}
