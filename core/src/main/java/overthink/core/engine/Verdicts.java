package overthink.core.engine;

import org.jspecify.annotations.Nullable;
import overthink.core.api.LogOdds;
import overthink.core.api.Session;
import overthink.core.law.step.StepChain;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.Address;
import overthink.core.world.Verifiers;

/** What the world's verifiers and its judge say of the nodes of one trial. Charges nothing: that is the session's part. */
final class Verdicts {

    static final long OUTCOME = 0x8EBC6AF09C88C6E3L;
    static final long PROCESS = 0x589965CC75374CC3L;
    private static final long JUDGE = 0x1D8E4E27C47D124FL;
    private static final long JUDGE_CALLS = 0xEB44ACCAB455D165L;
    private static final long STATE = 0xA0761D6478BD642FL;

    private final Nodes nodes;
    private final TrialAnswers answers;
    private final GaussianVerdicts many;
    private final @Nullable Scorer outcome;
    private final @Nullable Scorer process;
    private final @Nullable Scorer judge;
    private final double decidedness;
    private final double positionBias;

    private Scene scene;
    private long verifierKey;
    private long judgeCalls;

    Verdicts(Verifiers verifiers, Nodes nodes, TrialAnswers answers, Scene scene) {
        this.nodes = nodes;
        this.answers = answers;
        many = new GaussianVerdicts(nodes, answers);
        this.scene = scene;
        outcome = scorer(verifiers.outcome(), OUTCOME);
        process = scorer(verifiers.process(), PROCESS);
        Judge law = verifiers.judge();
        judge = law == null ? null : scorer(law.latent(), JUDGE);
        decidedness = law == null ? 0 : law.beta();
        positionBias = law == null ? 0 : law.positionBias();
    }

    private static @Nullable Scorer scorer(@Nullable Verifier verifier, long salt) {
        return verifier == null ? null : new Scorer(verifier, salt);
    }

    /** Turns to another problem; the answers have turned to it before. */
    void turnTo(Scene other) {
        scene = other;
        turn(outcome);
        turn(process);
        turn(judge);
    }

    private void turn(@Nullable Scorer scorer) {
        if (scorer != null) {
            scorer.turnTo(scene, answers.known());
        }
    }

    /** Begins a trial. */
    void begin(long trialKey) {
        verifierKey = trialKey;
        judgeCalls = 0;
        many.begin(trialKey);
    }

    /** Throws when this world has no outcome verifier. */
    void needOutcome() {
        need(outcome, "outcome verifier");
    }

    /** Throws when this world has no process verifier. */
    void needProcess() {
        need(process, "process verifier");
    }

    /** Throws when this world has no judge. */
    void needJudge() {
        need(judge, "judge");
    }

    /** The outcome score of a candidate. */
    double outcome(int candidate) {
        Scorer scorer = need(outcome, "outcome verifier");
        return scoredAhead(scorer, candidate + 1) ? many.scores()[candidate] : outcomeScore(scorer, candidate);
    }

