package overthink.scenarios.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import overthink.core.fit.curve.Reach;
import overthink.core.fit.curve.Replay;
import overthink.core.fit.curve.ReplayedCurve;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.verifier.ScoreProfile;
import overthink.core.world.Recording;

/**
 * What can be said of a recording without a model.
 *
 * @param recorded the file
 * @param problems how many
 * @param candidates of all problems
 * @param fewest candidates that a problem has
 * @param most candidates that a problem has
 * @param neverSolved problems without a right candidate
 * @param alwaysSolved problems without a wrong one
 * @param classes the mean number of different answers of a problem; 0 where they were not recorded
 * @param tokens their mean; empty where they were not recorded
 * @param curves what rules give with k candidates
 * @param scores how well each score orders candidates
 * @param cautions what makes numbers mean something else than they seem to, a sentence each
 * @param wishes what more to record, a sentence each
 */
public record Inspection(
        Recorded recorded,
        int problems,
        long candidates,
        long fewest,
        long most,
        int neverSolved,
        int alwaysSolved,
        double classes,
        Optional<Double> tokens,
        List<Curve> curves,
        List<Score> scores,
        List<String> cautions,
        List<String> wishes) {

    private static final long SEED = 1;

    /** Beyond so many candidates counts are not replayed one by one. */
    private static final long MOST_COUNTED = 20_000_000;

    /** A share of candidates with the very most tokens that is no chance. */
    private static final double CUT_SHARE = 0.01;

    /** Numbers of candidates to replay, and their tenfold and so on. */
    private static final int[] STEPS = {1, 2, 5};

    /**
     * A rule's values.
     *
     * @param label {@code pass@k} and the like
     * @param score the column of scores that it uses; empty when it uses none
     */
    public record Curve(String label, String score, ReplayedCurve values) {}

    /** How well a score orders candidates. */
    public record Score(String name, ScoreProfile profile) {}

    /** Inspects what was read. */
    public static Inspection of(Recorded recorded) {
        return new Maker(recorded).make();
    }

    /** Collects what is found. */
    private static final class Maker {

        private final Recorded recorded;
        private final List<Curve> curves = new ArrayList<>();
        private final List<Score> scores = new ArrayList<>();
        private final List<String> cautions = new ArrayList<>();
        private final List<String> wishes = new ArrayList<>();
        private int problems;
        private long candidates;
        private long fewest = Long.MAX_VALUE;
        private long most;
        private int never;
        private int always;
        private int rarely;

        Maker(Recorded recorded) {
            this.recorded = recorded;
        }

        Inspection make() {
            recorded.recording().ifPresent(this::count);
            recorded.counts().ifPresent(this::count);
            recorded.recording().ifPresent(this::replay);
            recorded.counts()
                    .filter(counts -> candidates <= MOST_COUNTED)
                    .ifPresent(counts -> replay(counts.asRecording()));
            caution();
            wish();
            Optional<Recording> recording = recorded.recording();
            return new Inspection(
                    recorded,
                    problems,
                    candidates,
                    fewest,
                    most,
                    never,
                    always,
                    recording.map(Maker::classes).orElse(0.0),
                    recording.filter(Recording::hasTokens).map(Recording::meanTokens),
                    List.copyOf(curves),
                    List.copyOf(scores),
                    List.copyOf(cautions),
                    List.copyOf(wishes));
        }

        private void count(Recording recording) {
            for (int problem = 0; problem < recording.size(); problem++) {
                count(recording.candidates(problem), recording.correct(problem));
            }
        }

        private void count(RecordedCounts counts) {
            for (int problem = 0; problem < counts.n().length; problem++) {
                count(counts.n()[problem], counts.c()[problem]);
            }
        }

        private void count(long n, long c) {
            problems++;
            candidates += n;
            fewest = Math.min(fewest, n);
            most = Math.max(most, n);
            never += c == 0 ? 1 : 0;
            always += c == n ? 1 : 0;
            rarely += c <= 1 ? 1 : 0;
        }

        private static double classes(Recording recording) {
            long sum = 0;
            for (int problem = 0; problem < recording.size(); problem++) {
                sum += recording.classes(problem);
            }
            return (double) sum / recording.size();
        }

        private int[] candidatesToReplay() {
            TreeSet<Integer> ks = new TreeSet<>();
            for (long decade = 1; decade <= most; decade *= 10) {
                for (int step : STEPS) {
                    if (step * decade <= most) {
                        ks.add((int) (step * decade));
                    }
                }
            }
            ks.add((int) fewest);
            ks.add((int) most);
            return ks.stream().mapToInt(Integer::intValue).toArray();
        }

        private void replay(Recording recording) {
            int[] ks = candidatesToReplay();
            List<Callable<Curve>> tasks = new ArrayList<>();
            Replay replay = new Replay(recording, Reach.THOSE_THAT_REACH, ks, SEED);
            add("pass@k", "", Rule.COVERAGE, recording, replay, tasks);
            add("pass^k", "", Rule.ALL_RIGHT, recording, replay, tasks);
            add("majority@k", "", Rule.MAJORITY_VOTE, recording, replay, tasks);
            for (int call = 0; call < recording.calls(); call++) {
                String name = recording.scoreNames().get(call);
                Recording scored = recording.withScore(call);
                Replay replayed = new Replay(scored, Reach.THOSE_THAT_REACH, ks, SEED);
                add("best-of-k", name, Rule.BEST_OF_N, scored, replayed, tasks);
                add("weighted@k", name, Rule.WEIGHTED_VOTE, scored, replayed, tasks);
                add("first accepted", name, Rule.FIRST_ACCEPTED, scored, replayed, tasks);
                scores.add(new Score(name, ScoreProfile.of(scored, 0)));
            }
            curves.addAll(all(tasks));
        }

        private static void add(
                String label,
                String score,
                Rule rule,
                Recording recording,
                Replay replay,
                List<Callable<Curve>> tasks) {
            if (rule.lack(recording).isEmpty()) {
                tasks.add(() -> new Curve(label, score, replay.curve(rule)));
            }
        }

        /** The curves, made on all processors, in the order of the tasks. */
        private static List<Curve> all(List<Callable<Curve>> tasks) {
            ExecutorService threads = Executors.newFixedThreadPool(
                    Math.min(tasks.size(), Runtime.getRuntime().availableProcessors()));
            try {
                List<Curve> made = new ArrayList<>();
                for (Future<Curve> curve : threads.invokeAll(tasks)) {
                    made.add(curve.get());
                }
                return made;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof Error failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }

        private void caution() {
            Recorded.Tally tally = recorded.tally();
            if (tally.lossOfLast() > 0) {
                cautions.add(
                        ("The file's last problem has %d candidate%s fewer than each of the others: the file may be the head"
                                        + " of a longer one.")
                                .formatted(tally.lossOfLast(), tally.lossOfLast() == 1 ? "" : "s"));
            } else if (fewest < most) {
                cautions.add(
                        ("Problems have %d to %d candidates. Beyond %d the numbers are of those problems that have so many,"
                                        + " and may rise or fall for that reason alone; --at-least %d keeps to them.")
                                .formatted(fewest, most, fewest, most));
            }
            if (problems == 1) {
                cautions.add("There is one problem: nothing is known of how problems differ.");
            }
            if (most == 1) {
                cautions.add("Each problem has one candidate: nothing can be chosen among.");
            }
            if (never == problems) {
                cautions.add(
                        "No candidate is right: either the problems are too hard, or the verdicts are not what they seem.");
            } else if (always == problems) {
                cautions.add("Every candidate is right: nothing is left to be gained.");
            }
            if (tally.twice() > 0) {
                cautions.add("%d rows stand there twice, number of the sample included, and count once."
                        .formatted(tally.twice()));
            }
            if (tally.alike() * 2 > tally.candidates()) {
                cautions.add(
                        ("%d of %d rows repeat another of their problem in every column. They count as candidates, as nothing"
                                        + " numbers them; --sample COLUMN would tell.")
                                .formatted(tally.alike(), tally.candidates()));
            }
            if (tally.disputed() > 0) {
                cautions.add(
                        ("%d answers are right in one row and wrong in another of the same problem: answers are compared as"
                                        + " texts.")
                                .formatted(tally.disputed()));
            }
            for (int i = 0; i < scores.size(); i++) {
                long missing = tally.missingScores().get(i);
                if (missing > 0) {
                    cautions.add(("%d candidates have no score %s; where it chooses they come last, or are left out"
                                    + " (--missing-score discard).")
                            .formatted(missing, scores.get(i).name()));
                }
            }
            if (tally.missingVerdicts() > 0) {
                cautions.add("%d candidates have no verdict (--missing-correct).".formatted(tally.missingVerdicts()));
            }
            recorded.recording()
                    .filter(recording -> recording.hasTokens() && tally.cut() < 0)
                    .ifPresent(this::cautionOfTokens);
            tally.remarks()
                    .forEach(remark ->
                            cautions.add(Character.toUpperCase(remark.charAt(0)) + remark.substring(1) + "."));
        }

        /** Where many candidates have the very most tokens, a limit cut them off. */
        private void cautionOfTokens(Recording recording) {
            int limit = recording.tokenQuantile(1);
            long atLimit = 0;
            for (int problem = 0; problem < recording.size(); problem++) {
                for (int i = 0; i < recording.candidates(problem); i++) {
                    atLimit += recording.tokens(problem, i) == limit ? 1 : 0;
                }
            }
            if (atLimit > 2 && atLimit > CUT_SHARE * candidates && limit > recording.tokenQuantile(0)) {
                cautions.add("%d candidates have exactly %d tokens, the most there are: a limit probably cut them off."
                        .formatted(atLimit, limit));
            }
        }

        private void wish() {
            if (recorded.counts().isPresent()) {
                wishes.add("the candidates themselves, one a row: counts tell coverage alone");
            }
            recorded.recording().ifPresent(recording -> {
                if (!recording.hasAnswers()) {
                    wishes.add(
                            "each candidate's final answer, as text that is the same for equal answers: votes need it");
                }
                if (recording.calls() == 0) {
                    wishes.add("a verifier's score of each candidate: best-of-n and weighted votes need it");
                }
                if (!recording.hasTokens()) {
                    wishes.add("the tokens of each candidate: costs are guessed without them");
                }
                if (recorded.tally().cut() < 0) {
                    wishes.add(
                            "how each generation ended (stop, length): a candidate that was cut off is not wrong for good");
                }
                if (!recorded.columns().has(Role.SAMPLE)) {
                    wishes.add("a number for each sample: rows recorded twice are then seen");
                }
            });
            if (most < 16) {
                wishes.add("more candidates a problem, 16 at least: curves that go on from %d are mostly prior"
                        .formatted(most));
            }
            if (fewest < most) {
                wishes.add("the same number of candidates for every problem");
            }
            if (rarely > 0 && rarely < problems) {
                wishes.add(
                        ("more candidates of the %d problem%s with at most one success, for coverage beyond %d: they alone tell how"
                                        + " hard the hard ones are")
                                .formatted(rarely, rarely == 1 ? "" : "s", most));
            }
            if (problems < 100) {
                wishes.add("more problems: with %d the error over problems like these rules all others"
                        .formatted(problems));
            }
        }
    }
}
