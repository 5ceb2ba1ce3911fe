package overthink.core.law.verifier;

import overthink.core.api.RealRange;

/**
 * How a verifier's noise is shared: ε = √problem·e<sub>problem</sub> + √answer·e<sub>answer</sub> +
 * √candidate·e<sub>candidate</sub> + √call·e<sub>call</sub>. The problem's and the answers' parts are drawn once and are
 * the same in all trials. For a process verifier {@code candidate} is the path's part, which persists from step to step,
 * and {@code answer} is 0.
 *
 * @param problem share of the problem, in [0, 1]
 * @param answer share of the answer, in [0, 1]
 * @param candidate share of the candidate (or the path), in [0, 1]
 * @param call share of the single call, in [0, 1]
 */
public record NoiseShares(double problem, double answer, double candidate, double call) {

    /** All noise belongs to the candidate. */
    public static final NoiseShares CANDIDATE = new NoiseShares(0, 0, 1, 0);

    private static final double ROUNDING = 1e-9;

    /**
     * Checks the ranges and the sum.
     *
     * @throws IllegalArgumentException when a share is outside [0, 1] or the sum is not 1
     */
    public NoiseShares {
        check("problem", problem);
        check("answer", answer);
        check("candidate", candidate);
        check("call", call);
        double sum = problem + answer + candidate + call;
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("the noise shares must sum to 1, not " + sum);
        }
    }

    private static void check(String name, double share) {
        RealRange.PROBABILITY.check("the noise share " + name, share);
    }
}
