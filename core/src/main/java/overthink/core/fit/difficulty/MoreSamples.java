package overthink.core.fit.difficulty;

import java.util.Arrays;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * What to record next when the interval of {@link CoverageForecast#at} is too wide: more candidates of the hard problems, those
 * with at most one right candidate, which alone tell the law of hard problems; or more problems. Recordings that go on are drawn
 * from the posterior, and the forecast is made anew of each; of a few sizes, the least that halves the width is
 * named. A look at a few continuations: the width it names is good to a fifth or so.
 *
 * @param budget the k whose forecast is to be narrowed
 * @param width the width of its interval of nine tenths now
 * @param hardProblems what more candidates of the hard problems give
 * @param moreProblems what more problems, of as many candidates each, give
 */
public record MoreSamples(long budget, double width, Remedy hardProblems, Remedy moreProblems) {

    private static final int CONTINUATIONS = 3;
    private static final int DRAWS = 500;
    private static final double HALF = 0.5;
    /** So many times the candidates of a hard problem, or the problems. */
    private static final int[] TIMES = {2, 3, 5, 10, 20, 50, 100};

    /** The most times that problems are multiplied, and the most there may be then. */
    private static final int MOST_TIMES_PROBLEMS = 20;

    private static final int MOST_PROBLEMS = 20_000;

    /**
     * A way to narrow the interval.
     *
     * @param problems how many problems get candidates
     * @param candidates how many more candidates each of them gets
     * @param width the mean width of the interval after that
     * @param halves whether that is half of the width now, or less; otherwise this is the most that was looked at
     */
    public record Remedy(int problems, int candidates, double width, boolean halves) {

        /** How many candidates it takes in all: what it costs. */
        public long total() {
            return (long) problems * candidates;
        }
    }

    /**
     * Looks for the least that halves the interval at a budget.
     *
     * @param budget k, above the recorded numbers of candidates
     * @throws IllegalArgumentException when the recording reaches the budget: nothing is forecast there
     */
    public static MoreSamples of(DifficultyPosterior posterior, long budget, long seed) {
        SuccessCounts counts = posterior.counts();
        if (budget <= counts.fewest()) {
            throw new IllegalArgumentException(
                    "every problem has %d candidates: coverage at %d is recorded, not forecast"
                            .formatted(counts.fewest(), budget));
        }
        double width = width(posterior, budget, seed);
        int hard = 0;
        for (int problem = 0; problem < counts.size(); problem++) {
            hard += isHard(counts, problem) ? 1 : 0;
        }
        int n = counts.groupCandidates(counts.groups() / 2);
        Search candidates = new Search(posterior, budget, width, seed) {
            @Override
            SuccessCounts continued(DifficultyDraw draw, CounterStream stream, Site site, int times) {
                return withMoreCandidates(counts, draw, stream, site, times, budget);
            }
        };
        Search problems = new Search(posterior, budget, width, seed) {
            @Override
            SuccessCounts continued(DifficultyDraw draw, CounterStream stream, Site site, int times) {
                return withMoreProblems(counts, draw, stream, site, times, n);
            }
        };
        int[] timesProblems = Arrays.stream(TIMES)
                .filter(times -> times == TIMES[0]
                        || (times <= MOST_TIMES_PROBLEMS && (long) times * counts.size() <= MOST_PROBLEMS))
                .toArray();
        int[] timesCandidates = Arrays.stream(TIMES)
                .filter(times -> times == TIMES[0] || (long) times / 2 * n < budget)
                .toArray();
        Found ofCandidates = candidates.least(timesCandidates);
        Found ofProblems = problems.least(timesProblems);
        return new MoreSamples(
                budget,
                width,
                new Remedy(hard, extra(n, ofCandidates.times, budget), ofCandidates.width, ofCandidates.halves),
                new Remedy((ofProblems.times - 1) * counts.size(), n, ofProblems.width, ofProblems.halves));
    }

    /** The cheaper of those that halve the interval, by candidates; of none that do, the one that narrows it most. */
    public Remedy better() {
        if (hardProblems.halves != moreProblems.halves) {
            return hardProblems.halves ? hardProblems : moreProblems;
        }
        boolean hardIsBetter = hardProblems.halves
                ? hardProblems.total() <= moreProblems.total()
                : hardProblems.width <= moreProblems.width;
        return hardIsBetter ? hardProblems : moreProblems;
    }

    private static boolean isHard(SuccessCounts counts, int problem) {
        return counts.correct(problem) <= 1;
    }

    private static int extra(int n, int times, long budget) {
        return (int) Math.max(0, Math.min((long) n * (times - 1), budget - n));
    }

    private static double width(DifficultyPosterior posterior, long budget, long seed) {
        return CoverageForecast.of(posterior, new long[] {budget}, DRAWS, seed)
                .at(budget)
                .width90();
    }

    private static SuccessCounts withMoreCandidates(
            SuccessCounts counts, DifficultyDraw draw, CounterStream stream, Site site, int times, long budget) {
        int[] n = new int[counts.size()];
        int[] c = new int[counts.size()];
        for (int problem = 0; problem < n.length; problem++) {
            n[problem] = counts.candidates(problem);
            c[problem] = counts.correct(problem);
            if (isHard(counts, problem)) {
                int more = extra(n[problem], times, budget);
                site.move(stream, problem);
                c[problem] += successes(more, draw.p(problem), stream);
                n[problem] += more;
            }
        }
        return SuccessCounts.of(n, c);
    }

    private static SuccessCounts withMoreProblems(
            SuccessCounts counts, DifficultyDraw draw, CounterStream stream, Site site, int times, int candidates) {
        int size = counts.size();
        int[] n = new int[times * size];
        int[] c = new int[times * size];
        for (int problem = 0; problem < n.length; problem++) {
            if (problem < size) {
                n[problem] = counts.candidates(problem);
                c[problem] = counts.correct(problem);
            } else {
                site.move(stream, problem);
                n[problem] = candidates;
                c[problem] = successes(candidates, draw.fresh(problem - size), stream);
            }
        }
        return SuccessCounts.of(n, c);
    }

    /** Successes of independent trials, by the geometric gaps between them. */
    private static int successes(int trials, double p, CounterStream stream) {
        if (p == 0) {
            return 0;
        }
        double logFailure = StrictMath.log1p(-p);
        int successes = 0;
        double at = 0;
        while (true) {
            at += 1 + Math.floor(StrictMath.log(Address.uniform(stream.nextLong())) / logFailure);
            if (!(at <= trials)) {
                return successes;
            }
            successes++;
        }
    }

    /** What was found: so many times as much gives this width. */
    private record Found(int times, double width, boolean halves) {}

    /** Looks for the least multiple that halves a width, which falls with it. */
    private abstract static class Search {

        private final DifficultyPosterior posterior;
        private final long budget;
        private final double width;
        private final long seed;

        Search(DifficultyPosterior posterior, long budget, double width, long seed) {
            this.posterior = posterior;
            this.budget = budget;
            this.width = width;
            this.seed = seed;
        }

        abstract SuccessCounts continued(DifficultyDraw draw, CounterStream stream, Site site, int times);

        Found least(int[] choices) {
            int low = 0;
            int high = choices.length;
            Found least = new Found(1, width, false);
            while (low < high) {
                int middle = (low + high) >>> 1;
                Found found = look(choices[middle]);
                if (found.halves) {
                    high = middle;
                    least = found;
                } else {
                    low = middle + 1;
                    least = least.halves ? least : found;
                }
            }
            return least;
        }

        private Found look(int times) {
            Site site = new Site(Purpose.FIT_CONTINUATION);
            site.turnTo(Origin.of(seed), 0);
            CounterStream stream = new CounterStream();
            double sum = 0;
            for (int i = 0; i < CONTINUATIONS; i++) {
                site.begin(i);
                SuccessCounts counts = continued(posterior.draw(i, seed), stream, site, times);
                sum += width(DifficultyPosterior.of(counts, posterior.exponent()), budget, seed);
            }
            double mean = sum / CONTINUATIONS;
            return new Found(times, mean, mean <= HALF * width);
        }
    }
}
