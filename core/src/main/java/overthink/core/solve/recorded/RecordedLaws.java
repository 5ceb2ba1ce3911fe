package overthink.core.solve.recorded;

import java.util.Optional;
import java.util.function.Supplier;
import overthink.core.api.Law;
import overthink.core.model.DrawnWorld;
import overthink.core.model.RecordedWorld;
import overthink.core.route.Availability;
import overthink.core.route.Route;
import overthink.core.route.SolvedLaws;
import overthink.core.world.Recording;

/**
 * What is known of strategies in a world of recorded candidates: means over all orders in which those of a problem may be drawn.
 *
 * @param world the world
 */
public record RecordedLaws(RecordedWorld world) implements SolvedLaws {

    @Override
    public Availability exact(Law law) {
        Recording recording = world.recording();
        if (law instanceof Law.FirstCandidate) {
            return made(() -> new RecordedFirstCandidate(world));
        }
        if (law instanceof Law.UntilAccepted first) {
            return recording.hasVerdicts()
                    ? made(() -> new RecordedFirstAccepted(world, first))
                    : new Availability.Refused("verdicts of two values were not recorded");
        }
        if (law instanceof Law.BestOf best) {
            if (best.score() != Law.Score.OUTCOME) {
                return new Availability.Refused("scores of steps were not recorded");
            }
            return recording.calls() > 0
                    ? together(() -> new RecordedBestOfN(world))
                    : new Availability.Refused("scores were not recorded");
        }
        if (law instanceof Law.Vote) {
            if (world.replacement()) {
                return new Availability.Refused(
                        "no closed form of a vote among candidates drawn with replacement is known");
            }
            return recording.hasAnswers()
                    ? together(() -> new RecordedVote(world))
                    : new Availability.Refused("answers were not recorded");
        }
        return new Availability.Refused("no closed form of it over recorded candidates is known");
    }

    private Availability together(Supplier<Route.Solver> solvers) {
        Optional<String> obstacle = RecordedSpending.obstacleTogether(world);
        return obstacle.isPresent() ? new Availability.Refused(obstacle.get()) : made(solvers);
    }

    private static Availability made(Supplier<Route.Solver> solvers) {
        return new Availability.Made(new RecordedRoute(solvers));
    }

    /**
     * An exact route in this world.
     *
     * @param solvers makes one for a thread
     */
    private record RecordedRoute(Supplier<Route.Solver> solvers) implements Route.Exact {

        @Override
        public boolean endless() {
            return false;
        }

        @Override
        public Route.Solver solver(DrawnWorld drawn) {
            return solvers.get();
        }
    }
}
