package overthink.core.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.random.Voice;
import overthink.core.world.Problem;

/**
 * One problem as a solver sees it: the truth, and what the plain session draws once for all trials of the problem, which
 * are the weights of its wrong answers and the noise that a verifier has for the problem and for its answers. They are the
 * very same draws, so that the accuracy over these problems is the same number. Not for use by several threads.
 *
 * <p>Answer 0 is the true one, 1 to {@link #answers()} are wrong ones that several candidates can give; other wrong answers
 * are given once.
 */
public final class ProblemTruth {

    /** Whose noise is asked for. */
    public enum Source {
        /** The outcome verifier's. */
        OUTCOME(Voice.OUTCOME),
        /** The process verifier's, of whole solutions. */
        PROCESS(Voice.PROCESS);

        private final Voice voice;

        Source(Voice voice) {
            this.voice = voice;
        }
    }

    private final SyntheticWorld world;
    /** By policy. */
    private final List<List<ProblemTables>> problems;

    private final double[] signals;
    private final Site counts = new Site(Purpose.COUNTS);
    private final Site firstSeen = new Site(Purpose.FIRST_SEEN);
    private final Site sums = new Site(Purpose.SUMS);
    private ProblemTables tables;
    /** By policy, as far as they were asked for. */
    private final @Nullable AnswerSampler[] samplers;

    private final boolean[] samplersTurned;
    /** Which answers policies have in common; made when it is asked for. */
    private @Nullable PolicyAnswers common;

    private boolean commonTurned;
    private final @Nullable Scorer[] scorers = new Scorer[Source.values().length];
    private final boolean[] scorerTurned = new boolean[scorers.length];

    ProblemTruth(SyntheticWorld world, List<List<ProblemTables>> problems, double[] signals) {
        this.world = world;
        this.problems = problems;
        this.signals = signals;
        samplers = new AnswerSampler[problems.size()];
        samplersTurned = new boolean[problems.size()];
        tables = problems.get(0).get(0);
        turnTo(0);
    }

    /** Turns to another problem. */
    public void turnTo(int number) {
        tables = problems.get(0).get(number);
        counts.turnTo(tables.origin, tables.index);
        firstSeen.turnTo(tables.origin, tables.index);
        sums.turnTo(tables.origin, tables.index);
        Arrays.fill(samplersTurned, false);
        commonTurned = false;
        scorerTurned[0] = false;
        scorerTurned[1] = false;
    }

    /** The problem. */
    public Problem problem() {
        return tables.problem;
    }

    /** The problem as one of several policies finds it. */
    public Problem problem(int policy) {
        return problems.get(policy).get(tables.index).problem;
    }

    /** What is seen of the problem before anything is generated; NaN where nothing is. */
    public double signal() {
        return signals.length == 0 ? Double.NaN : signals[tables.index];
    }

    /** How many wrong answers there are that several candidates can give. */
    public int answers() {
        return sampler().known();
    }

    /**
     * The weights of wrong answers, in any unit: at 0 of those given once, at k ≥ 1 of answer k. To be read only, and only
     * until this turns to another problem.
     */
    public double[] answerWeights() {
        return sampler().weights();
    }

    /** {@link #answerWeights()} of one of several policies, by its own numbers of answers. To be read only, and as long. */
    public double[] answerWeights(int policy) {
        return sampler(policy).weights();
    }

    /** The number of a policy's wrong answer {@code own} ≥ 1 among those of all policies, the same for policies that share it. */
    public int answer(int policy, int own) {
        if (common == null) {
            common = new PolicyAnswers(world, sampler(0));
        }
        if (!commonTurned) {
            sampler(0);
            for (int number = 0; number < problems.size(); number++) {
                common.turnTo(number, problems.get(number).get(tables.index));
            }
            commonTurned = true;
        }
        return common.label(policy, own);
    }

    /** {@link #silence()} of one of several policies. */
    public double silence(int policy) {
        return problems.get(policy).get(tables.index).silence;
    }

    /** μ: the share of wrong candidates that give no answer. */
    public double silence() {
        return tables.silence;
    }

    /**
     * The weights of wrong candidates as a verifier looks at them, in any unit: as {@link #answerWeights()}, those that give no
     * answer among those whose answer nobody else gives. To be read only.
     */
    public double[] scoredWeights() {
        double[] answering = answerWeights();
        if (tables.silence == 0) {
            return answering;
        }
        double total = 0;
        double[] weights = answering.clone();
        for (int k = 0; k < weights.length; k++) {
            total += answering[k];
            weights[k] *= 1 - tables.silence;
        }
        weights[AnswerSampler.UNIQUE] += tables.silence * total;
        return weights;
    }

    /** The d of a graded verifier on this problem. */
    public double distance(Source source) {
        return scorer(source).distance();
    }

    /** The d of the graded outcome verifier on what one of several policies makes of this problem. */
    public double distance(int policy) {
        Sensitivity own =
                policy == 0 ? null : world.ensemble().others().get(policy - 1).distance();
        Scorer scorer = scorer(Source.OUTCOME);
        return own == null ? scorer.distance() : scorer.distance() + scorer.rise(own, tables.p);
    }

    /** √problem·e of a verifier on this problem, for right or wrong candidates. */
    public double problemNoise(Source source, boolean right) {
        return scorer(source).problemNoise(right);
    }

    /** √answer·e of a verifier for an answer, and the latent's rise if the verifier loves that answer. */
    public double answerNoise(Source source, int answer) {
        Scorer scorer = scorer(source);
        return scorer.looksAtAnswers() ? scorer.ofAnswer(answer) : 0;
    }

    /** The log-odds that a verifier gives a right or wrong candidate with noise ε. */
    public double score(Source source, boolean right, double epsilon) {
        return scorer(source).score(right, epsilon);
    }

    /** The random numbers, by budget, of what candidates add up to in a trial; until another trial is asked for. */
    public Site counts(long trial) {
        counts.begin(trial);
        return counts;
    }

    /** The random numbers, by kind of candidate, of when the first was seen in a trial; until another trial is asked for. */
    public Site firstSeen(long trial) {
        firstSeen.begin(trial);
        return firstSeen;
    }

    /** The random numbers, by budget, of a verifier's own noise in a trial; until another trial is asked for. */
    public Site sums(long trial) {
        sums.begin(trial);
        return sums;
    }

    private AnswerSampler sampler() {
        return sampler(0);
    }

    private AnswerSampler sampler(int policy) {
        AnswerSampler sampler = samplers[policy];
        if (sampler == null) {
            sampler = new AnswerSampler(world.policy(policy).wrongAnswers());
            samplers[policy] = sampler;
        }
        if (!samplersTurned[policy]) {
            sampler.turnTo(problems.get(policy).get(tables.index));
            samplersTurned[policy] = true;
        }
        return sampler;
    }

    private Scorer scorer(Source source) {
        int index = source.ordinal();
        Scorer scorer = scorers[index];
        if (scorer == null) {
            Verifier verifier = source == Source.OUTCOME
                    ? world.verifiers().outcome()
                    : world.verifiers().process();
            if (verifier == null) {
                throw new IllegalStateException("this world has no " + source + " verifier");
            }
            scorer = new Scorer(verifier, source.voice);
            scorers[index] = scorer;
        }
        if (!scorerTurned[index]) {
            scorer.turnTo(tables, scorer.looksAtAnswers() ? sampler().known() : 0);
            scorerTurned[index] = true;
        }
        return scorer;
    }
}
