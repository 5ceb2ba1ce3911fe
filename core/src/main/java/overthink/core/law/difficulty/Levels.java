package overthink.core.law.difficulty;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Named levels of difficulty: a {@link Mixture} whose parts have names that results keep apart.
 *
 * @param list at least one level, from first to last; their weights sum to 1 and their names differ
 */
public record Levels(List<Level> list) implements DifficultyLaw {

    /**
     * Checks the levels and copies the list.
     *
     * @throws IllegalArgumentException when there is no level, two have one name, or the weights do not sum to 1 (within
     *     1e-9)
     */
    public Levels {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("levels: at least one level is needed");
        }
        Set<String> names = new HashSet<>();
        double sum = 0;
        for (Level level : list) {
            if (!names.add(level.name())) {
                throw new IllegalArgumentException("levels: the name %s is given twice".formatted(level.name()));
            }
            sum += level.weight();
        }
        Domain.checkSum("levels", sum);
    }

    /**
     * A level of difficulty.
     *
     * @param name not blank
     * @param weight the share of the problems at this level, in [0, 1]
     * @param law of p at this level; without levels of its own
     */
    public record Level(String name, double weight, DifficultyLaw law) {

        /**
         * Checks the name, the range and the law.
         *
         * @throws IllegalArgumentException when the name is blank, {@code weight} is outside [0, 1], or {@code law} has
         *     levels
         */
        public Level {
            if (name.isBlank()) {
                throw new IllegalArgumentException("levels: a level needs a name");
            }
            Domain.checkWeight("level " + name, weight);
            if (law instanceof Levels) {
                throw new IllegalArgumentException(
                        "level %s: a level cannot have levels of its own. Maybe use a mixture.".formatted(name));
            }
        }
    }

    @Override
    public double quantile(double u) {
        return mixture().quantile(u);
    }

    @Override
    public double mean() {
        return mixture().mean();
    }

    @Override
    public double expectation(DoubleUnaryOperator f) {
        return mixture().expectation(f);
    }

    @Override
    public double failure(long n) {
        return mixture().failure(n);
    }

    @Override
    public List<String> levels() {
        return list.stream().map(Level::name).toList();
    }

    @Override
    public int level(double u) {
        return mixture().part(u);
    }

    private Mixture mixture() {
        return new Mixture(list.stream()
                .map(level -> new Mixture.Part(level.weight(), level.law()))
                .toList());
    }
}
