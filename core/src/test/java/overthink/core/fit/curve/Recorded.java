package overthink.core.fit.curve;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.fit.SharedData;
import overthink.core.world.Recording;

/** The recordings of repeated samples that lie beside the checkout, for tests. */
public final class Recorded {

    private Recorded() {}

    /**
     * CodeGen-16B on HumanEval, 164 problems × 100 programs, the generated tests passed as the score and clusters of behaviour as
     * answers (CodeT). As probabilities scores are shares of the most tests that any program passed.
     */
    public static Recording codet() {
        List<SharedData.Line> lines = SharedData.read("codet-humaneval/samples.csv.gz");
        double most = lines.stream()
                .mapToDouble(line -> line.number("gen_tests_passed"))
                .max()
                .orElseThrow();
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (SharedData.Line line : lines) {
            double share = line.number("gen_tests_passed") / most;
            double logOdds = share <= 0 ? -40 : share >= 1 ? 40 : StrictMath.log(share) - StrictMath.log1p(-share);
            problem(problems, line.text("problem"))
                    .add(line.whole("correct") == 1, line.text("behaviour_cluster"), logOdds);
        }
        return recording(problems, true);
    }

    /** Llama-3.1-8B on the first 100 problems of MATH-500, 44 answers each: the five runs with 4 to 16 of them. */
    public static Recording llama() {
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (SharedData.Line line : SharedData.read("llama8b-math500/samples.csv.gz")) {
            if (line.text("run").contains("bon")) {
                problem(problems, line.text("uid"))
                        .add(line.whole("correct") == 1, line.text("answer"), Recording.NO_SCORE);
            }
        }
        return recording(problems, false);
    }

    private static Problem problem(Map<String, Problem> problems, String name) {
        return problems.computeIfAbsent(name, key -> new Problem());
    }

    private static Recording recording(Map<String, Problem> problems, boolean scored) {
        Recording.Builder builder = new Recording.Builder(true, scored ? 1 : 0, false);
        problems.forEach((name, problem) -> {
            builder.problem(name, Optional.empty());
            for (Candidate one : problem.candidates) {
                builder.candidate(one.right, one.answer, 0, scored ? new double[] {one.score} : new double[0]);
            }
        });
        return builder.build();
    }

    private record Candidate(boolean right, int answer, double score) {}

    private static final class Problem {
        private final List<Candidate> candidates = new java.util.ArrayList<>();
        private final Map<String, Integer> answers = new HashMap<>();

        void add(boolean right, String answer, double score) {
            int number =
                    answer.isBlank() ? Recording.NO_ANSWER : answers.computeIfAbsent(answer, text -> answers.size());
            candidates.add(new Candidate(right, number, score));
        }
    }
}
