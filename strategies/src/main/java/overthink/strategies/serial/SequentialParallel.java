package overthink.strategies.serial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import overthink.core.api.LogOdds;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.AnswerWeights;
import overthink.strategies.voting.Recount;

/**
 * Several chains of revisions side by side; each chain has its candidate, and one of these answers (Snell et al. 2024, the ratio
 * of sequential to parallel). With C chains candidate r of chain c is number r·C + c.
 *
 * <p>The first candidate is the answer until the choice is made; what scores are not paid for count as lowest.
 */
public final class SequentialParallel implements Strategy {

    /** How chains' candidates choose among themselves. */
    enum Across {
        /** The highest score, the first of equals. */
        BEST,
        /** The answer of most, of equals the one of the first chain. */
        VOTE,
        /** The answer of the greatest sum of scores as probabilities. */
        WEIGHTED;

        static ParameterSpec parameter() {
            return ParameterSpec.choice(
                    "across",
                    List.of("vote", "best", "weighted"),
                    "how the chains' candidates choose: by answer, by the highest score, by answer weighted by scores");
        }

        static Across of(Parameters parameters) {
            return valueOf(parameters.choice("across").toUpperCase(Locale.ROOT));
        }
    }

    private final int chains;
    private final double ratio;
    private final ChainChoice.By within;
    private final Across across;
    private final AnswerWeights weights = new AnswerWeights();
    private final Recount recount = new Recount();
    private int[] lasts = new int[16];
    private double[] scores = new double[16];
    /**
     * Makes it.
     *
     * @param chains how many; 0 for as many as make the ratio
     * @param ratio candidates of a chain for each chain
     */
    SequentialParallel(int chains, double ratio, ChainChoice.By within, Across across) {
        this.chains = chains;
        this.ratio = ratio;
        this.within = within;
        this.across = across;
    }

    private boolean scored() {
        return within == ChainChoice.By.BEST || across != Across.VOTE;
    }

    @Override
    public void run(Session session) {
        long paid = scored() ? session.solutions(0, 1) : session.limit(Resource.GENERATIONS);
        long candidates = Math.max(1, paid);
        long wanted = chains > 0 ? chains : Math.max(1, Math.round(Math.sqrt(candidates / ratio)));
        int width = (int) Math.min(Math.min(wanted, candidates), Integer.MAX_VALUE);
        int begun = 0;
        while (begun < width) {
            int some = session.generate(width - begun, scored() ? 1 : 0);
            if (some == 0) {
                break;
            }
            begun += some;
        }
        if (begun == 0) {
            return;
        }
        session.commit(0);
        grow(begun);
        boolean goesOn = true;
        for (long made = begun; goesOn && made < candidates; made++) {
            goesOn = session.revise((int) (made - begun)) != Session.NONE;
        }
        session.commit(chosen(session, begun));
    }

    private int chosen(Session session, int begun) {
        for (int chain = 0; chain < begun; chain++) {
            lasts[chain] = last(session, begun, chain);
        }
        if (within == ChainChoice.By.BEST) {
            bestOfEach(session, begun);
        } else {
            if (within == ChainChoice.By.VOTE) {
                for (int chain = 0; chain < begun; chain++) {
                    lasts[chain] = mostFrequent(session, begun, chain);
                }
            }
            if (scored()) {
                session.together(begun);
                boolean paid = true;
                for (int chain = 0; chain < begun; chain++) {
                    scores[chain] = paid ? session.verify(lasts[chain]) : Double.NaN;
                    paid &= !Double.isNaN(scores[chain]);
                }
            }
        }
        return switch (across) {
            case VOTE -> elected(session, begun);
            case BEST -> lasts[best(begun)];
            case WEIGHTED -> weighted(session, begun);
        };
    }

    private static int last(Session session, int begun, int chain) {
        int whole = session.size() / begun;
        int last = whole * begun + chain;
        return last < session.size() ? last : last - begun;
    }

    private void bestOfEach(Session session, int begun) {
        int size = session.size();
        grow(size);
        session.verify(0, size, scores);
        for (int chain = 0; chain < begun; chain++) {
            int best = chain;
            for (int candidate = chain + begun; candidate < size; candidate += begun) {
                if (scores[candidate] > scores[best] || Double.isNaN(scores[best])) {
                    best = candidate;
                }
            }
            // a chain's score takes the place of that of its first candidate, which is not looked at again
            lasts[chain] = best;
            scores[chain] = scores[best];
        }
    }

    /** The first candidate of the answer that a chain gives most often. */
    private int mostFrequent(Session session, int begun, int chain) {
        recount.clear();
        for (int candidate = chain; candidate < session.size(); candidate += begun) {
            recount.add(session, candidate);
        }
        return recount.winner() == Session.NONE ? chain : recount.winner();
    }

    private int elected(Session session, int begun) {
        recount.clear();
        for (int chain = 0; chain < begun; chain++) {
            recount.add(session, lasts[chain]);
        }
        return recount.winner() == Session.NONE ? lasts[0] : recount.winner();
    }

    private int best(int begun) {
        int best = 0;
        for (int chain = 1; chain < begun; chain++) {
            if (scores[chain] > scores[best] || (Double.isNaN(scores[best]) && !Double.isNaN(scores[chain]))) {
                best = chain;
            }
        }
        return best;
    }

    private int weighted(Session session, int begun) {
        weights.start();
        for (int chain = 0; chain < begun; chain++) {
            if (session.answered(lasts[chain]) && !Double.isNaN(scores[chain])) {
                weights.add(session, lasts[chain], LogOdds.logProbability(scores[chain]));
            }
        }
        int winner = weights.winner();
        return winner == Session.NONE ? lasts[0] : winner;
    }

    private void grow(int room) {
        if (lasts.length < room) {
            lasts = Arrays.copyOf(lasts, room);
        }
        if (scores.length < room) {
            scores = Arrays.copyOf(scores, room);
        }
    }
}
