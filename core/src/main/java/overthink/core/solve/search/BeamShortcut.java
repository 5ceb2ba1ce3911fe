package overthink.core.solve.search;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.api.Resource;
import overthink.core.exact.search.SoundParents;
import overthink.core.exact.search.VerdictBeam;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.solve.declared.Shortcut;

/**
 * {@link Law.Beam}: {@link overthink.core.exact.search.BeamChain}, and {@link VerdictBeam} where verdicts tie; a {@linkplain
 * overthink.core.exact.search.GreedyChain chain of two states} where one node is kept; best-of-n where all are, as nothing is
 * selected before the end.
 */
final class BeamShortcut implements Shortcut {

    private final Law.Beam law;

    BeamShortcut(Law.Beam law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        Optional<String> obstacle = IndependentStepScores.obstacle(world);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made(new BeamRoute(law, IndependentStepScores.of(world), world));
    }

    /** How many nodes are kept of so many. */
    static long kept(Law.Beam law, long nodes) {
        return Math.max(1, nodes / law.width());
    }

    @Override
    public Optional<String> exactEnds(SyntheticWorld world, Resource resource, long amount) {
        CountLaw steps = world.policy().steps();
        boolean bySteps = resource == Resource.STEPS;
        long most = bySteps ? Math.min(steps.max(), amount) : 1;
        for (long each = bySteps ? steps.min() : 1; each <= most; each++) {
            Optional<String> end = end(amount / each, verdicts(world));
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    private static boolean verdicts(SyntheticWorld world) {
        Verifier process = world.verifiers().process();
        return process != null && process.scoring() instanceof Scoring.Verdict;
    }

    private Optional<String> end(long candidates, boolean verdicts) {
        long nodes = Math.min(candidates, law.most());
        long kept = kept(law, nodes);
        if (kept <= 1 || (kept == nodes && !verdicts)) {
            return Optional.empty();
        }
        if (verdicts) {
            return kept <= VerdictBeam.MOST_KEPT
                    ? Optional.empty()
                    : Optional.of(
                            "verdicts tie, which is solved where at most %d nodes are kept, and %d generations keep %d"
                                    .formatted(VerdictBeam.MOST_KEPT, candidates, kept));
        }
        if (nodes > SoundParents.LARGEST) {
            return Optional.of(
                    "a step has more than %d nodes under %d generations".formatted(SoundParents.LARGEST, candidates));
        }
        return nodes % kept == 0 || nodes <= SoundParents.LARGEST_UNEVEN
                ? Optional.empty()
                : Optional.of(
                        ("%d generations are not a multiple of the %d nodes kept, which is solved to %d generations."
                                        + " Maybe %d")
                                .formatted(candidates, kept, SoundParents.LARGEST_UNEVEN, nodes / kept * kept));
    }

    @Override
    public boolean exactIsSlow(SyntheticWorld world, long candidates) {
        return law.width() > 1
                && law.width() != Law.UNBOUNDED
                && Math.min(candidates, law.most()) > SoundParents.LARGEST;
    }

    @Override
    public boolean exactIsOnRequest(SyntheticWorld world) {
        return law.width() > 1
                && law.width() != Law.UNBOUNDED
                && !verdicts(world)
                && !IndependentStepScores.of(world).alike();
    }
}
