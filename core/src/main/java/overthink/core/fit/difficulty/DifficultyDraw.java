package overthink.core.fit.difficulty;

/** signatures; not for several threads at once */
public final class DifficultyDraw {

    private DifficultyDraw() {}

    /** Which draw this is. */
    public int number() {
        throw new UnsupportedOperationException("soon");
    }

    /** The law drawn. */
    public FittedDifficulty fitted() {
        throw new UnsupportedOperationException("soon");
    }

    /** p of a recorded problem, drawn from the law given the problem's counts; the same whenever asked. */
    public double p(int problem) {
        throw new UnsupportedOperationException("soon");
    }

    /** p of a new problem of the kind, drawn from the law; the same for the same number. */
    public double fresh(int number) {
        throw new UnsupportedOperationException("soon");
    }
}
