package overthink.benchmarks;

import java.util.List;

/**
 * What one side did of a {@link Job} with one strategy.
 *
 * @param accuracy at each budget
 * @param stdError of each accuracy over these problems; empty when the side does not state them
 * @param draws candidates, or steps of a strategy that grows solutions by steps
 * @param seconds that they took, without the start of the program
 */
record SideRun(List<Double> accuracy, List<Double> stdError, double draws, double seconds) {

    /** Copies the lists. */
    SideRun {
        accuracy = List.copyOf(accuracy);
        stdError = List.copyOf(stdError);
    }

    /** Nanoseconds per draw. */
    double nanosPerDraw() {
        return 1e9 * seconds / draws;
    }
}
