package overthink.core.fit.answer;

import java.util.Arrays;
import overthink.core.law.answer.PitmanYor;
import overthink.core.random.Address;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * One way in which a problem's recording may go on: from budget to budget the new candidates are right, without an answer or wrong
 * by binomial numbers, and right and wrong ones join urns that go on from the recorded classes. A class of right and wrong
 * candidates has a part in both urns; its votes are the sum. Not for use by several threads.
 */
final class Continuation {

    private static final int STREAMS = 4;

    private final VoteWeight weight;
    private final Site site = new Site(Purpose.FORECAST_VOTES);
    private final CounterStream splits = new CounterStream();
    private final CounterStream scoring = new CounterStream();
    private final Side wrong = new Side(false);
    private final Side right = new Side(true);
    private final Ledger known = new Ledger();
    private double[] rightVotes = new double[64];
    private ProblemVotes problem;
    private double p;
    private double share;
    private long more;
    private long rights;
    private long wrongs;

    Continuation(VoteWeight weight, ProblemVotes any) {
        this.weight = weight;
        problem = any;
    }

    /** Turns to a problem in a draw. */
    void turnTo(Origin origin, int number, ProblemVotes votes, int draw) {
        site.turnTo(origin, number);
        site.begin(draw);
        problem = votes;
    }

    /** The problem's share of candidates without an answer among those that are not right, drawn. */
    double share(MissingAnswers.Law law) {
        site.move(splits, 0);
        return law.share(problem.candidates - problem.correct, problem.missing, splits);
    }

    /**
     * Begins a continuation of the recording.
     *
     * @param number of the continuation, from 0: others are unrelated
     * @param chance p of the problem
     * @param missing its share of candidates without an answer among those that are not right
     * @param answers the laws of agreement
     */
    void begin(int number, double chance, double missing, AnswerDraw answers) {
        p = chance;
        share = missing;
        more = 0;
        rights = problem.correct;
        wrongs = problem.wrongs;
        long first = 1 + (long) STREAMS * number;
        site.move(splits, first);
        site.move(wrong.stream, first + 1);
        site.move(right.stream, first + 2);
        site.move(scoring, first + 3);
        PitmanYor law = answers.wrong();
        wrong.begin(
                problem.wrong,
                problem.wrongClass,
                problem.mostWrong,
                problem.wrongs,
                law.discount(),
                law.concentration());
        if (!problem.plain) {
            PitmanYor ofRight = answers.rightOrNull();
            right.begin(
                    problem.right,
                    problem.rightClass,
                    problem.mostRight,
                    problem.correct,
                    ofRight == null ? 0 : ofRight.discount(),
                    ofRight == null ? 0 : ofRight.concentration());
            known.begin(problem.classes);
            for (int a = 0; a < problem.classes; a++) {
                known.counted[a] = problem.votes(a);
                known.sums[a] = weight == VoteWeight.MAX ? problem.scores[a].greatest() : problem.scores[a].sum();
            }
            if (rightVotes.length < problem.classes) {
                rightVotes = new double[2 * problem.classes];
            }
        }
    }

    /** The accuracy of the vote once there are {@code target} new candidates, no fewer than asked for before. */
    double accuracy(long target) {
        long added = target - more;
        more = target;
        long good = Binomial.draw(added, p, splits);
        long none = Binomial.draw(added - good, share, splits);
        rights += good;
        wrongs += added - good - none;
        return problem.plain ? plain() : weighted();
    }

    /** One right answer, and one vote for each candidate. */
    private double plain() {
        Urn urn = wrong.urn;
        if (rights == 0) {
            return 0;
        }
        if (rights > wrongs) {
            return 1;
        }
        if (urn.largest <= rights) {
            urn.growTo(wrongs, rights, wrong, wrong.stream);
        }
        if (urn.largest != rights) {
            return urn.largest > rights ? 0 : 1;
        }
        int tied = 1;
        for (int place = 0; place < urn.size; place++) {
            tied += urn.votes[place] == rights ? 1 : 0;
        }
        return 1.0 / tied;
    }

    private double weighted() {
        right.urn.growTo(rights, Long.MAX_VALUE, right, right.stream);
        wrong.urn.growTo(wrongs, Long.MAX_VALUE, wrong, wrong.stream);
        Arrays.fill(rightVotes, 0, problem.classes, 0);
        Arrays.fill(known.votes, 0, problem.classes, 0);
        right.count();
        wrong.count();
        for (int a = 0; a < problem.classes; a++) {
            known.update(a, problem.scores[a]);
        }
        double best = Math.max(
                known.best(problem.classes), Math.max(right.made.best(right.fresh()), wrong.made.best(wrong.fresh())));
        double least = best - ProblemVotes.ROUNDING * Math.abs(best);
        double all = 0;
        double good = 0;
        for (int a = 0; a < problem.classes; a++) {
            if (known.weights[a] >= least) {
                all += known.votes[a];
                good += rightVotes[a];
            }
        }
        double ofRight = right.made.votesFrom(least, right.fresh());
        all += ofRight + wrong.made.votesFrom(least, wrong.fresh());
        good += ofRight;
        return all > 0 ? good / all : 0;
    }

    /** Votes, scores and weights of some classes. */
    private final class Ledger {

