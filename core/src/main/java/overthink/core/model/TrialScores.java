package overthink.core.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.api.LogOdds;
import overthink.core.api.Session;
import overthink.core.law.step.StepChain;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.random.Voice;
import overthink.core.world.Ensemble;
import overthink.core.world.VerifierPanel;
import overthink.core.world.Verifiers;

/** What the world's verifiers and its judge say of the nodes of one trial. Charges nothing: that is the session's part. */
final class TrialScores {

    /** By policy: d on its candidates, where it is not the verifier's own; empty where it is for all. */
    private final @Nullable Sensitivity[] distances;

    private final Nodes nodes;
    private final TrialAnswers answers;
    private final List<Scorer> outcomes = new ArrayList<>();
    /** What each outcome verifier says of many nodes at once. */
    private final List<GaussianScores> manyOf = new ArrayList<>();

    private GaussianScores many;
    /** The outcome verifier that is asked, and its number. */
    private @Nullable Scorer outcome;

    private int asked;
    private final @Nullable Scorer process;
    private final @Nullable Scorer judge;
    private final double decidedness;
    private final double positionBias;

    private final Site states = new Site(Purpose.STATE);
    private final Site choices = new Site(Purpose.JUDGE_CHOICE);

    private ProblemTables tables;
    private long trial;
    private long judgeCalls;

    TrialScores(Verifiers verifiers, Ensemble ensemble, Nodes nodes, TrialAnswers answers, ProblemTables tables) {
        distances = ensemble.others().stream().allMatch(other -> other.distance() == null)
                ? new Sensitivity[0]
                : new Sensitivity[ensemble.size()];
        for (int i = 1; i < distances.length; i++) {
            distances[i] = ensemble.others().get(i - 1).distance();
        }
        this.nodes = nodes;
        this.answers = answers;
        this.tables = tables;
        many = new GaussianScores(nodes, answers);
        manyOf.add(many);
        List<Verifier> laws = verifiers.outcomes();
        VerifierPanel panel = verifiers.panel();
        for (int i = 0; i < laws.size(); i++) {
            double[] loadings = panel.size() > 0 ? panel.loadings(i) : new double[] {1};
            outcomes.add(new Scorer(laws.get(i), Voice.OUTCOME, i, loadings, List.copyOf(outcomes)));
            if (i > 0) {
                manyOf.add(new GaussianScores(nodes, answers));
            }
        }
        outcome = laws.isEmpty() ? null : outcomes.get(0);
        process = scorer(verifiers.process(), Voice.PROCESS);
        Judge law = verifiers.judge();
        judge = law == null ? null : scorer(law.latent(), Voice.JUDGE);
        decidedness = law == null ? 0 : law.beta();
        positionBias = law == null ? 0 : law.positionBias();
    }

    private static @Nullable Scorer scorer(@Nullable Verifier verifier, Voice voice) {
        return verifier == null ? null : new Scorer(verifier, voice);
    }

    /** Turns to another problem; the answers have turned to it before. */
    void turnTo(ProblemTables other) {
        tables = other;
        for (int i = 0; i < outcomes.size(); i++) {
            turn(outcomes.get(i));
        }
        turn(process);
        turn(judge);
        if (process != null) {
            states.turnTo(tables.origin, tables.index);
        }
        if (judge != null) {
            choices.turnTo(tables.origin, tables.index);
        }
    }

    private void turn(@Nullable Scorer scorer) {
        if (scorer != null) {
            scorer.turnTo(tables, answers.known());
        }
    }

    /** Forgets the scores of candidates that are drawn anew. */
    void retune() {
        for (int i = 0; i < manyOf.size(); i++) {
            manyOf.get(i).retune();
        }
    }

    /** Begins a trial. */
    void begin(long number) {
        trial = number;
        for (int i = 0; i < outcomes.size(); i++) {
            outcomes.get(i).begin(trial);
        }
        if (process != null) {
            process.begin(trial);
        }
        if (judge != null) {
            judge.begin(trial);
            choices.begin(trial);
        }
        judgeCalls = 0;
        for (int i = 0; i < manyOf.size(); i++) {
            manyOf.get(i).begin();
        }
    }

