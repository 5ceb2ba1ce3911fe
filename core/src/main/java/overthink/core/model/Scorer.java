package overthink.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.ScoreTable;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Variation;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.Address;
import overthink.core.random.Gaussian;
import overthink.core.random.NormalQuantile;
import overthink.core.random.Site;
import overthink.core.random.StudentT;
import overthink.core.random.Voice;

/**
 * One verifier at work on one problem at a time: turns words into noise, and goodness and noise into scores. The formulas
 * are those of {@link Scoring}; what does not depend on the candidate is worked out once per problem.
 */
final class Scorer {

    /** √share of each component, of bad and of good ones. */
    private final Weights bad;

    private final Weights good;
    /** √share of the candidate, where good and bad ones share noise alike. */
    final double candidateWeight;
    /** φ and √(1 − φ²). */
    final double persistence;

    final double freshness;
    /** Whether a score is graded, and its noise Gaussian and without a part of the single call's. */
    final boolean gaussian;

    /** Whether a score needs nothing but goodness and one Gaussian of the candidate's own. */
    final boolean plain;

    private final Verifier verifier;
    private final Hack hack;
    private final @Nullable StudentT studentT;
    private final boolean verdict;
    private final @Nullable ScoreTable tableGood;
    private final @Nullable ScoreTable tableBad;
    private double acceptGood;
    private double acceptBad;
    private double accepted;
    private double rejected;
    /** By depth, where the verifier goes by that: itself there, turned to the problem; else nobody. */
    private final List<Scorer> byDepth = new ArrayList<>();

    private final Scoring.@Nullable VariedGrade grade;
    private final Scoring.@Nullable VariedVerdict rates;
    private final boolean callsDiffer;
    private final boolean problemsDiffer;
    private final Voice voice;
    /** Which of those that speak with this voice it is. */
    private final int member;
    /** Those before it whose noise this one's goes together with, and how much it takes of theirs. */
    private final List<Scorer> mates = new ArrayList<>();

    private double[] takesOf = new double[0];
    /** How much it takes of its own. */
    private double takesOwn = 1;

    /** Whether another takes of this one's noise. */
    private boolean lends;

    private final Site own;
    private final Site calls;
    private final Site answerNoises;
    private final Site loved;
    private final Site uniqueNoises;
    private final Site uniqueLoved;

    /** A graded score is {@code base[good ? 1 : 0] + slope·ε}. */
    private final double[] base = new double[2];

    private double slope;
    private double lift;
    /** e of the problem. */
    private double problemNoise;

    /** By class of answer, for classes that are known: the shared noise, and the latent's rise if the verifier loves it. */
    private double[] answerNoise = new double[0];

    private double[] rise = new double[0];

    /**
     * A scorer.
     *
     * @param voice tells this verifier's noise from that of the world's other ones
     */
    Scorer(Verifier verifier, Voice voice) {
        this(verifier, voice, 0, new double[] {1}, List.of());
    }

    /**
     * One of several scorers of a voice.
     *
     * @param member which of them, from 0
     * @param loadings how much its noise takes of what those up to it draw, by number; all squares add to 1
     * @param before those before it
     */
    Scorer(Verifier verifier, Voice voice, int member, double[] loadings, List<Scorer> before) {
        this.verifier = verifier;
        this.voice = voice;
        this.member = member;
        own = new Site(voice.own(), member);
        calls = new Site(voice.call(), member);
        answerNoises = new Site(voice.answer(), member);
        loved = new Site(voice.loved(), member);
        uniqueNoises = new Site(voice.unique(), member);
        uniqueLoved = new Site(voice.uniqueLoved(), member);
        joinMates(loadings, before);
        NoiseShares shares = verifier.shares();
        bad = Weights.of(shares);
        good = Weights.of(verifier.goodShares());
        candidateWeight = bad.candidate;
        callsDiffer = verifier.callsDiffer();
        problemsDiffer = shares.problem() > 0 || verifier.goodShares().problem() > 0;
        persistence = verifier.persistence();
        freshness = StrictMath.sqrt(1 - persistence * persistence);
        hack = verifier.hack();
        studentT = verifier.noise() instanceof NoiseLaw.StudentT t ? new StudentT(t.degreesOfFreedom()) : null;
        verdict = verifier.accepts();
        if (verifier.scoring() instanceof Scoring.Verdict fixed) {
            judgeAt(fixed);
        }
        grade = verifier.scoring() instanceof Scoring.VariedGrade varied ? varied : null;
        rates = verifier.scoring() instanceof Scoring.VariedVerdict varied ? varied : null;
        gaussian = mates.isEmpty()
                && verifier.scoring() instanceof Scoring.Graded
                && verifier.sharesAlike()
                && studentT == null
                && shares.call() == 0;
        tableGood = verifier.scoring() instanceof Scoring.Tabulated tables ? tables.good() : null;
        tableBad = verifier.scoring() instanceof Scoring.Tabulated tables ? tables.bad() : null;
        plain = gaussian && shares.candidate() == 1 && persistence == 0 && hack.share() == 0;
    }

