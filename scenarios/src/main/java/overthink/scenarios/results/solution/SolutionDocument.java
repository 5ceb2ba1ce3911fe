package overthink.scenarios.results.solution;

import java.util.Optional;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.analysis.solve.Verdict;
import overthink.scenarios.results.Manifest;

/**
 * What a search for a number found.
 *
 * @param manifest of the search
 * @param sought what was sought
 * @param solution where the gap is above and below 0
 * @param verdict where the comparison holds
 * @param endless the gap as the budget grows without end; empty where it is not known, or something else is sought
 */
public record SolutionDocument(
        Manifest manifest, Sought sought, Solution solution, Verdict verdict, Optional<Answer> endless) {}
