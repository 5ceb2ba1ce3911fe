package overthink.core.model;

import java.util.ArrayList;
import java.util.List;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.idea.Sharpening;
import overthink.core.law.step.StepChain;
import overthink.core.random.Gaussian;
import overthink.core.random.NormalProbability;
import overthink.core.random.NormalQuantile;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Problem;
import overthink.core.world.Skill;

/**
 * What the problems of a world are for the policies beside the first, and what is seen of them beforehand: drawn with the problems,
 * by the latent difficulty that all share.
 */
final class OtherPolicies {

    /** Latents nearer to 0 or 1 are not told apart from these. */
    private static final double LEAST = 0x1p-53;

    private final SyntheticWorld world;
    private final Origin origin;
    private final Ensemble ensemble;
    private final List<Integer> order;
    private final Site site = new Site(Purpose.POLICY_DIFFICULTY);
    private final double[] normals;
    /** z at 0, then the latents of the other policies. */
    private final double[] latents;
    /** By policy: the chance that its law gives in the problem in hand. */
    private final double[] declared;

    private final List<DifficultyLaw> laws = new ArrayList<>();
    private final List<CandidateChance> chances = new ArrayList<>();
    private final List<Sharpening> sharpenings = new ArrayList<>();

    OtherPolicies(SyntheticWorld world, Origin origin) {
        this.world = world;
        this.origin = origin;
        ensemble = world.ensemble();
        order = ensemble.order();
        normals = new double[ensemble.size()];
        latents = new double[ensemble.size()];
        declared = new double[ensemble.size()];
        for (NamedPolicy other : ensemble.others()) {
            Policy policy = other.policy();
            DifficultyLaw own = other.skill() instanceof Skill.Own skill
                    ? skill.law()
                    : world.problems().law();
            laws.add(own instanceof Empirical list && !paired(list) ? list.sorted() : own);
            chances.add(new CandidateChance(policy, origin));
            sharpenings.add(new Sharpening(policy.temperature(), policy.wrongAnswers()));
        }
    }

    /** Whether a list is of the same problems as the world's. */
    private boolean paired(Empirical list) {
        return world.problems().law() instanceof Empirical listed && listed.size() == list.size();
    }

    /** Whether there is nothing to draw. */
    boolean none() {
        return ensemble.size() == 1 && world.signal() == null;
    }

    /** Turns to a problem, as the first policy finds it. */
    void turnTo(Problem problem) {
        site.turnTo(origin, problem.index());
        for (int i = 0; i < normals.length; i++) {
            normals[i] = Gaussian.of(site.slot(i));
        }
        ensemble.correlation().latents(NormalQuantile.of(problem.latent()), normals, latents);
        declared[0] = problem.declared();
        for (int number : order) {
            if (number > 0) {
                declared[number] = chance(number, problem);
            }
        }
    }

    private double chance(int number, Problem problem) {
        Skill skill = ensemble.others().get(number - 1).skill();
        if (skill instanceof Skill.Shifted shifted) {
            return shifted.p(declared[shifted.from()], declared[shifted.tuned()], declared[shifted.base()]);
        }
        DifficultyLaw law = laws.get(number - 1);
        if (law instanceof Empirical list && problem.listed() != Problem.UNLISTED && paired(list)) {
            return list.p(problem.listed());
        }
        double u = NormalProbability.below(latents[number]);
        return law.quantile(Math.max(LEAST, Math.min(1 - LEAST, u)));
    }

    /** The problem in hand as a policy beside the first finds it. */
    ProblemTables tables(int number, Problem first) {
        Policy policy = ensemble.others().get(number - 1).policy();
        double p = chances.get(number - 1).of(first.index(), declared[number]);
        StepChain chain = StepChain.solve(p, policy.recovery(), policy.profile().weights(first.steps()));
        Problem problem = new Problem(first.index(), p, first.level(), first.promptTokens(), chain);
        return new ProblemTables(problem, policy.silence(), sharpenings.get(number - 1), origin);
    }

    /** What is seen of the problem in hand before anything is generated; NaN where nothing is. */
    double seen(Problem problem) {
        return world.signal() == null
                ? Double.NaN
                : world.signal().seen(latents[0], Gaussian.of(origin.word(Purpose.SIGNAL, problem.index())));
    }
}
