package overthink.scenarios.analysis.power;

/**
 * What a test needs and shows with so many samples of each problem.
 *
 * @param samples of each problem and strategy; infinity for what no number of samples improves on
 * @param problems for each strategy that find the difference with the power asked for; infinity when none do
 * @param least of the problems, were the difference at the farther end of its 95 % interval over the population
 * @param most of the problems, were it at the nearer end; infinity when no difference is in the interval
 * @param usd that they cost with their samples; {@code NaN} when nothing has a price
 * @param chance that the problems that there are show the difference; {@code NaN} when it is not asked how many there are
 * @param detectable the least difference that they show with the power asked for
 * @param usdOfGiven that they cost with their samples
 */
public record PowerPoint(
        double samples,
        double problems,
        double least,
        double most,
        double usd,
        double chance,
        double detectable,
        double usdOfGiven) {}
