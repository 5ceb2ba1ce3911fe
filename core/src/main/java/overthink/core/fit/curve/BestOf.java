package overthink.core.fit.curve;

import java.util.Arrays;
import overthink.core.world.Recording;

/** Best-of-k, equals sharing the win, by the closed form of {@link overthink.core.exact.replay.BestOfReplay}. */
final class BestOf implements Statistic {

    private final Recording recording;
    private final DrawTable chances = new DrawTable();
    private int problem = -1;
    /** By candidate: the place of its score among the problem's different ones. */
    private int[] place = new int[0];
    /** By place: candidates, and right ones. */
    private int[] several = new int[0];

    private int[] right = new int[0];

    BestOf(Recording recording) {
        this.recording = recording;
    }

    @Override
    public void of(int which, int[] candidates, int[] ks, double[] into) {
        turnTo(which);
        Arrays.fill(several, 0);
        Arrays.fill(right, 0);
        for (int candidate : candidates) {
            several[place[candidate]]++;
            right[place[candidate]] += recording.correct(problem, candidate) ? 1 : 0;
        }
        for (int i = 0; i < ks.length; i++) {
            if (ks[i] <= candidates.length) {
                double[] all = chances.of(candidates.length, ks[i]);
                double value = 0;
                int upTo = 0;
                for (int score = 0; score < several.length; score++) {
                    if (right[score] > 0) {
                        value += (all[upTo + several[score]] - all[upTo]) * right[score] / several[score];
                    }
                    upTo += several[score];
                }
                into[i] = value;
            }
        }
    }

    private void turnTo(int which) {
        if (which == problem) {
            return;
        }
        problem = which;
        int n = recording.candidates(problem);
        double[] scores = new double[n];
        for (int candidate = 0; candidate < n; candidate++) {
            // the two zeros are equal
            scores[candidate] = recording.score(0, problem, candidate) + 0.0;
        }
        double[] different = Arrays.stream(scores).sorted().distinct().toArray();
        place = new int[n];
        for (int candidate = 0; candidate < n; candidate++) {
            place[candidate] = Arrays.binarySearch(different, scores[candidate]);
        }
        several = new int[different.length];
        right = new int[different.length];
    }
}
