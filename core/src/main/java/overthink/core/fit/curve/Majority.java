package overthink.core.fit.curve;

import overthink.core.exact.replay.MajorityReplay;
import overthink.core.world.Recording;

/** Majority votes by the closed form of {@link MajorityReplay}. */
final class Majority implements Statistic {

    private final Recording recording;

    Majority(Recording recording) {
        this.recording = recording;
    }

    @Override
    public void of(int problem, int[] candidates, int[] ks, double[] into) {
        int classes = recording.classes(problem);
        int[] votes = new int[classes];
        int[] right = new int[classes];
        int unanswered = 0;
        for (int candidate : candidates) {
            int answer = recording.answer(problem, candidate);
            if (answer == Recording.NO_ANSWER) {
                unanswered++;
            } else {
                votes[answer]++;
                right[answer] += recording.correct(problem, candidate) ? 1 : 0;
            }
        }
        MajorityReplay replay = MajorityReplay.ofClasses(votes, right, unanswered);
        for (int i = 0; i < ks.length; i++) {
            if (ks[i] <= candidates.length) {
                into[i] = replay.accuracy(ks[i]);
            }
        }
    }
}
