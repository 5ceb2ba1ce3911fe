package overthink.core.solve.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.exact.search.BestOne;
import overthink.core.exact.search.GradedForest;
import overthink.core.exact.search.GreedyChain;
import overthink.core.exact.search.SearchEnd;
import overthink.core.exact.search.TreesChain;
import overthink.core.exact.search.VerdictForest;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.VerdictRates;

/** {@link Law.Trees}: {@link TreesChain}. */
final class TreesShortcut implements Shortcut {

    private final Law.Trees law;

    TreesShortcut(Law.Trees law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        Optional<String> obstacle = IndependentStepScores.obstacle(world);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made((DeclaredExact) () -> new TreesSolver(IndependentStepScores.of(world), world));
    }

    private final class TreesSolver extends AbstractSearchSolver {

        private final IndependentStepScores scores;
        private final @Nullable VerdictRates verdicts;
        /** Of graded scores that are told apart alike on all problems, once it is known. */
        private @Nullable TreesChain common;

        private @Nullable TreesChain chain;

        TreesSolver(IndependentStepScores scores, SyntheticWorld world) {
            super(world);
            this.scores = scores;
            verdicts = scores.verdicts();
        }

        @Override
        protected void prepare(ProblemTruth view) {
            if (verdicts != null) {
                FirstAcceptedLaw rates = verdicts.of(view);
                chain = new TreesChain(new GreedyChain(BestOne.verdicts(rates)), new VerdictForest(rates));
            } else if (scores.alike() && common != null) {
                chain = common;
            } else {
                double distance = scores.distance(view);
                BestOne best = scores.best(distance);
                common = new TreesChain(
                        new GreedyChain(best),
                        new GradedForest(scores.verifier().noise(), distance, best));
                chain = common;
            }
        }

        private TreesChain chain() {
            TreesChain known = chain;
            if (known == null) {
                throw new IllegalStateException("no problem was turned to");
            }
            return known;
        }

        @Override
        long nodes(long candidates) {
            return Math.max(1, candidates / law.width()) * Math.min(candidates, law.width());
        }

        @Override
        SearchEnd end(long nodes) {
            long width = Math.min(nodes, law.width());
            return chain().end(problem().chain(), nodes / width, width);
        }

        @Override
        Optional<SearchEnd> endless() {
            return Optional.of(chain().limit(problem().chain(), law.width()));
        }
    }
}
