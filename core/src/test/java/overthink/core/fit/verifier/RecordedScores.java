package overthink.core.fit.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.fit.SharedData;
import overthink.core.world.Recording;

/** Recordings with scores, for tests: read from the files beside the checkout, and thinned out. */
final class RecordedScores {

    /** A candidate of a file. */
    private record One(boolean right, int answer, double score) {}

    private RecordedScores() {}

    /** CodeGen-16B on HumanEval: 164 problems × 100 programs, scored by the generated tests that they pass. */
    static Recording codet() {
        return read(
                "codet-humaneval/samples.csv.gz",
                line -> line.text("problem"),
                line -> line.text("behaviour_cluster"),
                line -> line.number("gen_tests_passed"));
    }

    /** The 44 answers of five runs of Llama-3.1-8B on 100 problems of MATH-500. */
    static Recording llama() {
        Map<String, List<One>> problems = new LinkedHashMap<>();
        Map<String, Map<String, Integer>> classes = new HashMap<>();
        for (SharedData.Line line : SharedData.read("llama8b-math500/samples.csv.gz")) {
            if (line.text("run").contains("bon")) {
                String answer = line.text("answer");
                Map<String, Integer> known = classes.computeIfAbsent(line.text("uid"), uid -> new HashMap<>());
                int code = answer.isBlank() ? Recording.NO_ANSWER : known.computeIfAbsent(answer, a -> known.size());
                problems.computeIfAbsent(line.text("uid"), uid -> new ArrayList<>())
                        .add(new One(line.whole("correct") == 1, code, 0));
            }
        }
        return recording(problems);
    }

    static Recording read(
            String file,
            Function<SharedData.Line, String> problem,
            Function<SharedData.Line, String> answer,
            ToDoubleFunction<SharedData.Line> score) {
        Map<String, List<One>> problems = new LinkedHashMap<>();
        Map<String, Map<String, Integer>> classes = new HashMap<>();
        for (SharedData.Line line : SharedData.read(file)) {
            String name = problem.apply(line);
            Map<String, Integer> known = classes.computeIfAbsent(name, p -> new HashMap<>());
            int code = known.computeIfAbsent(answer.apply(line), a -> known.size());
            problems.computeIfAbsent(name, p -> new ArrayList<>())
                    .add(new One(line.whole("correct") == 1, code, score.applyAsDouble(line)));
        }
        return recording(problems);
    }

    private static Recording recording(Map<String, List<One>> problems) {
        Recording.Builder builder = new Recording.Builder(true, 1, false);
        problems.forEach((name, all) -> {
            builder.problem(name, Optional.empty());
            all.forEach(one -> builder.candidate(one.right, one.answer, 0, one.score));
        });
        return builder.build();
    }

    /** {@code n} candidates of each problem, drawn without replacement. */
    static Recording some(Recording recording, int n, UniformRandomProvider random) {
        Recording.Builder builder = new Recording.Builder(recording.hasAnswers(), recording.calls(), false);
        for (int problem = 0; problem < recording.size(); problem++) {
            builder.problem(recording.name(problem), Optional.empty());
            int[] order = new int[recording.candidates(problem)];
            Arrays.setAll(order, i -> i);
            for (int i = 0; i < n; i++) {
                int other = i + random.nextInt(order.length - i);
                int candidate = order[other];
                order[other] = order[i];
                order[i] = candidate;
                builder.candidate(
                        recording.correct(problem, candidate),
                        recording.hasAnswers() ? recording.answer(problem, candidate) : Recording.NO_ANSWER,
                        0,
                        scores(recording, problem, candidate));
            }
        }
        return builder.build();
    }

    private static double[] scores(Recording recording, int problem, int candidate) {
        double[] scores = new double[recording.calls()];
        for (int call = 0; call < scores.length; call++) {
            scores[call] = recording.score(call, problem, candidate);
        }
        return scores;
    }
}
