package overthink.core.model;

import org.jspecify.annotations.Nullable;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Sharpening;
import overthink.core.random.Origin;
import overthink.core.world.Policy;

/** What a policy's ideas and temperature make of the declared chance of a problem: the chance of one candidate. */
final class CandidateChance {

    private final Policy policy;
    private final Origin origin;
    private final Sharpening sharpening;
    private final @Nullable ProblemIdeas ideas;

    CandidateChance(Policy policy, Origin origin) {
        this.policy = policy;
        this.origin = origin;
        sharpening = new Sharpening(policy.temperature(), policy.wrongAnswers());
        IdeaLaw law = policy.ideas();
        ideas = law == null || !law.shared() ? null : new ProblemIdeas(law, sharpening);
    }

    /** The chance of one candidate of a problem. */
    double of(int problem, double declared) {
        if (ideas == null && sharpening.none()) {
            return declared;
        }
        double silence = ProblemTables.declaredSilence(policy.silence(), origin, problem);
        if (ideas == null) {
            return sharpening.accuracy(declared, silence);
        }
        ideas.turnTo(origin, problem, declared, silence);
        return ideas.mean();
    }
}
