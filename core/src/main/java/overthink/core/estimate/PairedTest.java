package overthink.core.estimate;

/**
 * Whether one number is more than another beyond chance, where many such pairs are looked at together.
 *
 * @param paired by how much it is more, with the errors
 * @param tolerance by how much arithmetic may have moved the difference; 0 when both were found by trials
 * @param bound so many standard errors are beyond chance, as {@link FamilyWise#bound} has it
 */
public record PairedTest(PairedDifference paired, double tolerance, double bound) {

    /** The chance that any of the pairs that are looked at together is said to differ when none does. */
    public static final double ALARM = 0.05;

    /** Whether it is more on these problems. */
    public boolean seen() {
        return exceeds(paired.stdError());
    }

    /** Whether it is more over the population, too, as far as more than one problem tells of that. */
    public boolean seenOverPopulation() {
        return seen() && (Double.isNaN(paired.populationStdError()) || exceeds(paired.populationStdError()));
    }

    private boolean exceeds(double stdError) {
        return paired.difference() > tolerance + bound * stdError;
    }
}
