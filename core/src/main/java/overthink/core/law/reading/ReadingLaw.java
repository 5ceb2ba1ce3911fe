package overthink.core.law.reading;

import org.jspecify.annotations.Nullable;
import overthink.core.law.difficulty.Point;

/**
 * What reading does to a policy. After k documents and m demonstrations the chance of a right candidate is that of
 * {@link Documents} and then that of {@link Demonstrations}, p₀ being its chance without either. Everything read is input tokens
 * of every later call.
 *
 * @param documents that can be retrieved; null when there are none
 * @param demonstrations of how such problems are solved; null when there are none
 */
public record ReadingLaw(
        @Nullable Documents documents, @Nullable Demonstrations demonstrations) {

    /** Documents that hold nothing and cost nothing. */
    public static final ReadingLaw NOTHING =
            new ReadingLaw(new Documents(0, 1, 1, 0, 0, new Point(1), Documents.Store.WHOLE), null);

    /**
     * Refuses a law of nothing.
     *
     * @throws IllegalArgumentException when there are neither documents nor demonstrations
     */
    public ReadingLaw {
        if (documents == null && demonstrations == null) {
            throw new IllegalArgumentException("reading: documents or demonstrations are needed");
        }
    }

    /**
     * The chance of a right candidate.
     *
     * @param p0 without reading, in [0, 1]
     * @param reader u₁ of the problem, in [0, 1]
     * @param read documents, at least 0; those there are not change nothing
     * @param shown demonstrations, at least 0; those there are not change nothing
     */
    public double chance(double p0, double reader, long read, long shown) {
        double p = documents == null ? p0 : documents.chance(p0, reader, read);
        return demonstrations == null ? p : demonstrations.chance(p, shown);
    }

    /** The tokens of so many documents and demonstrations. */
    public long tokens(long read, long shown) {
        return (documents == null ? 0 : read * documents.tokens())
                + (demonstrations == null ? 0 : shown * demonstrations.tokens());
    }
}
