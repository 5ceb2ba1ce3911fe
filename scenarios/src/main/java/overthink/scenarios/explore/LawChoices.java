package overthink.scenarios.explore;

import java.util.List;

/** Laws that one changes by a choice: for a key, how the value is written for each. */
final class LawChoices {

    /**
     * A key whose laws can be chosen.
     *
     * @param path of the key
     * @param label what people read
     * @param values the laws as they are written, in YAML
     */
    record Choice(String path, String label, List<String> values) {}

    static final List<Choice> ALL = List.of(
            new Choice(
                    "world.problems.accuracy",
                    "law of difficulty",
                    List.of(
                            "{beta: {alpha: 0.9, beta: 1.6}}",
                            "{beta: {alpha: 0.3, beta: 0.5}}",
                            "{point: 0.35}",
                            "{uniform: {low: 0, high: 1}}",
                            "{kumaraswamy: {a: 0.5, b: 1}}",
                            "{logit-normal: {mu: -1, sigma: 1.5}}")),
            new Choice(
                    "world.policy.wrong-answers",
                    "wrong answers",
                    List.of(
                            "distinct",
                            "{uniform: {answers: 12}}",
                            "{zipf: {answers: 12, exponent: 1.2}}",
                            "{attractor: {share: 0.5, answers: 12}}")),
            new Choice(
                    "world.verifier.outcome.noise",
                    "noise of the verifier",
                    List.of("gaussian", "{student-t: {degrees-of-freedom: 4}}")),
            new Choice(
                    "world.verifier.outcome.hack",
                    "loved wrong answers",
                    List.of("{share: 0, shift: 0}", "{share: 0.01, shift: 4}", "{share: 0.1, shift: 2}")));

    private LawChoices() {}
}
