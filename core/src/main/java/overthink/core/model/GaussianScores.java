package overthink.core.model;

import java.util.Arrays;
import overthink.core.api.LogOdds;
import overthink.core.api.Session;
import overthink.core.random.Gaussian;
import overthink.core.random.Site;

/**
 * What graded verifiers with Gaussian noise and none of the single call's say of many nodes of one trial at once: the scores
 * of {@link TrialScores}, to the last bit, in loops without branches.
 */
final class GaussianScores {

    /** Fewer nodes go one by one, lest the long loops be compiled for short trips. */
    static final int BATCH = 8;

    private static final int BLOCK = 1024;

    private final Nodes nodes;
    private final TrialAnswers answers;
    private final long[] words = new long[BLOCK];
    /** Of the nodes of a block: their noise, or their scores on the way to probabilities. */
    private final double[] noise = new double[BLOCK];

    /** By candidate, while all are whole: its outcome score, as far as they are made. */
    private double[] scores = new double[BLOCK];

    private int scored;

    /** By candidate: its score as a probability, as far as they are worked out. */
    private double[] probabilities = new double[BLOCK];

    private int likely;

    /** Whether no score of the trial's candidates can be beyond {@link LogOdds#LEAST} and its opposite. */
    private boolean moderate;

    GaussianScores(Nodes nodes, TrialAnswers answers) {
        this.nodes = nodes;
        this.answers = answers;
    }

    /** Begins a trial. */
    void begin() {
        scored = 0;
        likely = 0;
    }

    /** Forgets the scores of candidates that are drawn anew. */
    void retune() {
        scored = Math.min(scored, nodes.size);
        likely = Math.min(likely, nodes.size);
    }

    // ---- candidates generated whole, while there is nothing else ----

    /** How many candidates are scored. */
    int scored() {
        return scored;
    }

    /** Their outcome scores. */
    double[] scores() {
        return scores;
    }

    /** Their outcome scores as probabilities, at least as far as {@code end}, which is scored. */
    double[] probabilities(int end) {
        if (likely < end) {
            if (probabilities.length < scored) {
                probabilities = Arrays.copyOf(probabilities, scores.length);
            }
            for (; likely < scored; likely += Math.min(BLOCK, scored - likely)) {
                int count = Math.min(BLOCK, scored - likely);
                System.arraycopy(scores, likely, noise, 0, count);
                if (moderate) {
                    LogOdds.moderateProbabilities(noise, count);
                } else {
                    LogOdds.probabilities(noise, count);
                }
                System.arraycopy(noise, 0, probabilities, likely, count);
            }
        }
        return probabilities;
    }

    /** Scores all candidates drawn. */
    void scoreDrawn(Scorer scorer) {
        moderate = scorer.plain && scorer.farthest(Gaussian.GREATEST) <= -LogOdds.LEAST;
        if (scores.length < nodes.drawn) {
            scores = Arrays.copyOf(scores, Math.max(nodes.drawn, 2 * scores.length));
        }
        for (int from = scored; from < nodes.drawn; from += BLOCK) {
            scoreWholes(scorer, from, Math.min(BLOCK, nodes.drawn - from));
        }
        scored = nodes.drawn;
    }

    private void scoreWholes(Scorer scorer, int from, int count) {
        scorer.own().inLine(nodes.number(from), nodes.stride(), words, 0, count);
        if (!scorer.looksAtAnswers()) {
            score(scorer, from, count, scores, from);
            return;
        }
        draw(scorer, count);
        int[] codes = answers.codes(from + count);
        int known = answers.known();
        for (int i = 0; i < count; i++) {
            int code = codes[from + i];
            noise[i] += code <= known ? scorer.ofAnswer(code) : scorer.ofUniqueAnswer(nodes.number(from + i));
        }
        scale(scorer, from, count, scores, from);
    }

    // ---- nodes of a tree ----

    /** The process scores of {@code count} nodes from {@code from} on; the verifier must not look at answers. */
    void process(Scorer scorer, int from, int count, double[] into) {
        for (int done = 0; done < count; done += BLOCK) {
            int some = Math.min(BLOCK, count - done);
            System.arraycopy(nodes.number, from + done, words, 0, some);
            scorer.own().at(words, 0, some);
            if (scorer.persistence == 0) {
                score(scorer, from + done, some, into, done);
            } else {
                scorePaths(scorer, from + done, some, into, done);
            }
        }
    }

    /** {@link #process} of a few nodes by a plain verifier, one by one. */
    void processFew(Scorer scorer, int from, int count, double[] into) {
        Site own = scorer.own();
        double[] base = scorer.base();
        double slope = scorer.slope();
        for (int i = 0; i < count; i++) {
            double noise = Gaussian.of(own.word(nodes.number[from + i]));
            into[i] = base[(int) nodes.sound[from + i]] + slope * noise;
        }
    }

    /** Whether the persistent noise above each of {@code count} nodes from {@code from} on is known, or there is none. */
    boolean pathsKnown(int from, int count) {
        int unknown = 0;
        for (int node = from; node < from + count; node++) {
            int above = nodes.parent[node];
            boolean known = above == Session.NONE ? nodes.depth[node] == 1 : !Double.isNaN(nodes.pathNoise[above]);
            unknown += known ? 0 : 1;
        }
        return unknown == 0;
    }

    private void scorePaths(Scorer scorer, int from, int count, double[] into, int at) {
        double[] paths = nodes.pathNoise;
        int[] parents = nodes.parent;
        for (int i = 0; i < count; i++) {
            int above = parents[from + i];
            double fresh = Gaussian.of(words[i]);
            double path = above == Session.NONE ? fresh : scorer.persistence * paths[above] + scorer.freshness * fresh;
            paths[from + i] = path;
            noise[i] = scorer.problemNoise() + scorer.candidateWeight * path;
        }
        scale(scorer, from, count, into, at);
    }

    // ---- both ----

    /** The scores of {@code count} nodes from {@code from} on, whose words are there and whose noise is the problem's and their own. */
    private void score(Scorer scorer, int from, int count, double[] into, int at) {
        if (scorer.plain) {
            scorePlain(scorer, from, count, into, at);
        } else {
            draw(scorer, count);
            scale(scorer, from, count, into, at);
        }
    }

    private void scorePlain(Scorer scorer, int from, int count, double[] into, int at) {
        double[] base = scorer.base();
        double slope = scorer.slope();
        long[] sound = nodes.sound;
        for (int i = 0; i < count; i++) {
            into[at + i] = base[(int) sound[from + i]] + slope * Gaussian.of(words[i]);
        }
    }

    /** Turns words into the noise of the problem and the nodes' own. */
    private void draw(Scorer scorer, int count) {
        double problem = scorer.problemNoise();
        double own = scorer.candidateWeight;
        if (own == 0) {
            Arrays.fill(noise, 0, count, problem);
            return;
        }
        for (int i = 0; i < count; i++) {
            noise[i] = problem + own * Gaussian.of(words[i]);
        }
    }

    /** Turns noise into scores. */
    private void scale(Scorer scorer, int from, int count, double[] into, int at) {
        double[] base = scorer.base();
        double slope = scorer.slope();
        long[] sound = nodes.sound;
        for (int i = 0; i < count; i++) {
            into[at + i] = base[(int) sound[from + i]] + slope * noise[i];
        }
    }
}
