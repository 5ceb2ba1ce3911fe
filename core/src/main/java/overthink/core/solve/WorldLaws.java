package overthink.core.solve;

import java.util.Set;
import overthink.core.api.Law;
import overthink.core.estimate.Method;
import overthink.core.model.RecordedWorld;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.model.part.PartWorld;
import overthink.core.model.quality.QualityWorld;
import overthink.core.route.SolvedLaws;
import overthink.core.solve.recorded.RecordedLaws;

/** Which laws can be solved in which world. */
public final class WorldLaws {

    private WorldLaws() {}

    /** Those of a world. */
    public static SolvedLaws of(World world) {
        if (world instanceof SyntheticWorld declared) {
            return new DeclaredLaws(declared.sharpened());
        }
        if (world instanceof RecordedWorld recorded) {
            return new RecordedLaws(recorded);
        }
        if (world instanceof QualityWorld quality) {
            return new QualityLaws(quality);
        }
        if (world instanceof PartWorld parts) {
            return new PartLaws(parts);
        }
        return world instanceof SolvedLaws.Solvable solvable ? solvable.solvedLaws() : SolvedLaws.NONE;
    }

    /** The methods besides trials by which the numbers of strategies of a law are found in some worlds. */
    public static Set<Method> methods(Law law) {
        return DeclaredLaws.shortcut(law).methods();
    }
}
