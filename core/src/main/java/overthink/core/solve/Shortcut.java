package overthink.core.solve;

import java.util.Optional;
import java.util.Set;
import overthink.core.api.Law;
import overthink.core.api.Resource;
import overthink.core.estimate.Method;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;

/** The fast ways to the numbers of strategies of one law in worlds of declared laws, under budgets of generations or steps. */
public interface Shortcut {

    /** The ways that are known to the numbers of strategies of a law. */
    static Shortcut of(Law law) {
        if (law instanceof Law.FirstCandidate) {
            return new FirstCandidateShortcut();
        }
        if (law instanceof Law.InParts || law instanceof Law.Contracted) {
            return new PartShortcut();
        }
        if (law instanceof Law.BestOf best) {
            return new BestOfNShortcut(best);
        }
        if (law instanceof Law.UntilAccepted first) {
            return new FirstAcceptedShortcut(first);
        }
        if (law instanceof Law.UntilPassed passed) {
            return new PassUntilShortcut(passed);
        }
        if (law instanceof Law.Vote) {
            return new VoteShortcut();
        }
        if (law instanceof Law.VoteByWeight vote) {
            return new WeightedVoteShortcut(vote);
        }
        if (law instanceof Law.VoteUntil vote) {
            return new VoteUntilShortcut(vote);
        }
        if (law instanceof Law.VoteUntilAgreed vote) {
            return new VoteUntilAgreedShortcut(vote);
        }
        if (law instanceof Law.BestUntil best) {
            return new BestUntilShortcut(best);
        }
        if (law instanceof Law.Revised revised) {
            return new ChainShortcut(revised.told(), false, revised.most());
        }
        if (law instanceof Law.UntilFinished finished) {
            return new ChainShortcut(false, true, finished.most());
        }
        if (law instanceof Law.Merged merged) {
            return new MergedShortcut(merged);
        }
        if (law instanceof Law.MergedInRounds merged) {
            return new MergedInRoundsShortcut(merged);
        }
        if (law instanceof Law.Beam beam) {
            return new BeamShortcut(beam);
        }
        if (law instanceof Law.Trees trees) {
            return new TreesShortcut(trees);
        }
        if (law instanceof Law.Screened screened) {
            return new ScreenedShortcut(screened);
        }
        if (law instanceof Law.Particles particles) {
            return new ParticleShortcut(particles);
        }
        if (law instanceof Law.Cascaded cascaded) {
            return new CascadeShortcut(cascaded);
        }
        if (law instanceof Law.CascadedByVote cascaded) {
            return new VotedCascadeShortcut(cascaded);
        }
        if (law instanceof Law.Routed routed) {
            return new RouterShortcut(routed);
        }
        if (law instanceof Law.BestOfPolicies best) {
            return new BestOfPoliciesShortcut(best);
        }
        if (law instanceof Law.VoteOfPolicies vote) {
            return new VoteOfPoliciesShortcut(vote);
        }
        throw new IllegalArgumentException("no solver takes the law " + law);
    }

    /** The ways that some world opens; the others none does. */
    Set<Method> methods();

    /** The exact way. */
    Availability exact(SyntheticWorld world);

    /**
     * Why the exact way, though open, does not know the numbers under some budget; empty when it does.
     *
     * @param resource generations or steps
     * @param amount of it
     */
    default Optional<String> exactEnds(SyntheticWorld world, Resource resource, long amount) {
        return Optional.empty();
    }

    /** A way to what becomes of strategies as budgets grow without end. */
    default Availability limits(SyntheticWorld world) {
        return exact(world);
    }

    /** The aggregated way. */
    default Availability aggregated(SyntheticWorld world) {
        return new Availability.Refused("no aggregated sampler of it is known");
    }

    /**
     * Whether the exact way, though open, may take so long that {@code auto} prefers the aggregated one.
     *
     * @param candidates the most that a budget pays for
     */
    default boolean exactIsSlow(SyntheticWorld world, long candidates) {
        return false;
    }

    /**
     * Whether the exact way, though open, takes so much longer than the trials usually asked for that {@code auto} plays
     * them where they can be played.
     */
    default boolean exactIsOnRequest(SyntheticWorld world) {
        return false;
    }
}
