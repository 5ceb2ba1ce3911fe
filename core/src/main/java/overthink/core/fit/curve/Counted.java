package overthink.core.fit.curve;

import overthink.core.world.Recording;

/** Coverage and pass^k from numbers of right candidates, and the first accepted one from those of accepted ones, by closed forms. */
final class Counted implements Statistic {

    private final Recording recording;
    private final Rule rule;
    private final DrawTable chances = new DrawTable();

    Counted(Recording recording, Rule rule) {
        this.recording = recording;
        this.rule = rule;
    }

    @Override
    public void of(int problem, int[] candidates, int[] ks, double[] into) {
        int n = candidates.length;
        int right = 0;
        int accepted = 0;
        int acceptedRight = 0;
        for (int candidate : candidates) {
            boolean good = recording.correct(problem, candidate);
            right += good ? 1 : 0;
            if (rule == Rule.FIRST_ACCEPTED && recording.score(0, problem, candidate) > 0) {
                accepted++;
                acceptedRight += good ? 1 : 0;
            }
        }
        for (int i = 0; i < ks.length; i++) {
            if (ks[i] <= n) {
                double[] all = chances.of(n, ks[i]);
                into[i] = switch (rule) {
                    case COVERAGE -> 1 - all[n - right];
                    case ALL_RIGHT -> all[right];
                    case FIRST_ACCEPTED -> {
                        double none = all[n - accepted];
                        yield share(acceptedRight, accepted) * (1 - none)
                                + share(right - acceptedRight, n - accepted) * none;
                    }
                    case BEST_OF_N, MAJORITY_VOTE, WEIGHTED_VOTE ->
                        throw new IllegalStateException(rule.label() + " is not a matter of counts");
                };
            }
        }
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
