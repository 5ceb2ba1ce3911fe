package overthink.strategies.policies;

import java.util.Arrays;
import overthink.core.api.Resource;
import overthink.core.api.Session;

/**
 * How many candidates each of several policies generates, so that all generate as many and the budget pays for them: with
 * L<sub>m</sub> candidates that it pays for were all of policy m, n of each cost n·Σ 1/L<sub>m</sub> of it.
 */
final class Shares {

    /** Rounding. */
    private static final double NOTHING = 1e-9;

    private final AskedPolicies roster;
    private final int most;
    private final int callsEach;
    private int[] counts = new int[0];

    /**
     * Shares of a roster.
     *
     * @param most candidates of each; 0 for all that the budget pays
     * @param callsEach verifier calls on each candidate
     */
    Shares(AskedPolicies roster, int most, int callsEach) {
        this.roster = roster;
        this.most = most == 0 ? Integer.MAX_VALUE : most;
        this.callsEach = callsEach;
    }

    /** Begins a trial. */
    void begin(Session session) {
        roster.begin(session);
        int size = roster.size();
        if (counts.length < size) {
            counts = Arrays.copyOf(counts, size);
        }
        double sum = 0;
        long least = Long.MAX_VALUE;
        long greatest = 0;
        for (int i = 0; i < size; i++) {
            long paid = paid(roster.of(session, i));
            counts[i] = paid == 0 ? 0 : 1;
            sum += paid == 0 ? 0 : 1.0 / paid;
            least = Math.min(least, paid);
            greatest = Math.max(greatest, paid);
        }
        boolean alike = least == greatest;
        long each = alike ? least / size : sum == 0 ? 0 : (long) Math.min(most, 1 / sum + NOTHING);
        long left = alike ? least % size : 0;
        for (int i = 0; i < size; i++) {
            counts[i] *= (int) Math.min(most, Math.max(1, each + (i < left ? 1 : 0)));
        }
    }

    /** How many candidates a policy can be paid for, one at least where it is not judged. */
    private long paid(Session session) {
        long unjudged = session.limit(Resource.GENERATIONS);
        return callsEach == 0 ? unjudged : Math.max(session.solutions(0, callsEach), Math.min(1, unjudged));
    }

    /**
     * Has each generate its share, all in one round.
     *
     * @return how many were paid, which are all that the trial has
     */
    int generate(Session session) {
        for (int i = 0; i < roster.size(); i++) {
            Session policy = roster.of(session, i);
            int owed = counts[i];
            while (owed > 0) {
                int some = policy.generate(owed, callsEach);
                if (some == 0) {
                    break;
                }
                owed -= some;
            }
        }
        return session.size();
    }
}
