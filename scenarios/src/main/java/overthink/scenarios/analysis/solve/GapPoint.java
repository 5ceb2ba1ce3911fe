package overthink.scenarios.analysis.solve;

import java.util.Set;
import overthink.core.estimate.Method;
import overthink.scenarios.analysis.question.Answer;

/**
 * Both sides of a comparison at one place.
 *
 * @param left the left side
 * @param right the right side
 * @param gap how much more the left side is
 * @param methods by which their rows were found
 * @param problems that their rows are of, the fewest; 0 where they are of the population itself
 */
public record GapPoint(Answer left, Answer right, Answer gap, Set<Method> methods, int problems) {}
