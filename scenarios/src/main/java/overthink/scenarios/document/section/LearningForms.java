package overthink.scenarios.document.section;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import overthink.scenarios.analysis.learning.LearningQuestion;
import overthink.scenarios.analysis.learning.LearningQuestion.Keep;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.form.WordForm;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;

/** How rounds of learning are written. */
final class LearningForms {

    private static final Key<Integer> ROUNDS = Key.required(
            "rounds", WholeForm.ints(LearningQuestion.ROUNDS), "How often the policy learns, after the run of round 0");
    private static final Key<Double> RATE = Key.required(
            "rate",
            new RealForm(LearningQuestion.RATES),
            "A round moves a problem's log-odds by rate x (share of trials of which a right answer is kept - share of which a"
                    + " wrong one is), under the largest budget");
    private static final Key<Keep> KEEP = Key.optional(
            "keep",
            new WordForm<>(kept()),
            "answers",
            "What is kept: answers, all that a strategy gives (what its verifier accepts, where it abstains else); right, the"
                    + " right ones of them");

    /** Rounds of learning, before any. */
    static final Form<LearningQuestion> LEARNING = Block.of(
            fields -> new LearningQuestion(fields.get(ROUNDS), fields.get(RATE), fields.get(KEEP), 0),
            ROUNDS,
            RATE,
            KEEP);

    /** Which of them. */
    static final Form<Integer> ROUND = WholeForm.between(0, (int) LearningQuestion.ROUNDS.most());

    private LearningForms() {}

    private static Map<String, Keep> kept() {
        Map<String, Keep> kept = new LinkedHashMap<>();
        kept.put("answers", Keep.ANSWERS);
        kept.put("right", Keep.RIGHT);
        return kept;
    }

    /** A plan with rounds: one after the other at every point of the plan. */
    static SweepPlan withRounds(SweepPlan plan, String path, int rounds, SourceLocation place) {
        List<List<Node>> rows = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            rows.add(List.of(Node.Scalar.number(BigDecimal.valueOf(round), place)));
        }
        List<SweepPlan.Axis> axes = new ArrayList<>(plan.axes());
        axes.add(new SweepPlan.Axis(List.of(path), rows, List.of(place)));
        return new SweepPlan(plan.cases(), axes);
    }
}
