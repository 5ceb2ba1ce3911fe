package overthink.scenarios.explore;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Progress;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.question.QuestionException;
import overthink.scenarios.analysis.question.QuestionParser;
import overthink.scenarios.analysis.solve.Asking;
import overthink.scenarios.analysis.solve.Crossing;
import overthink.scenarios.analysis.solve.CrossingSearch;
import overthink.scenarios.analysis.solve.Interval;
import overthink.scenarios.analysis.solve.KeySearch;
import overthink.scenarios.analysis.solve.RefusedSearchException;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.analysis.solve.UnansweredException;
import overthink.scenarios.analysis.solve.Verdict;

/** Where a comparison begins or ceases to hold along a slider. */
final class ExploreSolve {

    private ExploreSolve() {}

    static void answer(
            ExploreText texts,
            Map<String, String> query,
            String text,
            int threads,
            BooleanSupplier old,
            ExploreSession.Answer answer)
            throws IOException {
        String path = query.getOrDefault("path", "");
        try {
            ExploreText.Read read = texts.base(text);
            Slider slider = read.slider(path);
            Asking asking = new Asking(
                    QuestionParser.comparison(query.getOrDefault("question", "")),
                    names -> names,
                    experiment -> Simulator.run(
                            experiment,
                            new Execution(threads, Duration.ofSeconds(30), Progress.SILENT, Checkpoint.NONE, old)));
            Interval between =
                    new Interval(slider.range().least(), slider.range().most());
            Sought sought = KeySearch.prepare(read.draft(), path, Optional.of(between), asking, 0);
            Solution solution = CrossingSearch.search(sought.curve(), sought.range());
            Verdict verdict = Verdict.of(solution, sought.comparison().relation());
            List<Double> shares = new ArrayList<>();
            for (Crossing crossing : verdict.turns()) {
                shares.add(slider.range().share(crossing.at()));
            }
            answer.line(ExploreJson.crossings(path, words(verdict), shares));
        } catch (QuestionException | RefusedSearchException | UnansweredException refused) {
            answer.line(
                    ExploreJson.messages(List.of(new ExploreText.Message(0, String.valueOf(refused.getMessage())))));
        }
    }

    private static String words(Verdict verdict) {
        if (verdict.always()) {
            return "holds everywhere on this slider";
        }
        if (verdict.never()) {
            return "holds nowhere on this slider";
        }
        String holds = verdict.holding().stream()
                .map(stretch -> "%s to %s".formatted(number(stretch.from()), number(stretch.to())))
                .collect(Collectors.joining(", "));
        return (holds.isEmpty() ? "" : "holds from " + holds)
                + (verdict.open().isEmpty() ? "" : "; elsewhere trials do not tell");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
