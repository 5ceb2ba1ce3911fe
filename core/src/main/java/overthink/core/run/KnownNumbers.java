package overthink.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.PairedTest;
import overthink.core.estimate.PassRates;
import overthink.core.estimate.Turn;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.results.TurnMaker;
import overthink.core.route.CallsByVerifier;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.route.RandomSpending;

/**
 * What mathematics says of strategies as numbers, for a machine that knows the same experiment. Of the problems only how often
 * panels were halved is said: the rest is the experiment's.
 */
final class KnownNumbers {

    private final Stage stage;
    private NumberList.Reader in = new NumberList.Reader(new long[0]);

    /**
     * Those of an experiment.
     *
     * @param stage the problems that are played
     */
    KnownNumbers(Stage stage) {
        this.stage = stage;
    }

    /** What is known of all strategies, as numbers. */
    static long[] numbers(List<Known> all) {
        Writer out = new Writer();
        all.forEach(out::add);
        return out.numbers.toArray();
    }

    /** Writes part by part. */
    private static final class Writer {

        final NumberList numbers = new NumberList();

        void add(Known known) {
            all(known.halvings(), numbers::add);
            int budgets = known.stage().experiment().budgets().size(); // those that were looked at beside are left out
            ExpectedOutcome[][] outcomes = known.outcomes();
            numbers.add(outcomes == null ? 0 : outcomes.length);
            numbers.add(outcomes == null ? 0 : known.details().length);
            for (int problem = 0; outcomes != null && problem < outcomes.length; problem++) {
                for (int budget = 0; budget < budgets; budget++) {
                    add(outcomes[problem][budget]);
                    if (known.details().length > 0) {
                        add(known.details()[problem][budget]);
                    }
                }
            }
            all(List.of(known.limits()), this::add);
            numbers.add(known.independent() ? 1 : 0);
            all(known.overall(), best -> numbers.add(best.budget(), best.utility()));
            all(known.turns(), searched -> {
                add(searched.turn());
                numbers.add(searched.arrival());
            });
        }

        private <T> void all(List<T> list, Consumer<T> writer) {
            numbers.add(list.size());
            list.forEach(writer);
        }

        private void add(ExpectedOutcome outcome) {
            numbers.add(outcome.accuracy(), outcome.error(), outcome.coverage(), outcome.abstained());
            add(outcome.spending());
        }

        private void add(ExpectedSpending spent) {
            numbers.add(spent.generations(), spent.steps(), spent.tokens(), spent.promptTokens());
            numbers.add(spent.cachedTokens(), spent.verifierCalls(), spent.rounds(), spent.nanos());
            double[] calls = spent.outcomeCalls().toArray();
            numbers.add(calls.length);
            numbers.add(calls);
        }

        private void add(ExpectedDetail detail) {
            numbers.add(detail.correct(), detail.distinct(), detail.length());
            RandomSpending spending = detail.spending();
            numbers.add(spending == null ? 0 : 1);
            if (spending != null) {
                numbers.add(spending.stop());
                numbers.add(spending.most());
                add(spending.each());
            }
            all(detail.quality(), quality -> numbers.add(quality.doubleValue()));
            numbers.add(detail.passRates().biased(), detail.passRates().unbiased());
        }

        private void add(LimitOutcome limit) {
            numbers.add(limit.accuracy(), limit.coverage(), limit.abstained(), limit.correction());
        }

        private void add(Turn turn) {
            numbers.add(turn.budget(), turn.accuracy(), turn.level());
            numbers.add(turn.until().isPresent() ? 1 : 0);
            turn.until().ifPresent(numbers::add);
            add(turn.gain());
            numbers.add(turn.end(), turn.endAccuracy());
            add(turn.drop());
        }

        private void add(PairedTest test) {
            PairedDifference paired = test.paired();
            numbers.add(paired.difference(), paired.stdError(), paired.populationStdError());
            numbers.add(test.tolerance(), test.bound());
        }
    }

    /**
     * What some numbers say of strategies.
     *
     * @throws IllegalArgumentException when they are not of these
     */
    List<Known> of(long[] numbers, List<ConfiguredStrategy> strategies) {
        in = new NumberList.Reader(numbers);
        List<Known> known = new ArrayList<>();
        strategies.forEach(strategy -> known.add(known(strategy)));
        in.end();
        return known;
    }

    private Known known(ConfiguredStrategy strategy) {
        List<Integer> halvings = all(() -> (int) in.whole());
        Stage of = halvings.isEmpty()
                ? stage
                : PopulationRun.stage(
                        stage.experiment(),
                        stage.drawn().population(strategy.needs()).orElseThrow(),
                        halvings);
        int budgets = stage.experiment().budgets().size();
        int problems = (int) in.whole();
        ExpectedOutcome @Nullable [][] outcomes = problems == 0 ? null : new ExpectedOutcome[problems][budgets];
        ExpectedDetail[][] details = new ExpectedDetail[(int) in.whole()][budgets];
        for (int problem = 0; outcomes != null && problem < problems; problem++) {
            for (int budget = 0; budget < budgets; budget++) {
                outcomes[problem][budget] = new ExpectedOutcome(in.real(), in.real(), in.real(), in.real(), spending());
                if (details.length > 0) {
                    details[problem][budget] = detail();
                }
            }
        }
        return new Known(
                of,
                halvings,
                outcomes,
                details,
                all(() -> new LimitOutcome(in.real(), in.real(), in.real(), in.real()))
                        .toArray(LimitOutcome[]::new),
                in.whole() == 1,
                all(() -> new BestBudget.Overall(in.real(), in.real())),
                all(() -> new TurnMaker.Searched(turn(), in.real())));
    }

    private <T> List<T> all(Supplier<T> reader) {
        List<T> list = new ArrayList<>();
        for (long left = in.whole(); left > 0; left--) {
            list.add(reader.get());
        }
        return list;
    }

    private ExpectedSpending spending() {
        return new ExpectedSpending(
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                CallsByVerifier.of(in.reals((int) in.whole())));
    }

    private ExpectedDetail detail() {
        return new ExpectedDetail(
                in.real(),
                in.real(),
                in.real(),
                in.whole() == 0 ? null : new RandomSpending(in.real(), in.whole(), spending()),
                all(in::real),
                new PassRates(in.real(), in.real()));
    }

    private Turn turn() {
        return new Turn(
                in.real(),
                in.real(),
                in.real(),
                in.whole() == 0 ? OptionalDouble.empty() : OptionalDouble.of(in.real()),
                test(),
                in.real(),
                in.real(),
                test());
    }

    private PairedTest test() {
        return new PairedTest(new PairedDifference(in.real(), in.real(), in.real()), in.real(), in.real());
    }
}
