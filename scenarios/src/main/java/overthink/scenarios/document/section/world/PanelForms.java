package overthink.scenarios.document.section.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.verifier.NoiseCorrelation;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.NamedVerifier;
import overthink.core.world.VerifierPanel;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.MapForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.text.NearestName;

/** How outcome verifiers are written: one, or several by name. */
final class PanelForms {

    private static final String BETWEEN = "~";

    private static final TextForm NAME =
            new TextForm("a name of lower-case words joined by hyphens", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
    private static final TextForm PAIR =
            new TextForm("two names joined by ~, such as tests~ranker", "^[a-z][a-z0-9-]*~[a-z][a-z0-9-]*$");

    private static final Key<Integer> TOKENS_PER_CALL = Key.derived(
            "tokens-per-call",
            WholeForm.ints(Verifiers.TOKENS_PER_CALL),
            "that of all verifiers",
            "Tokens that each call reads; 0 is the policy's own confidence");
    private static final Key<Double> PARAMETERS = Key.derived(
            CostForms.PARAMETERS.name(),
            CostForms.PARAMETERS.form(),
            "those of all verifiers",
            CostForms.PARAMETERS.description());
    private static final Key<Price> PRICE = Key.derived(
            CostForms.READING_PRICE.name(),
            CostForms.READING_PRICE.form(),
            "that of all verifiers",
            CostForms.READING_PRICE.description());
    private static final Key<Latency> LATENCY = Key.derived(
            CostForms.LATENCY.name(),
            CostForms.LATENCY.form(),
            "that of all verifiers",
            CostForms.LATENCY.description());

    private static final Form<Member> MEMBER = ScoringForms.verifier(
            List.of(NoiseForms.OUTCOME_SHARED, TOKENS_PER_CALL, PARAMETERS, PRICE, LATENCY), PanelForms::member);

    /** The keys of a verifier that has no name whose values may be mappings. */
    private static final Set<String> OF_ONE = Set.of("shared", "hack", "noise", "spread", "prior");

    /** One outcome verifier, or several by name. */
    static final Form<Outcome> OUTCOME = new EitherForm<>(
            PanelForms::named,
            new MapForm<>(MEMBER, "verifiers by name", NAME, (int) VerifierPanel.SIZE.least(), (int)
                            VerifierPanel.SIZE.most())
                    .map(Several::new),
            ScoringForms.verifier(List.of(NoiseForms.OUTCOME_SHARED)).map(Single::new));

    /** Whose noises go together. */
    static final Key<Map<String, Double>> CORRELATION = Key.derived(
            "correlation",
            new MapForm<>(new RealForm(new RealRange(-1, 1)), "pairs of verifiers", PAIR, 0, 120),
            "no two go together",
            "How the noises of two named verifiers for the same candidate correlate, by pair: {tests~ranker: 0.4}; above 0 they"
                    + " err in the same direction");

    private PanelForms() {}

    /** What is written of outcome verifiers. */
    sealed interface Outcome {

        /** The only one; null where they have names. */
        @Nullable
        Verifier single();
    }

    /** One without a name. */
    private record Single(Verifier single) implements Outcome {}

    /** Several by name, in order. */
    private record Several(Map<String, Member> members) implements Outcome {

        @Override
        public @Nullable Verifier single() {
            return null;
        }
    }

    /** One of several: what it does not say of its costs is what holds of all verifiers. */
    private record Member(
            Verifier verifier,
            Optional<Integer> tokens,
            Optional<Double> parameters,
            Optional<Price> price,
            Optional<Latency> latency) {

        NamedVerifier named(String name, int usualTokens, Tariff usual) {
            return new NamedVerifier(
                    name,
                    verifier,
                    tokens.orElse(usualTokens),
                    new Tariff(
                            parameters.orElse(usual.parameters()),
                            price.orElse(usual.price()),
                            latency.orElse(usual.latency())));
        }
    }

    private static Member member(Verifier verifier, Fields fields) {
        return new Member(
                verifier,
                stated(fields, TOKENS_PER_CALL),
                stated(fields, PARAMETERS),
                stated(fields, PRICE),
                stated(fields, LATENCY));
    }

    private static <T> Optional<T> stated(Fields fields, Key<T> key) {
        return fields.stated(key) ? Optional.of(fields.get(key)) : Optional.empty();
    }

    /** Whether a value looks like verifiers by name: mappings, none of which is a key of a single one. */
    private static boolean named(Node node) {
        return node instanceof Node.Entries mapping
                && !mapping.entries().isEmpty()
                && mapping.entries().stream()
                        .allMatch(entry -> entry.value() instanceof Node.Entries
                                && !OF_ONE.contains(entry.name())
                                && !ScoringForms.marks().contains(entry.name()));
    }

    /**
     * The verifiers by name, {@link VerifierPanel#NONE} where there is one without.
     *
     * @param fields that have the correlations
     * @return null when a mistake was reported
     */
    static @Nullable VerifierPanel panel(Fields fields, Optional<Outcome> outcome, int tokens, Tariff tariff) {
        Map<String, Double> pairs = fields.has(CORRELATION) ? fields.get(CORRELATION) : Map.of();
        if (!(outcome.orElse(null) instanceof Several several)) {
            if (!pairs.isEmpty()) {
                fields.refuse(
                        CORRELATION,
                        "correlates verifiers that have names, and world.verifier.outcome is no map of names",
                        "");
                return null;
            }
            return VerifierPanel.NONE;
        }
        List<NamedVerifier> members = new ArrayList<>();
        several.members().forEach((name, member) -> members.add(member.named(name, tokens, tariff)));
        double[][] matrix = matrix(fields, pairs, List.copyOf(several.members().keySet()));
        if (matrix == null) {
            return null;
        }
        VerifierPanel[] panel = new VerifierPanel[1];
        fields.attempt(CORRELATION, () -> panel[0] = new VerifierPanel(members, new NoiseCorrelation(matrix)));
        return panel[0];
    }

    private static double @Nullable [][] matrix(Fields fields, Map<String, Double> pairs, List<String> names) {
        double[][] matrix = new double[names.size()][names.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        boolean[][] said = new boolean[names.size()][names.size()];
        for (Map.Entry<String, Double> pair : pairs.entrySet()) {
            int at = pair.getKey().indexOf(BETWEEN);
            int one = known(fields, pair.getKey().substring(0, at), names);
            int other = known(fields, pair.getKey().substring(at + 1), names);
            if (one < 0 || other < 0) {
                return null;
            }
            if (one == other || said[one][other]) {
                fields.refuse(
                        CORRELATION,
                        one == other
                                ? "%s: a verifier goes with itself, and needs no correlation".formatted(pair.getKey())
                                : "%s: this pair is given twice".formatted(pair.getKey()),
                        "");
                return null;
            }
            said[one][other] = true;
            said[other][one] = true;
            matrix[one][other] = pair.getValue();
            matrix[other][one] = pair.getValue();
        }
        return matrix;
    }

    private static int known(Fields fields, String name, List<String> names) {
        int number = names.indexOf(name);
        if (number < 0) {
            fields.refuse(
                    CORRELATION,
                    "there is no verifier %s; there are: %s".formatted(name, String.join(", ", names)),
                    NearestName.to(name, names).orElse(""));
        }
        return number;
    }
}