    private void joinMates(double[] loadings, List<Scorer> before) {
        takesOwn = loadings[member];
        double[] taken = new double[member];
        for (int i = 0; i < member; i++) {
            if (loadings[i] != 0) {
                taken[mates.size()] = loadings[i];
                mates.add(before.get(i));
                before.get(i).lends = true;
            }
        }
        takesOf = Arrays.copyOf(taken, mates.size());
    }

    /** Verdicts at these rates from here on. */
    private void judgeAt(Scoring.Verdict fixed) {
        acceptGood = acceptBelow(fixed.tpr());
        acceptBad = acceptBelow(fixed.fpr());
        accepted = fixed.accepted();
        rejected = fixed.rejected();
    }

    private static double acceptBelow(double rate) {
        if (rate == 0 || rate == 1) {
            return rate == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return NormalQuantile.of(rate);
    }

    /** Turns to another problem, whose known classes of answers are 0 to {@code known}. */
    void turnTo(ProblemTables tables, int known) {
        own.turnTo(tables.origin, tables.index);
        if (lends) {
            answerNoises.turnTo(tables.origin, tables.index);
            uniqueNoises.turnTo(tables.origin, tables.index);
        }
        if (callsDiffer) {
            calls.turnTo(tables.origin, tables.index);
        }
        if (verifier.scoring() instanceof Scoring.Graded graded) {
            gradeAt(graded, tables);
        } else if (grade != null || rates != null) {
            vary(tables);
        }
        problemNoise = problemsDiffer ? ofProblem(tables) : 0;
        if (looksAtAnswers()) {
            answerNoises.turnTo(tables.origin, tables.index);
            loved.turnTo(tables.origin, tables.index);
            uniqueNoises.turnTo(tables.origin, tables.index);
            uniqueLoved.turnTo(tables.origin, tables.index);
            if (answerNoise.length <= known) {
                answerNoise = new double[known + 1];
                rise = new double[known + 1];
            }
            for (int k = 0; k <= known; k++) {
                Weights weights = k == 0 ? good : bad;
                answerNoise[k] = weights.answer == 0 ? 0 : weights.answer * ofAnswerSlot(k);
                rise[k] = k == 0 ? 0 : rise(loved.slot(k));
            }
        }
    }

    private void gradeAt(Scoring.Graded graded, ProblemTables tables) {
        lift = distance(graded.sensitivity(), tables);
        slope = graded.slope(tables.p, lift);
        base[0] = graded.offset(tables.p, lift);
        base[1] = base[0] + slope * lift;
    }

    /** Turns what is not the same everywhere to a problem; after the last step unless it is asked for another. */
    private void vary(ProblemTables tables) {
        varyTo(tables, 1);
        if (verifier.variations().stream().noneMatch(Variation.Depth.class::isInstance)) {
            return;
        }
        while (byDepth.size() < tables.steps) {
            byDepth.add(new Scorer(verifier, voice, member, new double[] {1}, List.of()));
        }
        for (int t = 1; t <= tables.steps; t++) {
            byDepth.get(t - 1).varyTo(tables, tables.steps == 1 ? 1 : (t - 1.0) / (tables.steps - 1));
        }
    }

    private void varyTo(ProblemTables tables, double depth) {
        int level = tables.problem.level();
        if (grade != null) {
            gradeAt(grade.at(tables.p, level, depth), tables);
        } else if (rates != null) {
            judgeAt(rates.at(tables.p, level, depth));
        }
    }

    /** The score of a good or bad one of so many steps, with noise ε, in log-odds. */
    double score(boolean isGood, double epsilon, int steps) {
        return byDepth.isEmpty()
                ? score(isGood, epsilon)
                : byDepth.get(steps - 1).score(isGood, epsilon);
    }

    /** Begins a trial. */
    void begin(long trial) {
        own.begin(trial);
        if (lends) {
            uniqueNoises.begin(trial);
        }
        if (callsDiffer) {
            calls.begin(trial);
        }
        if (looksAtAnswers()) {
            uniqueNoises.begin(trial);
            uniqueLoved.begin(trial);
        }
    }

    /** Whether a score depends on which answer the candidate gives. */
    boolean looksAtAnswers() {
        return bad.answer > 0 || good.answer > 0 || hack.share() > 0;
    }

    /** Whether asking again may give another score. */
    boolean callsDiffer() {
        return callsDiffer;
    }

    /** √share of each component of a good or bad one's noise. */
    Weights weights(boolean isGood) {
        return isGood ? good : bad;
    }

    /** d of a problem; the spread's word is drawn where there is a spread. */
    private double distance(Sensitivity sensitivity, ProblemTables tables) {
        return sensitivity.spread().none()
                ? sensitivity.at(tables.p)
                : sensitivity.at(tables.p, Gaussian.of(tables.origin.word(voice.spread(), tables.index, member)));
    }

    /** d of this problem, where scores are graded. */
    double distance() {
        return lift;
    }

    /** By how much a good one's latent exceeds what it is where d is the verifier's own. */
    double rise(Sensitivity distance, double p) {
        return verdict || tableGood != null ? 0 : distance.at(p) - lift;
    }

    /** The words of the nodes' own noise. */
    Site own() {
        return own;
    }

    /** e of a single call about a node, the {@code call}-th. */
    double callNoise(long node, long call) {
        return noise(calls.word(node, call));
    }

    /** A component of the noise: variance 1. */
    double noise(long word) {
        return studentT == null ? Gaussian.of(word) : studentT.of(word);
    }

    /** √problem·e of this problem, where good and bad ones share noise alike. */
    double problemNoise() {
        return bad.problem * problemNoise;
    }

    /** √problem·e of this problem, for good or bad ones. */
    double problemNoise(boolean isGood) {
        return weights(isGood).problem * problemNoise;
    }

    /** √answer·e, and the rise of a loved one, of a known class of answer. */
    double ofAnswer(int known) {
        return answerNoise[known] + rise[known];
    }

    /** √answer·e, and the rise of a loved one, of a wrong answer that nobody else gives and that comes of a flaw at {@code origin}. */
    double ofUniqueAnswer(long origin) {
        double noise = bad.answer == 0 ? 0 : bad.answer * ofUnique(origin);
        return noise + rise(uniqueLoved.word(origin));
    }

    // ---- noise that may go together with that of other verifiers: what each of them draws is at its own address ----

    private double ofProblem(ProblemTables tables) {
        double sum = takesOwn * noise(tables.origin.word(voice.problem(), tables.index, member));
        for (int i = 0; i < takesOf.length; i++) {
            sum += takesOf[i] * noise(tables.origin.word(voice.problem(), tables.index, mates.get(i).member));
        }
        return sum;
    }

    private double ofAnswerSlot(int answer) {
        double sum = takesOwn * noise(answerNoises.slot(answer));
        for (int i = 0; i < takesOf.length; i++) {
            sum += takesOf[i] * noise(mates.get(i).answerNoises.slot(answer));
        }
        return sum;
    }

    private double ofUnique(long origin) {
        double sum = takesOwn * noise(uniqueNoises.word(origin));
        for (int i = 0; i < takesOf.length; i++) {
            sum += takesOf[i] * noise(mates.get(i).uniqueNoises.word(origin));
        }
        return sum;
    }

    /** e of a node's own. */
    double ownNoise(long node) {
        double sum = takesOwn * noise(own.word(node));
        for (int i = 0; i < takesOf.length; i++) {
            sum += takesOf[i] * noise(mates.get(i).own.word(node));
        }
        return sum;
    }

    private double rise(long word) {
        return Address.uniform(word) < hack.share() ? hack.shift() : 0;
    }

    /** The score of a graded scorer for noise 0: at 0 of a bad one, at 1 of a good one. */
    double[] base() {
        return base;
    }

    /** How far from 0 a graded score can be, for noise within ±{@code most}. */
    double farthest(double most) {
        return Math.max(Math.abs(base[0]), Math.abs(base[1])) + Math.abs(slope) * most;
    }

    /** How much a graded score rises with ε. */
    double slope() {
        return slope;
    }

    /** The latent x of a good or bad one with noise ε. */
    double latent(boolean isGood, double epsilon) {
        return isGood ? lift + epsilon : epsilon;
    }

    /** The score of a good or bad one with noise ε, in log-odds. */
    double score(boolean isGood, double epsilon) {
        if (verdict) {
            return epsilon < (isGood ? acceptGood : acceptBad) ? accepted : rejected;
        }
        ScoreTable table = isGood ? tableGood : tableBad;
        if (table != null) {
            return table.at(epsilon);
        }
        double score = base[isGood ? 1 : 0] + slope * epsilon;
        return grade == null ? score : grade.rounded(score);
    }

    /** √share of each component of the noise. */
    record Weights(double problem, double answer, double candidate, double call) {

        static Weights of(NoiseShares shares) {
            return new Weights(
                    StrictMath.sqrt(shares.problem()),
                    StrictMath.sqrt(shares.answer()),
                    StrictMath.sqrt(shares.candidate()),
                    StrictMath.sqrt(shares.call()));
        }
    }
}
