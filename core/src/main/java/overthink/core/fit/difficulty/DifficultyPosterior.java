package overthink.core.fit.difficulty;

import java.util.List;

/** signatures */
public final class DifficultyPosterior {

    private DifficultyPosterior() {}

    /** The posterior given counts. */
    public static DifficultyPosterior of(SuccessCounts counts, TailExponent exponent) {
        throw new UnsupportedOperationException("soon");
    }

    /** The counts it was made of. */
    public SuccessCounts counts() {
        throw new UnsupportedOperationException("soon");
    }

    /** The prior of the exponent it was made with. */
    public TailExponent exponent() {
        throw new UnsupportedOperationException("soon");
    }

    /** What it says of each family, in the order of {@link DifficultyFamily}. */
    public List<FamilyPosterior> families() {
        throw new UnsupportedOperationException("soon");
    }

    /** The family with the greatest weight. */
    public FamilyPosterior leading() {
        throw new UnsupportedOperationException("soon");
    }

    /** What a reader must know: nothing solved, a posterior at the edge of what is covered. Sentences; mostly none. */
    public List<String> statements() {
        throw new UnsupportedOperationException("soon");
    }

    /** A draw of the law and of all difficulties: the same for the same number and seed, whoever asks. */
    public DifficultyDraw draw(int number, long seed) {
        throw new UnsupportedOperationException("soon");
    }
}
