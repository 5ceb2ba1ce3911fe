package overthink.scenarios.document.section.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.part.Combination;
import overthink.core.law.part.PartGraph;
import overthink.core.model.World;
import overthink.core.model.part.PartPolicy;
import overthink.core.model.part.PartWorld;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.form.WordForm;
import overthink.scenarios.document.yaml.Node;

/** How a world is written whose problems are made of parts. */
final class PartForms {

    private static final String PARTS = "parts";

    private static final Key<Integer> BRANCHING = Key.required(
            "branching", WholeForm.ints(PartGraph.BRANCHING), "For how many parts each waits, where there are so many");
    private static final Form<IntFunction<PartGraph>> DEPENDENCE_LAW = ChoiceForm.<IntFunction<PartGraph>>of(
                    "dependence of parts")
            .word("none", PartGraph::none, "No part waits")
            .word("chain", PartGraph::chain, "Each part waits for the one before")
            .option(
                    "tree",
                    Block.of(
                            fields -> {
                                int branching = fields.get(BRANCHING);
                                return count -> PartGraph.tree(count, branching);
                            },
                            BRANCHING),
                    "The last part waits for some, each of which waits for some, and so on");

    private static final Key<Integer> PART_COUNT =
            Key.required("count", WholeForm.ints(PartGraph.COUNT), "How many parts a problem has; each takes a step");
    private static final Key<IntFunction<PartGraph>> DEPENDENCE =
            Key.optional("dependence", DEPENDENCE_LAW, "none", "Which parts wait for which");
    private static final Key<Combination> COMBINE = Key.optional(
            "combine",
            new WordForm<>(combinations()),
            Combination.ALL.label(),
            "How the answers of parts make the problem's: right where all are; worth the share of them that are (a sum of points);"
                    + " right where most are");

    private static final Form<Parts> PARTS_FORM = Block.of(
            fields -> new Parts(fields.get(DEPENDENCE).apply(fields.get(PART_COUNT)), fields.get(COMBINE)),
            PART_COUNT,
            DEPENDENCE,
            COMBINE);

    private static final Key<Integer> COUNT =
            Key.required("count", WholeForm.ints(Problems.COUNT), "How many problems");
    private static final Key<Parts> PARTS_KEY = Key.required(PARTS, PARTS_FORM, "What each problem is made of");
    private static final Key<DifficultyLaw> ACCURACY = Key.required(
            "accuracy",
            AccuracyForms.LAW,
            "The law of the chance that a part is right where those that it waits for are, drawn for each part of each problem");

    private static final Form<Drawn> PROBLEMS = Block.of(
            fields -> new Drawn(fields.get(COUNT), fields.get(PARTS_KEY), fields.get(ACCURACY)),
            COUNT,
            PARTS_KEY,
            ACCURACY);

    private static final Key<Double> RECOVERY = Key.optional(
            "recovery",
            RealForm.PROBABILITY,
            "0",
            "A part that waits for a wrong one is right with this times its chance");
    private static final Key<Double> EQUIVALENCE = Key.optional(
            "equivalence",
            RealForm.PROBABILITY,
            "1",
            "The chance that a problem contracted by a part is the same in sense");
    private static final Key<Integer> WRONG_ANSWERS = Key.optional(
            "wrong-answers",
            EitherForm.number(
                    WholeForm.ints(PartPolicy.WRONG_ANSWERS),
                    ChoiceForm.<Integer>of("number of wrong answers")
                            .word("distinct", PartPolicy.DISTINCT, "Never the same twice")),
            "distinct",
            "How many wrong answers a part has, all alike");
    private static final Key<Integer> PROMPT_TOKENS =
            Key.optional("prompt-tokens", WholeForm.ints(PartPolicy.TOKENS), "0", "Tokens of a problem's text");
    private static final Key<Integer> TOKENS_PER_STEP =
            Key.optional("tokens-per-step", WholeForm.ints(PartPolicy.TOKENS), "1", "Tokens of the answer to a part");

    private static final Form<PartPolicy> POLICY = Block.of(
            fields -> new PartPolicy(
                    fields.get(RECOVERY),
                    fields.get(EQUIVALENCE),
                    fields.get(WRONG_ANSWERS),
                    fields.get(PROMPT_TOKENS),
                    fields.get(TOKENS_PER_STEP),
                    CostForms.tariff(fields, CostForms.PRICE)),
            RECOVERY,
            EQUIVALENCE,
            WRONG_ANSWERS,
            PROMPT_TOKENS,
            TOKENS_PER_STEP,
            CostForms.PARAMETERS,
            CostForms.PRICE,
            CostForms.LATENCY);

    private static final Key<Drawn> PROBLEMS_KEY =
            Key.required("problems", PROBLEMS, "What the problems are made of, and how hard that is");
    private static final Key<PartPolicy> POLICY_KEY = Key.optional("policy", POLICY, "{}", "The model that generates");
    private static final Key<Verifiers> VERIFIER_KEY =
            Key.optional("verifier", VerifierForms.VERIFIERS, "{}", "What judges the policy's work");

    /** The world. */
    static final Form<World> WORLD = Block.of(PartForms::world, PROBLEMS_KEY, POLICY_KEY, VERIFIER_KEY)
            .check(fields -> fields.attempt(VERIFIER_KEY, () -> world(fields)), PROBLEMS_KEY, POLICY_KEY, VERIFIER_KEY);

    private PartForms() {}

    /** Whether a world is written as one whose problems are made of parts. */
    static boolean marks(Node node) {
        return node instanceof Node.Entries world
                && world.find("problems") instanceof Node.Entries problems
                && problems.find(PARTS) != null;
    }

    /** What is said of the parts. */
    private record Parts(PartGraph graph, Combination combination) {}

    /** What is said of the problems. */
    private record Drawn(int count, Parts parts, DifficultyLaw chances) {}

    private static World world(Fields fields) {
        Drawn problems = fields.get(PROBLEMS_KEY);
        return new PartWorld(
                problems.count,
                problems.parts.graph,
                problems.parts.combination,
                problems.chances,
                fields.get(POLICY_KEY),
                fields.get(VERIFIER_KEY));
    }

    private static Map<String, Combination> combinations() {
        Map<String, Combination> combinations = new LinkedHashMap<>();
        for (Combination combination : Combination.values()) {
            combinations.put(combination.label(), combination);
        }
        return combinations;
    }
}
