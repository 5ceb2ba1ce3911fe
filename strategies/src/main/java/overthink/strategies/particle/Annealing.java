package overthink.strategies.particle;

/**
 * A temperature that goes in a straight line from {@code from} at step 0 to {@code to} at step {@code steps} − 1 and
 * stays there.
 *
 * @param from above 0
 * @param to above 0
 * @param steps at most 1 for {@code to} at once
 */
record Annealing(double from, double to, int steps) {

    /** A temperature that stays. */
    static Annealing constant(double temperature) {
        return new Annealing(temperature, temperature, 0);
    }

    /** The temperature at a step, counted from 0. */
    double at(int step) {
        if (step >= steps - 1) {
            return to;
        }
        return from - (from - to) * ((double) step / (steps - 1));
    }
}
