package overthink.core.exact.adaptive;

import java.util.Arrays;

/** How many batches a vote begins on average, by when and how large. */
final class VoteRounds {

    private int[] starts = new int[16];
    private int[] sizes = new int[16];
    private double[] chances = new double[16];
    private int count;

    /** Batches that come at fixed times as long as the vote goes on. */
    static VoteRounds fixed(VoteBatches batches, int most, VoteFlow flow) {
        VoteRounds rounds = new VoteRounds();
        for (int drawn = 0; drawn < most; ) {
            int size = Math.min(batches.after(drawn), most - drawn);
            rounds.add(drawn, size, flow.going(drawn));
            drawn += size;
        }
        return rounds;
    }

    /**
     * Batches that are what a window lacks at least. One of b after a row of s, b + s the window, leaves a row of r &lt; b
     * for an answer of probability q with probability q<sup>r</sup>·(1 − q), whatever came before; of b with
     * q<sup>b</sup> for each answer but the row's own, for which the vote stops.
     *
     * @param probabilityOfEach answer of each group
     */
    static VoteRounds sliding(int window, int most, AnswerGroups groups, double[] probabilityOfEach) {
        VoteRounds rounds = new VoteRounds();
        double[][][] begun = new double[most][][];
        begun[0] = new double[window][groups.size()];
        begun[0][0][0] = 1;
        for (int start = 0; start < most; start++) {
            for (int row = 0; begun[start] != null && row < window; row++) {
                double[] byGroup = begun[start][row];
                double chance = Arrays.stream(byGroup).sum();
                int batch = window - row;
                if (chance == 0) {
                    continue;
                }
                rounds.add(start, batch, chance);
                int next = start + batch;
                if (next >= most) {
                    continue;
                }
                if (begun[next] == null) {
                    begun[next] = new double[window][groups.size()];
                }
                for (int group = 0; group < groups.size(); group++) {
                    double q = probabilityOfEach[group];
                    if (group == groups.single()) {
                        begun[next][1][group] += chance * q;
                        continue;
                    }
                    double each = chance * groups.answers(group);
                    double power = q;
                    for (int r = 1; r < batch; r++) {
                        begun[next][r][group] += each * power * (1 - q);
                        power *= q;
                    }
                    if (row > 0) {
                        begun[next][batch][group] += Math.max(0, each - byGroup[group]) * power;
                    }
                }
            }
            begun[start] = null;
        }
        return rounds;
    }

    private void add(int start, int size, double chance) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
            chances = Arrays.copyOf(chances, 2 * count);
        }
        starts[count] = start;
        sizes[count] = size;
        chances[count++] = chance;
    }

    /** Candidates drawn on average when the budget pays for n. */
    double candidates(int n) {
        return waves(n, 1);
    }

    /** Batches begun on average when the budget pays for n candidates. */
    double rounds(int n) {
        return waves(n, Integer.MAX_VALUE);
    }

    /** Waves on average when the budget pays for n candidates and so many of a batch run together. */
    double waves(int n, int concurrency) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            if (starts[i] < n) {
                int drawn = Math.min(sizes[i], n - starts[i]);
                sum += chances[i] * ((drawn - 1) / concurrency + 1);
            }
        }
        return sum;
    }
}
