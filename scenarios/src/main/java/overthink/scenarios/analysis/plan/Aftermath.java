package overthink.scenarios.analysis.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import overthink.core.model.SyntheticWorld;

/** What is asked of a choice once it is made: what would change it, and how sure it is. */
final class Aftermath {

    private final PlanQuestion question;
    private final Evaluator evaluator;
    private final Consumer<String> stage;

    Aftermath(PlanQuestion question, Evaluator evaluator, Consumer<String> stage) {
        this.question = question;
        this.evaluator = evaluator;
        this.stage = stage;
    }

    /** What would change the choice; nothing where the world has no laws to vary, or there is one finalist alone. */
    List<Flip> flips(Finalists finalists, long trials) {
        if (!question.flips()
                || !(question.experiment().world() instanceof SyntheticWorld world)
                || finalists.entrants().size() < 2) {
            return List.of();
        }
        FlipSearch search = new FlipSearch(
                evaluator, question.view(), finalists.chosen(), finalists.configurations(), trials, finalists.exact());
        return search.along(new WorldAxes(world).all(), stage);
    }

    /** How often the choice is the same under other parameters; empty where no draws of them are known. */
    Optional<PosteriorShares> posterior(Finalists finalists, long trials) {
        if (question.posterior().isEmpty() || finalists.entrants().size() < 2) {
            return Optional.empty();
        }
        return Optional.of(question.posterior()
                .get()
                .shares(question.view(), evaluator, finalists.configurations(), trials, stage));
    }
}
