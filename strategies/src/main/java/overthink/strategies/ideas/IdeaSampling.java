package overthink.strategies.ideas;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.CandidateChoice;

/**
 * Thinks of ideas side by side, looks which of them are new, and writes candidates that follow the new ones; again and again, as
 * far as the budget pays. An idea that was followed before is new to nobody; where a round of thinking brings none that is, its
 * first is followed all the same.
 *
 * <p>With observations a round of thinking has two parts (Wang et al. 2024): so many observations, and then an idea for each set
 * of at most two different ones, the empty set among them.
 */
public final class IdeaSampling implements Strategy {

    private final int observations;
    private final int ideas;
    private final int each;
    private final CandidateChoice choice;
    private int[] drawn = new int[16];
    /** By class of ideas: the trial in which it was followed. */
    private int[] followed = new int[64];
    /** By class of ideas: the round of planning in which it was observed last. */
    private long[] observed = new long[64];

    private int trial;
    private long round;

    /**
     * Makes it.
     *
     * @param observations before the ideas of a round; 0 for none
     * @param ideas of a round, where there are no observations
     * @param each candidates for each idea that is new
     */
    IdeaSampling(int observations, int ideas, int each, CandidateChoice.By by) {
        this.observations = observations;
        this.ideas = ideas;
        this.each = each;
        choice = new CandidateChoice(by);
    }

    @Override
    public void run(Session session) {
        trial++;
        if (trial == 0) {
            // trials begin anew after 2^32, and what the first ones left must not pass for this one's
            Arrays.fill(followed, 0);
            trial = 1;
        }
        choice.begin();
        long most = choice.most(session);
        while (session.size() < most) {
            int count = think(session, most - session.size());
            if (count == 0 || !follow(session, count, most) || !choice.look(session)) {
                break;
            }
        }
        if (session.size() == 0) {
            // no idea is paid for: what it writes without
            session.generate();
        }
        choice.look(session);
    }

    /** Thinks, with so many candidates left to write; returns how many ideas are to be followed. */
    private int think(Session session, long left) {
        int wanted = (int) Math.min(ideas, left);
        if (observations > 0) {
            int made = draw(session, observations);
            int different = 0;
            round++;
            for (int i = 0; i < made; i++) {
                int number = session.ideaClass(drawn[i]);
                grow(number);
                different += observed[number] == round ? 0 : 1;
                observed[number] = round;
            }
            wanted = 1 + different + different * (different - 1) / 2;
        }
        int made = draw(session, wanted);
        int kept = 0;
        for (int i = 0; i < made; i++) {
            int number = session.ideaClass(drawn[i]);
            grow(number);
            if (followed[number] != trial) {
                followed[number] = trial;
                drawn[kept++] = drawn[i];
            }
        }
        return made > 0 ? Math.max(1, kept) : 0;
    }

    private int draw(Session session, int count) {
        if (drawn.length < count) {
            drawn = Arrays.copyOf(drawn, count);
        }
        for (int i = 0; i < count; i++) {
            drawn[i] = session.idea();
            if (drawn[i] == Session.NONE) {
                return i;
            }
        }
        return count;
    }

    /** Writes candidates, one for each idea in turn; false when the budget does not pay for all of them. */
    private boolean follow(Session session, int count, long most) {
        for (int turn = 0; turn < each; turn++) {
            for (int i = 0; i < count; i++) {
                if (session.size() == most || session.generateFrom(drawn[i]) == Session.NONE) {
                    return false;
                }
            }
        }
        return true;
    }

    private void grow(int number) {
        if (number >= followed.length) {
            followed = Arrays.copyOf(followed, Math.max(number + 1, 2 * followed.length));
            observed = Arrays.copyOf(observed, followed.length);
        }
    }
}