    /** The outcome scores of {@code count} candidates from {@code from} on. */
    void outcomes(int from, int count, double[] into) {
        Scorer scorer = need(outcome, "outcome verifier");
        if (scoredAhead(scorer, from + count)) {
            System.arraycopy(many.scores(), from, into, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            into[i] = outcomeScore(scorer, from + i);
        }
    }

    /** {@link #outcomes} as probabilities. */
    void probabilities(int from, int count, double[] into) {
        if (scoredAhead(need(outcome, "outcome verifier"), from + count)) {
            System.arraycopy(many.probabilities(from + count), from, into, 0, count);
        } else {
            outcomes(from, count, into);
            LogOdds.probabilities(into, count);
        }
    }

    /** Sees to it that candidates are scored as far as {@code end}, if they can be many at once. */
    private boolean scoredAhead(Scorer scorer, int end) {
        if (nodes.treed || !scorer.gaussian) {
            return false;
        }
        if (many.scored() < end && nodes.drawn - many.scored() >= GaussianVerdicts.BATCH) {
            many.scoreDrawn(scorer);
        }
        return end <= many.scored();
    }

    /** The process score of a node. */
    double process(int node) {
        return processScore(need(process, "process verifier"), node);
    }

    /** The process scores of {@code count} nodes from {@code from} on. */
    void processes(int from, int count, double[] into) {
        Scorer scorer = need(process, "process verifier");
        if (nodes.treed
                && count >= GaussianVerdicts.BATCH
                && scorer.gaussian
                && !scorer.looksAtAnswers()
                && (scorer.persistence == 0 || many.pathsKnown(from, count))) {
            many.process(scorer, from, count, into);
            return;
        }
        for (int i = 0; i < count; i++) {
            into[i] = processScore(scorer, from + i);
        }
    }

    /** The process scores of the first {@code count} steps of a candidate. */
    void steps(int candidate, int count, double[] into) {
        Scorer scorer = need(process, "process verifier");
        if (!nodes.treed || nodes.parent[candidate] == Session.NONE) {
            wholeStepScores(scorer, candidate, count, into);
            return;
        }
        int node = candidate;
        for (int t = scene.steps; t >= 1; t--) {
            if (t <= count) {
                into[t - 1] = processScore(scorer, node);
            }
            node = nodes.parent[node];
        }
    }

    /** Whether the judge prefers the one named first. */
    boolean prefers(int first, int second) {
        Scorer scorer = need(judge, "judge");
        double difference = judged(scorer, first) - judged(scorer, second);
        double prefersFirst = 1 / (1 + StrictMath.exp(-(decidedness * difference + positionBias)));
        long word = Address.part(verifierKey + JUDGE_CALLS, judgeCalls++);
        return Address.uniform(word) < prefersFirst;
    }

    private double outcomeScore(Scorer scorer, int node) {
        boolean good = nodes.isSound(node);
        return scorer.score(good, outcomeNoise(scorer, node, good, nodes.outcomeCalls));
    }

    /** ε of a candidate; {@code calls} counts the calls where call noise matters. */
    private double outcomeNoise(Scorer scorer, int node, boolean good, int[] calls) {
        long word = Address.mix(nodes.key(node) + verifierKey + scorer.salt());
        double epsilon = scorer.problemNoise();
        if (scorer.candidateWeight > 0) {
            epsilon += scorer.candidateWeight * scorer.noise(word);
        }
        if (scorer.callWeight > 0) {
            epsilon += scorer.callWeight * scorer.noise(Address.part(word, calls[node]++));
        }
        if (scorer.looksAtAnswers()) {
            epsilon += ofAnswer(scorer, node, good);
        }
        return epsilon;
    }

    private double ofAnswer(Scorer scorer, int node, boolean good) {
        int code = good ? 0 : answers.wrong(node);
        return code <= answers.known()
                ? scorer.ofAnswer(code)
                : scorer.ofUniqueAnswer(nodes.key(nodes.origin(node)) + verifierKey + scorer.salt());
    }

    private double processScore(Scorer scorer, int node) {
        long word = stepWord(scorer, nodes.key(node), 0);
        boolean good = nodes.isSound(node);
        double path = scorer.persistence == 0 ? scorer.noise(word) : pathNoise(scorer, node);
        return processScore(scorer, node, good, path, word);
    }

    private double processScore(Scorer scorer, int node, boolean good, double path, long word) {
        double epsilon = scorer.problemNoise() + scorer.candidateWeight * path;
        if (scorer.callWeight > 0) {
            epsilon += scorer.callWeight * scorer.noise(Address.part(word, nodes.processCalls[node]++));
        }
        if (scorer.looksAtAnswers() && !good) {
            epsilon += ofAnswer(scorer, node, false);
        }
        return scorer.score(good, epsilon);
    }

    /** The word of the process verifier's own noise, {@code before} steps above the end of what lives at {@code key}. */
    private long stepWord(Scorer scorer, long key, int before) {
        return Address.mix(key + verifierKey + scorer.salt() + before * Address.GOLDEN);
    }

    /** The persistent noise at a node, made from its parent's where that is not known yet either. */
    private double pathNoise(Scorer scorer, int node) {
        if (!nodes.treed) {
            return wholePathNoise(scorer, node, scene.steps);
        }
        double known = nodes.pathNoise[node];
        if (!Double.isNaN(known)) {
            return known;
        }
        int depth = nodes.depth[node];
        int parent = nodes.parent[node];
        double noise = parent == Session.NONE
                ? wholePathNoise(scorer, node, depth)
                : scorer.persistence * pathNoise(scorer, parent)
                        + scorer.freshness * scorer.noise(stepWord(scorer, nodes.key[node], 0));
        nodes.pathNoise[node] = noise;
        return noise;
    }

    /** The persistent noise after {@code steps} steps of a solution that was generated whole. */
    private double wholePathNoise(Scorer scorer, int node, int steps) {
        long key = nodes.key(node);
        double noise = scorer.noise(stepWord(scorer, key, steps - 1));
        for (int t = 2; t <= steps; t++) {
            noise = scorer.persistence * noise + scorer.freshness * scorer.noise(stepWord(scorer, key, steps - t));
        }
        return noise;
    }

    /** Scores of the steps of a candidate that was generated whole: its path is drawn given how it ends. */
    private void wholeStepScores(Scorer scorer, int candidate, int count, double[] into) {
        StepChain chain = scene.problem.chain();
        long key = nodes.key(candidate);
        boolean correct = nodes.isSound(candidate);
        boolean sound = true;
        double noise = 0;
        for (int t = 1; t <= count; t++) {
            double u = Address.uniform(Address.mix(key + STATE + t * Address.GOLDEN));
            sound = t == scene.steps ? correct : u < chain.soundGiven(t, sound, correct);
            long word = stepWord(scorer, key, scene.steps - t);
            double fresh = scorer.noise(word);
            noise = t == 1 ? fresh : scorer.persistence * noise + scorer.freshness * fresh;
            into[t - 1] = processScore(scorer, candidate, sound, noise, word);
        }
    }

    private double judged(Scorer scorer, int node) {
        boolean good = nodes.isSound(node);
        long word = Address.mix(nodes.key(node) + verifierKey + scorer.salt());
        double epsilon = scorer.problemNoise() + scorer.candidateWeight * scorer.noise(word);
        if (scorer.callWeight > 0) {
            epsilon += scorer.callWeight * scorer.noise(Address.part(word, judgeCalls));
        }
        if (scorer.looksAtAnswers()) {
            epsilon += ofAnswer(scorer, node, good);
        }
        return scorer.latent(good, epsilon);
    }

    private static Scorer need(@Nullable Scorer scorer, String name) {
        if (scorer == null) {
            throw new IllegalStateException("this world has no " + name);
        }
        return scorer;
    }
}
