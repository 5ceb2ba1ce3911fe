package overthink.core.fit.verifier;

import org.apache.commons.math3.special.Erf;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.random.NormalQuantile;
import overthink.core.world.Recording;

/**
 * Whose the noise of a Boolean verifier is, of its right or of its wrong candidates. A world's verdict accepts where ε &lt; t, ε
 * standard normal; two verdicts whose ε share a part ρ are both "accept" with the probability Φ₂(t, t; ρ). So the shares follow
 * from how often pairs of verdicts agree, of three kinds: of one problem and different answers (ρ = problem), of one answer and
 * different candidates (ρ = problem + answer), of one candidate and different calls (ρ = problem + answer + candidate). That is
 * the tetrachoric correlation (Pearson 1900) of each kind; below 0 it is 0. A kind that was not recorded shares no more than the
 * one before; what no kind shares is the call's where several were recorded, else the candidate's. Errors by a delete-a-group
 * jackknife over problems.
 *
 * @param problem the share of the problem; unknown where no problem has two candidates of the kind
 * @param answer the share of the answer; 0 where no answer was given twice
 * @param candidate the share of the candidate
 * @param call the share of the single call; 0 where one was recorded
 */
public record VerdictShares(Fitted problem, Fitted answer, Fitted candidate, Fitted call) {

    private static final int KINDS = 3;
    private static final int STEPS = 64;
    private static final double MOST = 0.999;
    private static final double LEAST_RATE = 1e-6;

    /** The shares as a world states them; all of it the candidate's where they are not known. */
    public NoiseShares shares() {
        if (!problem.isKnown()) {
            return NoiseShares.CANDIDATE;
        }
        double rest = Math.max(0, 1 - problem.value() - answer.value() - call.value());
        return new NoiseShares(problem.value(), answer.value(), rest, call.value());
    }

    /** Of right candidates, or of wrong ones. */
    static VerdictShares of(Recording recording, boolean right) {
        Jackknife sums = new Jackknife(3 * KINDS);
        for (int problem = 0; problem < recording.size(); problem++) {
            count(recording, problem, right, sums);
        }
        boolean several = recording.calls() > 1;
        return new VerdictShares(
                sums.of(s -> shares(s, several)[0]),
                sums.of(s -> shares(s, several)[1]),
                sums.of(s -> shares(s, several)[2]),
                sums.of(s -> shares(s, several)[3]));
    }

    private static void count(Recording recording, int problem, boolean right, Jackknife sums) {
        int calls = recording.calls();
        int classes = recording.hasAnswers() ? recording.classes(problem) : 0;
        Pairs all = new Pairs();
        Pairs ofAnswers = new Pairs();
        Pairs ofCandidates = new Pairs();
        // by answer: verdicts, and accepted ones
        int[] verdicts = new int[classes];
        int[] acceptances = new int[classes];
        int everything = 0;
        int everyAcceptance = 0;
        for (int i = 0; i < recording.candidates(problem); i++) {
            if (recording.correct(problem, i) != right) {
                continue;
            }
            int accepted = 0;
            for (int call = 0; call < calls; call++) {
                accepted += recording.score(call, problem, i) > 0 ? 1 : 0;
            }
            everything += calls;
            everyAcceptance += accepted;
            ofCandidates.add(calls, accepted);
            int answer = classes == 0 ? Recording.NO_ANSWER : recording.answer(problem, i);
            if (answer == Recording.NO_ANSWER) {
                // it agrees with itself alone
                ofAnswers.add(calls, accepted);
            } else {
                verdicts[answer] += calls;
                acceptances[answer] += accepted;
            }
        }
        all.add(everything, everyAcceptance);
        for (int answer = 0; answer < classes; answer++) {
            ofAnswers.add(verdicts[answer], acceptances[answer]);
        }
        all.less(ofAnswers).addTo(sums, problem, 0);
        ofAnswers.less(ofCandidates).addTo(sums, problem, 1);
        ofCandidates.addTo(sums, problem, 2);
    }

    /** Pairs of verdicts: how many, in how many both accept, and how many accept of all pairs' members. */
    private static final class Pairs {

        private double count;
        private double both;
        private double accepting;

        void add(double verdicts, double accepted) {
            count += verdicts * (verdicts - 1) / 2;
            both += accepted * (accepted - 1) / 2;
            accepting += accepted * (verdicts - 1);
        }

        Pairs less(Pairs other) {
            Pairs rest = new Pairs();
            rest.count = count - other.count;
            rest.both = both - other.both;
            rest.accepting = accepting - other.accepting;
            return rest;
        }

        void addTo(Jackknife sums, int problem, int kind) {
            sums.add(problem, 3 * kind, count);
            sums.add(problem, 3 * kind + 1, both);
            sums.add(problem, 3 * kind + 2, accepting);
        }
    }

    /** Of the problem, the answer, the candidate and the call. */
    private static double[] shares(double[] s, boolean several) {
        double[] shared = new double[KINDS];
        double before = Double.NaN;
        for (int kind = 0; kind < KINDS; kind++) {
            double pairs = s[3 * kind];
            if (pairs > 0) {
                double found = correlation(s[3 * kind + 1] / pairs, s[3 * kind + 2] / (2 * pairs));
                before = Double.isNaN(before) ? found : Math.max(before, found);
            }
            shared[kind] = before;
        }
        if (Double.isNaN(shared[0]) && !Double.isNaN(before)) {
            // no two answers to compare: what they share is not told from what one shares
            shared[0] = 0;
            shared[1] = Double.isNaN(shared[1]) ? 0 : shared[1];
        }
        double problem = shared[0];
        double answer = shared[1] - shared[0];
        double candidate = several ? shared[2] - shared[1] : 1 - shared[1];
        return new double[] {problem, answer, candidate, several ? 1 - shared[2] : Double.isNaN(problem) ? problem : 0};
    }

    /** ρ with Φ₂(t, t; ρ) = {@code both}, Φ(t) = {@code rate}; 0 where less than chance agrees. */
    static double correlation(double both, double rate) {
        double clipped = Math.max(LEAST_RATE, Math.min(1 - LEAST_RATE, rate));
        double t = NormalQuantile.of(clipped);
        if (both <= clipped * clipped) {
            return 0;
        }
        double low = 0;
        double high = MOST;
        for (int i = 0; i < 40; i++) {
            double middle = 0.5 * (low + high);
            if (bothBelow(t, middle) < both) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** Φ₂(t, t; ρ) = Φ(t)² + (1/2π)·∫₀^arcsin ρ exp(−t²/(1 + sin θ)) dθ (Owen 1956), by Simpson's rule. */
    static double bothBelow(double t, double correlation) {
        double below = 0.5 * Erf.erfc(-t / StrictMath.sqrt(2));
        double width = StrictMath.asin(correlation) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * StrictMath.exp(-t * t / (1 + StrictMath.sin(i * width)));
        }
        return below * below + sum * width / 3 / (2 * StrictMath.PI);
    }
}
