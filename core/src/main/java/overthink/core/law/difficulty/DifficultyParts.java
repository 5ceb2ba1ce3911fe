package overthink.core.law.difficulty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Laws of difficulty made of others, part by part. */
public final class DifficultyParts {

    private DifficultyParts() {}

    /**
     * A law with each of its parts, those of levels and mixtures, or the law itself where it has none, replaced by another.
     *
     * @param part what replaces a law that is neither levels nor a mixture; empty when nothing can
     * @return empty when some part cannot be replaced
     */
    public static Optional<DifficultyLaw> mapped(
            DifficultyLaw law, Function<DifficultyLaw, Optional<DifficultyLaw>> part) {
        if (law instanceof Mixture mixture) {
            List<Mixture.Part> parts = new ArrayList<>();
            for (Mixture.Part one : mixture.parts()) {
                Optional<DifficultyLaw> other = mapped(one.law(), part);
                if (other.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(new Mixture.Part(one.weight(), other.get()));
            }
            return Optional.of(new Mixture(parts));
        }
        if (law instanceof Levels levels) {
            List<Levels.Level> parts = new ArrayList<>();
            for (Levels.Level one : levels.list()) {
                Optional<DifficultyLaw> other = mapped(one.law(), part);
                if (other.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(new Levels.Level(one.name(), one.weight(), other.get()));
            }
            return Optional.of(new Levels(parts));
        }
        return part.apply(law);
    }
}
