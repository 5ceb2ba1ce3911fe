package overthink.scenarios.results;

import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.analysis.solve.Verdict;

/**
 * What a search for a number found.
 *
 * @param manifest of the search
 * @param sought what was sought
 * @param solution where the gap is above and below 0
 * @param verdict where the comparison holds
 */
public record SolutionDocument(Manifest manifest, Sought sought, Solution solution, Verdict verdict) {}
