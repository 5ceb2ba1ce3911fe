package overthink.core.model;

import org.jspecify.annotations.Nullable;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.reading.Documents;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.world.Policy;

/** What the first policy has read in a trial, and what that makes of the problem in hand. */
final class Readings {

    /** How many problems as they are after reading are remembered, so that trials need not work them out anew. */
    private static final int REMEMBERED = 256;

    private final ReadingLaw law;
    private final Policy policy;
    private final @Nullable Reading[] remembered = new Reading[REMEMBERED];
    private ProblemTables plain;
    private double reader;
    private int documents;
    private int demonstrations;

    /** A problem after reading. */
    private record Reading(ProblemTables plain, int documents, int demonstrations, ProblemTables read) {}

    Readings(ReadingLaw law, Policy policy, ProblemTables problem) {
        this.law = law;
        this.policy = policy;
        plain = problem;
    }

    /** Turns to another problem, of which nothing was read. */
    void turnTo(ProblemTables problem) {
        plain = problem;
        Documents found = law.documents();
        reader = found == null ? 0 : readerOf(found.reader(), problem);
        read(0, 0);
    }

    /** u₁ of a problem. */
    private static double readerOf(DifficultyLaw law, ProblemTables problem) {
        return law.quantile(Address.uniform(problem.origin.word(Purpose.READER, problem.index)));
    }

    /** From here on so much is read, in place of what was. */
    void read(int count, int shown) {
        documents = count;
        demonstrations = shown;
    }

    /** Whether something is read. */
    boolean any() {
        return documents > 0 || demonstrations > 0;
    }

    /** The tokens of what is read. */
    long tokens() {
        return law.tokens(documents, demonstrations);
    }

    /** The chance of what had a chance without. */
    double chance(double without) {
        return law.chance(without, reader, documents, demonstrations);
    }

    /** The problem as it is with what is read. */
    ProblemTables problem() {
        if (!any()) {
            return plain;
        }
        int place = Math.floorMod((plain.index * 31 + documents) * 31 + demonstrations, REMEMBERED);
        Reading known = remembered[place];
        if (known == null
                || known.plain != plain
                || known.documents != documents
                || known.demonstrations != demonstrations) {
            known = new Reading(plain, documents, demonstrations, plain.withChance(chance(plain.p), policy));
            remembered[place] = known;
        }
        return known.read;
    }
}
