package overthink.core.solve;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.voting.Plurality;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.cost.Costs;
import overthink.core.law.part.PartChances;
import overthink.core.law.part.PartGraph;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.DrawnWorld;
import overthink.core.model.part.PartDraw;
import overthink.core.model.part.PartPolicy;
import overthink.core.model.part.PartWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.Route;
import overthink.core.route.SolvedLaws;

/**
 * What is solved where problems are made of parts: one candidate, one solved part by part, one whose first parts are contracted.
 * Choosing among attempts changes the chance of a part; {@link PartChances} makes the problem's of them.
 *
 * @param world the world
 */
record PartLaws(PartWorld world) implements SolvedLaws {

    /** Sums of products of chances. */
    private static final double ROUNDING = 1e-12;

    @Override
    public Availability exact(Law law) {
        if (law instanceof Law.FirstCandidate || law instanceof Law.Contracted) {
            return new Availability.Made(new PartRoute(world, law, null));
        }
        if (law instanceof Law.InParts parts) {
            Optional<String> obstacle = obstacle(parts.choice());
            return obstacle.isPresent()
                    ? new Availability.Refused(obstacle.get())
                    : new Availability.Made(
                            new PartRoute(world, law, world.verifiers().process()));
        }
        return new Availability.Refused(
                "of problems made of parts, one candidate, attempts at each part and contraction are solved");
    }

    private Optional<String> obstacle(Law.PartChoice choice) {
        Verifier verifier = world.verifiers().process();
        if (choice != Law.PartChoice.BEST) {
            return Optional.empty();
        }
        if (verifier == null) {
            return Optional.of("there is no process verifier");
        }
        return verifier.scoring() instanceof Scoring.Graded && BestOfNAccuracy.applies(verifier, answers())
                ? Optional.empty()
                : Optional.of("the best of attempts is known by graded scores");
    }

    private AnswerLaw answers() {
        int wrong = world.policy().wrongAnswers();
        return wrong == PartPolicy.DISTINCT ? new Distinct() : new UniformAnswers(wrong);
    }

    private record PartRoute(
            PartWorld world, Law law, @Nullable Verifier verifier) implements Route.Exact {

        @Override
        public boolean endless() {
            return false;
        }

        @Override
        public Route.Solver solver(DrawnWorld drawn) {
            return new PartSolver(world, law, verifier, (PartDraw) drawn);
        }
    }

    private static final class PartSolver implements Route.Solver {

        private final PartWorld world;
        private final PartGraph graph;
        private final Law law;
        private final PartDraw drawn;
        private final @Nullable BestOfNAccuracy best;
        private final Plurality plurality;
        private int problem;

        PartSolver(PartWorld world, Law law, @Nullable Verifier verifier, PartDraw drawn) {
            this.world = world;
            this.law = law;
            this.drawn = drawn;
            graph = world.graph();
            best = law instanceof Law.InParts parts
                            && parts.choice() == Law.PartChoice.BEST
                            && verifier != null
                            && verifier.scoring() instanceof Scoring.Graded graded
                    ? BestOfNAccuracy.of(verifier, graded.sensitivity().at(0))
                    : null;
            plurality = Plurality.of(new PartLaws(world).answers());
        }

        @Override
        public void turnTo(int number) {
            problem = number;
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            int parts = graph.count();
            double[] sound = new double[parts];
            Arrays.setAll(sound, part -> drawn.chance(problem, part));
            double[] flawed = drawn.flawed(sound);
            if (law instanceof Law.Contracted contracted) {
                double e = world.policy().equivalence();
                Arrays.fill(sound, 0, merges(contracted), e);
                Arrays.fill(flawed, 0, merges(contracted), e * world.policy().recovery());
            } else if (law instanceof Law.InParts in) {
                for (int part = 0; part < parts; part++) {
                    sound[part] = chosen(in.choice(), sound[part], candidates);
                    flawed[part] = chosen(in.choice(), flawed[part], candidates);
                }
            }
            double[] right = PartChances.right(graph, sound, flawed);
            double accuracy = 0;
            double coverage = 0;
            for (int k = 0; k <= parts; k++) {
                double worth = world.combination().worth(k, parts);
                accuracy += worth * right[k];
                coverage += worth == 1 ? right[k] : 0;
            }
            return new ExpectedOutcome(
                    Math.max(0, Math.min(1, accuracy)),
                    best == null ? ROUNDING : 1e-9,
                    Math.max(0, Math.min(1, coverage)),
                    0,
                    spending(candidates));
        }

        private int merges(Law.Contracted contracted) {
            return (int) Math.min(contracted.most(), graph.count() - 1);
        }

        /** The chance that the attempt chosen of some is right. */
        private double chosen(Law.PartChoice choice, double p, long attempts) {
            return switch (choice) {
                case FIRST -> p;
                case VOTE -> plurality.accuracy(p, attempts).value();
                case BEST -> best == null ? p : best.curve(p).at(attempts).value();
            };
        }

        private ExpectedSpending spending(long candidates) {
            Costs costs = world.costs();
            int parts = graph.count();
            double tokens = world.policy().tokensPerStep();
            double prompt = world.policy().promptTokens();
            if (law instanceof Law.InParts in) {
                long attempts = in.choice() == Law.PartChoice.FIRST ? 1 : candidates;
                int callsEach = in.choice() == Law.PartChoice.BEST ? 1 : 0;
                double made = (double) attempts * parts;
                int workers = costs.policy().latency().concurrency();
                int verifiers = costs.verifier().latency().concurrency();
                double nanos = graph.rounds(attempts, workers)
                                * costs.policy().latency().nanos(tokens)
                        + callsEach
                                * graph.rounds(attempts, verifiers)
                                * costs.verifier().latency().nanos(costs.tokensPerCall());
                return new ExpectedSpending(
                        attempts,
                        made,
                        made * tokens,
                        prompt,
                        (made - 1) * prompt,
                        made * callsEach,
                        graph.span(),
                        nanos);
            }
            boolean stepwise = law instanceof Law.Contracted;
            int calls = stepwise ? parts : 1;
            return new ExpectedSpending(
                    1,
                    parts,
                    parts * tokens,
                    prompt,
                    0,
                    0,
                    calls,
                    calls * costs.policy().latency().nanos(parts * tokens / calls));
        }
    }
}
