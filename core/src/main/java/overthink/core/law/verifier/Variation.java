package overthink.core.law.verifier;

import java.util.List;
import overthink.core.api.RealRange;
import overthink.core.law.chain.ByDifficulty;

/** A number of a verifier that is not the same on all problems, or after all steps. */
public sealed interface Variation {

    /**
     * Its value.
     *
     * @param p of the problem: the chance that one candidate is correct
     * @param level of the problem, by number
     * @param depth of what is scored, from 0 after the first step to 1 after the last
     */
    double at(double p, int level, double depth);

    /**
     * Checks that all its values are within a range.
     *
     * @throws IllegalArgumentException when one is not
     */
    void check(String name, RealRange range);

    /** The same everywhere. */
    static Variation of(double value) {
        return new Difficulty(ByDifficulty.of(value));
    }

    /** Whether it is the same everywhere. */
    default boolean constant() {
        return this instanceof Difficulty by && by.law.constant();
    }

    /** This with its values in the order in which a world has its levels; itself where it does not go by level. */
    default Variation inOrder(List<String> levels) {
        return this;
    }

    /** By the difficulty of the problem. */
    record Difficulty(ByDifficulty law) implements Variation {

        @Override
        public double at(double p, int level, double depth) {
            return law.at(p);
        }

        @Override
        public void check(String name, RealRange range) {
            law.check(name, range);
        }
    }

    /** d by difficulty, as where nothing else counts. */
    record Trend(Sensitivity.Trend law) implements Variation {

        @Override
        public double at(double p, int level, double depth) {
            return law.at(p);
        }

        @Override
        public void check(String name, RealRange range) {
            // the trend has checked its own
        }
    }

    /**
     * By the named level of the problem.
     *
     * @param names of the levels
     * @param values of each of them
     */
    record Level(List<String> names, List<Double> values) implements Variation {

        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException when they are not of one length
         */
        public Level {
            names = List.copyOf(names);
            values = List.copyOf(values);
            if (names.size() != values.size()) {
                throw new IllegalArgumentException("each level needs a value");
            }
        }

        @Override
        public double at(double p, int level, double depth) {
            return values.get(level);
        }

        @Override
        public void check(String name, RealRange range) {
            for (int i = 0; i < values.size(); i++) {
                range.check(name + " on level " + names.get(i), values.get(i));
            }
        }

        /**
         * In the order of the world's levels.
         *
         * @throws IllegalArgumentException when the world has others
         */
        @Override
        public Variation inOrder(List<String> levels) {
            if (levels.size() != names.size() || !names.containsAll(levels)) {
                throw new IllegalArgumentException("a verifier goes by the levels %s, and problems have %s"
                        .formatted(
                                String.join(", ", names),
                                levels.isEmpty() ? "none" : "the levels " + String.join(", ", levels)));
            }
            return new Level(
                    levels,
                    levels.stream().map(name -> values.get(names.indexOf(name))).toList());
        }
    }

    /**
     * By depth, linear from the first step to the last; for a verifier of steps.
     *
     * @param first after the first step
     * @param last after the last, and where there is but one
     */
    record Depth(double first, double last) implements Variation {

        @Override
        public double at(double p, int level, double depth) {
            return first + (last - first) * depth;
        }

        @Override
        public void check(String name, RealRange range) {
            range.check(name, first);
            range.check(name, last);
        }
    }
}