    /** Asks the outcome verifier of a number from here on. */
    void judgeBy(int number) {
        asked = number;
        if (number < outcomes.size()) {
            outcome = outcomes.get(number);
            many = manyOf.get(number);
        }
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

    /** What outcome scores, those of {@code count} candidates from {@code from} on, say as probabilities. */
    void probabilities(int from, int count, double[] scores, double[] into) {
        if (scoredAhead(need(outcome, "outcome verifier"), from + count)) {
            System.arraycopy(many.probabilities(from + count), from, into, 0, count);
        } else {
            System.arraycopy(scores, 0, into, 0, count);
            LogOdds.probabilities(into, count);
        }
    }

    /** Sees to it that candidates are scored as far as {@code end}, if they can be many at once. */
    private boolean scoredAhead(Scorer scorer, int end) {
        if (nodes.treed || !scorer.gaussian) {
            return false;
        }
        if (many.scored() < end && nodes.drawn - many.scored() >= GaussianScores.BATCH) {
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
        if (nodes.treed && count < GaussianScores.BATCH && scorer.plain) {
            many.processFew(scorer, from, count, into);
            return;
        }
        if (nodes.treed
                && count >= GaussianScores.BATCH
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
        for (int t = tables.steps; t >= 1; t--) {
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
        return Address.uniform(choices.slot(judgeCalls++)) < prefersFirst;
    }

    private double outcomeScore(Scorer scorer, int node) {
        boolean good = nodes.isSound(node);
        double epsilon = outcomeNoise(scorer, node, good, nodes.outcomeCalls);
        Sensitivity distance = good && distances.length > 0 ? distances[nodes.maker(node)] : null;
        return scorer.score(good, distance == null ? epsilon : epsilon + scorer.rise(distance, tables.p));
    }

    /** ε of a candidate; {@code calls} counts the calls where call noise matters. */
    private double outcomeNoise(Scorer scorer, int node, boolean good, int[] calls) {
        Scorer.Weights weights = scorer.weights(good);
        double epsilon = scorer.problemNoise(good);
        if (weights.candidate() > 0) {
            epsilon += weights.candidate() * ownNoise(scorer, node);
        }
        if (weights.call() > 0) {
            epsilon += weights.call()
                    * scorer.callNoise(nodes.number(node), calls[node * nodes.outcomeVerifiers + asked]++);
        }
        if (scorer.looksAtAnswers()) {
            epsilon += ofAnswer(scorer, node, good);
        }
        return epsilon;
    }

    private double ownNoise(Scorer scorer, int node) {
        return scorer.ownNoise(nodes.number(node));
    }

    private double ofAnswer(Scorer scorer, int node, boolean good) {
        int code = good ? 0 : answers.wrong(node);
        return code <= answers.known()
                ? scorer.ofAnswer(code)
                : scorer.ofUniqueAnswer(nodes.number(nodes.origin(node)));
    }

    private double processScore(Scorer scorer, int node) {
        double path = scorer.persistence == 0 ? ownNoise(scorer, node) : pathNoise(scorer, node);
        return processScore(scorer, node, nodes.isSound(node), path, nodes.depth(node));
    }

    private double processScore(Scorer scorer, int node, boolean good, double path, int steps) {
        Scorer.Weights weights = scorer.weights(good);
        double epsilon = scorer.problemNoise(good) + weights.candidate() * path;
        if (weights.call() > 0) {
            epsilon += weights.call() * scorer.callNoise(nodes.number(node), nodes.processCalls[node]++);
        }
        if (scorer.looksAtAnswers() && !good) {
            epsilon += ofAnswer(scorer, node, false);
        }
        return scorer.score(good, epsilon, steps);
    }

    /** The process verifier's own noise {@code before} steps before the end of a solution that was generated whole. */
    private double stepNoise(Scorer scorer, int node, int before) {
        return scorer.noise(scorer.own().word(nodes.number(node), before));
    }

    /** The persistent noise at a node, made from its parent's where that is not known yet either. */
    private double pathNoise(Scorer scorer, int node) {
        if (!nodes.treed) {
            return wholePathNoise(scorer, node, tables.steps);
        }
        double known = nodes.pathNoise[node];
        if (!Double.isNaN(known)) {
            return known;
        }
        int depth = nodes.depth[node];
        int parent = nodes.parent[node];
        double noise = parent == Session.NONE
                ? wholePathNoise(scorer, node, depth)
                : scorer.persistence * pathNoise(scorer, parent) + scorer.freshness * ownNoise(scorer, node);
        nodes.pathNoise[node] = noise;
        return noise;
    }

    /** The persistent noise after {@code steps} steps of a solution that was generated whole. */
    private double wholePathNoise(Scorer scorer, int node, int steps) {
        double noise = stepNoise(scorer, node, steps - 1);
        for (int t = 2; t <= steps; t++) {
            noise = scorer.persistence * noise + scorer.freshness * stepNoise(scorer, node, steps - t);
        }
        return noise;
    }

    /** Scores of the steps of a candidate that was generated whole: its path is drawn given how it ends. */
    private void wholeStepScores(Scorer scorer, int candidate, int count, double[] into) {
        StepChain chain = tables.problem.chain();
        long number = nodes.number(candidate);
        states.begin(trial);
        boolean correct = nodes.isSound(candidate);
        boolean sound = true;
        double noise = 0;
        for (int t = 1; t <= count; t++) {
            double u = Address.uniform(states.word(number, t));
            sound = t == tables.steps ? correct : u < chain.soundGiven(t, sound, correct);
            double fresh = stepNoise(scorer, candidate, tables.steps - t);
            noise = t == 1 ? fresh : scorer.persistence * noise + scorer.freshness * fresh;
            into[t - 1] = processScore(scorer, candidate, sound, noise, t);
        }
    }

    private double judged(Scorer scorer, int node) {
        boolean good = nodes.isSound(node);
        Scorer.Weights weights = scorer.weights(good);
        double epsilon = scorer.problemNoise(good) + weights.candidate() * ownNoise(scorer, node);
        if (weights.call() > 0) {
            epsilon += weights.call() * scorer.callNoise(nodes.number(node), judgeCalls);
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
