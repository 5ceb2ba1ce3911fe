package overthink.core.fit.difficulty;

/**
 * What a recording says of one family.
 *
 * @param family which
 * @param weight its posterior probability, in [0, 1]: prior weight × evidence, divided by the sum over the families
 * @param logEvidence the logarithm of its evidence: the probability of the recorded counts, averaged over the prior of its
 *     parameters and of the atom
 * @param first the first parameter
 * @param second the second parameter
 * @param atom the share of problems with p = 0
 * @param mode the most probable law
 */
public record FamilyPosterior(
        DifficultyFamily family,
        double weight,
        double logEvidence,
        Parameter first,
        Parameter second,
        Parameter atom,
        FittedDifficulty mode) {

    /**
     * A parameter's posterior.
     *
     * @param mean its mean
     * @param sd its standard deviation
     */
    public record Parameter(double mean, double sd) {}
}