        private long[] votes = new long[64];
        /** How many votes' scores are in the sum. */
        private long[] counted = new long[64];
        /** The sum of the scores, or the greatest. */
        private double[] sums = new double[64];

        private double[] weights = new double[64];

        void begin(int classes) {
            if (votes.length < classes) {
                int room = 2 * classes;
                votes = Arrays.copyOf(votes, room);
                counted = Arrays.copyOf(counted, room);
                sums = Arrays.copyOf(sums, room);
                weights = Arrays.copyOf(weights, room);
            }
        }

        void update(int place, ClassScores scores) {
            long fresh = votes[place] - counted[place];
            if (fresh > 0 && weight != VoteWeight.COUNT) {
                if (weight == VoteWeight.MAX) {
                    double greatest = scores.greatestOf(fresh, scoring);
                    sums[place] = counted[place] == 0 ? greatest : Math.max(sums[place], greatest);
                } else {
                    sums[place] += scores.sumOf(fresh, scoring);
                }
            }
            counted[place] = votes[place];
            weights[place] = votes[place] == 0
                    ? Double.NEGATIVE_INFINITY
                    : ProblemVotes.weight(weight, votes[place], sums[place]);
        }

        double best(int classes) {
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < classes; a++) {
                best = Math.max(best, weights[a]);
            }
            return best;
        }

        double votesFrom(double least, int classes) {
            double sum = 0;
            for (int a = 0; a < classes; a++) {
                sum += weights[a] >= least ? votes[a] : 0;
            }
            return sum;
        }
    }

    /** The right or the wrong candidates: their urn, and the classes that are new in it. */
    private final class Side implements Urn.Race {

        private final boolean good;
        private final Urn urn = new Urn();
        private final CounterStream stream = new CounterStream();
        private final Ledger made = new Ledger();
        /** By new class: the recorded class whose scores it has. */
        private int[] source = new int[64];

        private int sourced;
        private int[] classes = {};
        private long leaderVotes;
        private double leaderScore;

        Side(boolean good) {
            this.good = good;
        }

        void begin(int[] sizes, int[] ofClass, int largest, int sum, double d, double theta) {
            classes = ofClass;
            sourced = 0;
            urn.begin(sizes, largest, sum, d, theta);
        }

        int fresh() {
            return urn.size - classes.length;
        }

        /** Adds the votes of recorded classes to theirs, and looks at the new ones. */
        void count() {
            for (int place = 0; place < classes.length; place++) {
                int answer = classes[place];
                if (answer >= 0) {
                    known.votes[answer] += urn.votes[place];
                    rightVotes[answer] += good ? urn.votes[place] : 0;
                }
            }
            giveScores();
            for (int i = 0; i < fresh(); i++) {
                made.votes[i] = urn.votes[classes.length + i];
                made.update(i, scores(source[i]));
            }
        }

        /** Gives new classes the scores of a recorded class of the problem at random. */
        private void giveScores() {
            made.begin(fresh());
            if (source.length < fresh()) {
                source = Arrays.copyOf(source, 2 * fresh());
            }
            while (sourced < fresh()) {
                made.counted[sourced] = 0;
                made.sums[sourced] = 0;
                source[sourced++] = weight.isCount() || problem.classes == 0
                        ? 0
                        : (int) (Address.uniform(scoring.nextLong()) * problem.classes);
            }
        }

        private ClassScores scores(int answer) {
            return problem.classes == 0 ? ClassScores.VOTE : problem.scores[answer];
        }

        private double score(int place) {
            if (weight.isCount()) {
                return 1;
            }
            if (place >= classes.length) {
                return scores(source[place - classes.length]).mean();
            }
            return classes[place] < 0 ? 0 : problem.scores[classes[place]].mean();
        }

        private boolean equalScores(int place) {
            int answer = place < classes.length ? classes[place] : source[place - classes.length];
            return answer < 0 || problem.classes == 0 || problem.scores[answer].equal();
        }

        @Override
        public void look() {
            if (problem.plain) {
                leaderVotes = urn.largest;
                leaderScore = 1;
                return;
            }
            giveScores();
            double best = Double.NEGATIVE_INFINITY;
            for (int place = 0; place < urn.size; place++) {
                double score = score(place);
                double one = weight.isCount()
                        ? urn.votes[place]
                        : ProblemVotes.weight(weight, urn.votes[place], score * urn.votes[place]);
                if (one > best) {
                    best = one;
                    leaderVotes = urn.votes[place];
                    leaderScore = score;
                }
            }
        }

        @Override
        public boolean open(int place, long votes) {
            double power = weight.power();
            boolean toCome = place == urn.size;
            if (power == 0 && !toCome && urn.size > 0) {
                // votes count for ties alone: those with less can win only where further scores may differ
                return score(place) >= leaderScore || !equalScores(place);
            }
            if (power == 0 || urn.size == 0 || leaderScore <= 0) {
                return true;
            }
            if (!toCome && place < classes.length && (classes[place] < 0 || problem.mixed[classes[place]])) {
                return true;
            }
            double score = weight.isCount() || problem.classes == 0 ? 1 : toCome ? problem.bestScore : score(place);
            if (score <= 0) {
                return false;
            }
            double ratio = power == 1 ? score / leaderScore : score / leaderScore * (score / leaderScore);
            return Urn.mayOvertake(Math.max(1, votes), leaderVotes, ratio);
        }
    }
}
