package overthink.scenarios.document.section;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import overthink.core.api.Resource;
import overthink.core.estimate.Bin;
import overthink.core.law.quality.QualityLaw;
import overthink.scenarios.document.form.AnyForm;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.form.MapForm;
import overthink.scenarios.document.form.NamedForm;
import overthink.scenarios.document.form.OneOrMoreForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.ShareForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WordForm;
import overthink.scenarios.document.section.WrittenExpectation.Against;
import overthink.scenarios.document.section.WrittenExpectation.Claim;
import overthink.scenarios.document.section.WrittenExpectation.Comparison;
import overthink.scenarios.document.section.WrittenExpectation.Points;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.expectation.AttributeQuality;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.PaidShare;
import overthink.scenarios.expectation.Relation;
import overthink.scenarios.expectation.StrategyReference;
import overthink.scenarios.plugins.StrategyCatalog;

/** How expectations are written, given the strategies that there are. */
final class ExpectForms {

    private static final int MOST = 1_000;
    private static final double MOST_ERRORS = 100;
    private static final double MOST_TIMES = 1e9;

    /** More than any figure that is not a share. */
    private static final double GREATEST = 1e30;

    /** What rows say of candidates, and that divergence which goes by their number. */
    private static final List<Measure> DETAILS =
            List.of(Measure.CORRECT, Measure.DISTINCT, Measure.LENGTH, Measure.QUALITY, Measure.DIVERGENCE);

    /** By amount, and by what of it: {@code latency.p95} is p95 of latency. */
    private static final Map<String, Map<String, Measure>> QUANTILES = quantiles();

    private static final TextForm PAYEE = TextForm.line("the name of a policy or verifier");

    private static final TextForm ATTRIBUTE = TextForm.line("the name of an attribute");

    private static final String SAME = "that of the row in hand";

    private static final Form<LocatedValue<Double>> BUDGET_FORM = new AmountForm().placed();
    private static final Form<LocatedValue<String>> BIN_FORM =
            TextForm.line("the name of a bin").placed();

    private static final Key<List<LocatedValue<Double>>> BUDGETS = Key.derived(
            "budget",
            new OneOrMoreForm<>(BUDGET_FORM, "budgets", MOST),
            "the largest",
            "Under which budget, or budgets");
    private static final Key<List<LocatedValue<String>>> BINS = Key.optional(
            "bin", new OneOrMoreForm<>(BIN_FORM, "bins", MOST), Bin.ALL, "On the problems of which bin, or bins");

    private static final Form<LocatedValue<String>> CASE_FORM =
            TextForm.line("the name of a case").placed();
    private static final int MOST_PATHS = 100;

    private static final Key<List<LocatedValue<String>>> CASES = Key.derived(
            "case", new OneOrMoreForm<>(CASE_FORM, "cases", MOST), "all", "In which case, or cases, of the scenario");
    private static final Key<Map<String, List<LocatedValue<Node>>>> AT = Key.derived(
            "at",
            new MapForm<>(
                    new OneOrMoreForm<>(new AnyForm().placed(), "values", MOST),
                    "swept paths",
                    SweepForms.PATH,
                    1,
                    MOST_PATHS),
            "all",
            "At which points of the sweep: the value, or values, of each path named");
    private static final Key<LocatedValue<String>> OTHER_CASE =
            Key.derived("case", CASE_FORM, SAME, "The other row's case");
    private static final Key<Map<String, LocatedValue<Node>>> OTHER_AT = Key.derived(
            "at",
            new MapForm<>(new AnyForm().placed(), "swept paths", SweepForms.PATH, 1, MOST_PATHS),
            SAME,
            "The other row's point of the sweep: what is not named is as in that of the row in hand");

    private static final Key<LocatedValue<Double>> OTHER_BUDGET =
            Key.derived("budget", BUDGET_FORM, SAME, "The other row's budget");
    private static final Key<LocatedValue<String>> OTHER_BIN =
            Key.derived("bin", BIN_FORM, SAME, "The other row's bin");
    private static final Key<Measure> OTHER_MEASURE =
            Key.derived("measure", new WordForm<>(achievements()), "the same", "Which of the other row's figures");
    private static final Key<Double> TIMES = Key.optional(
            "times", RealForm.between(1 / MOST_TIMES, MOST_TIMES), "1", "Multiplies the other row's figure");

    private static final Key<String> PUBLISHED = Key.derived(
            "published",
            TextForm.line("a line of text"),
            "nothing",
            "What a paper says of the figure, as published; it is shown beside what the rows say");

    private static final Key<Double> ERRORS = Key.optional(
            "errors",
            RealForm.between(0, MOST_ERRORS),
            "4",
            "How many standard errors chance is given; of a difference between two rows that of their difference, paired by"
                    + " problem and trial");

    private final Key<List<LocatedValue<StrategyReference>>> strategies;
    private final Key<LocatedValue<StrategyReference>> otherStrategy;
    private final List<Key<Comparison>> achievementKeys = new ArrayList<>();
    private final List<Key<Comparison>> costKeys = new ArrayList<>();
    private final Key<List<Claim>> cost;
    private final Key<List<Claim>> shares;
    private final Key<Map<String, Comparison>> attributes;
    private final List<Key<Comparison>> detailKeys = new ArrayList<>();
    private final List<Key<List<Claim>>> quantiles = new ArrayList<>();

    private ExpectForms(StrategyCatalog catalog) {
        Form<LocatedValue<StrategyReference>> reference =
                inSchema("strategy-reference", StrategyForms.reference(catalog)).placed();
        strategies = Key.required(
                "strategy",
                new OneOrMoreForm<>(reference, "strategies", MOST),
                "Of which strategy, or strategies; with as many parameters as tell it from others of its name");
        otherStrategy = Key.derived("strategy", reference, SAME, "The other row's strategy");
        List<Key<?>> otherRow = List.of(otherStrategy, OTHER_BUDGET, OTHER_BIN, OTHER_CASE, OTHER_AT);
        List<Key<?>> otherFigure =
                Stream.concat(otherRow.stream(), Stream.of(OTHER_MEASURE)).toList();
        Form<Comparison> ofShare = inSchema(
                "expectation",
                comparison(otherFigure, new Numbers(ShareForm.SHARE, ShareForm.SHARE, ShareForm.DIFFERENCE)));
        Form<Comparison> ofUtility =
                inSchema("utility-expectation", comparison(otherFigure, Numbers.between(-GREATEST, GREATEST)));
        for (Measure measure : achievements().values()) {
            achievementKeys.add(Key.derived(
                    measure.label(),
                    measure.quantity().share() ? ofShare : ofUtility,
                    "nothing",
                    "What is expected of it"));
        }
        Form<Comparison> ofCost = inSchema("cost-expectation", comparison(otherRow, Numbers.between(0, GREATEST)));
        for (Resource resource : Resource.values()) {
            costKeys.add(Key.derived(resource.label(), ofCost, "nothing", "What is expected of its mean"));
        }
        cost = Key.derived(
                "cost",
                Block.of(fields -> claims(fields, costKeys, costs()), List.copyOf(costKeys))
                        .check(fields -> stated(fields, costKeys)),
                "nothing",
                "What is expected of what trials spend on average");
        shares = Key.derived(
                "cost-share", shares(otherRow), "nothing", "What is expected of who is paid which part of that");
        Form<Comparison> ofQuality =
                inSchema("quality-expectation", comparison(otherRow, Numbers.between(-GREATEST, GREATEST)));
        for (Measure measure : DETAILS) {
            Form<Comparison> form = measure == Measure.QUALITY ? ofQuality : ofCost;
            detailKeys.add(Key.derived(measure.label(), form, "nothing", "What is expected of it"));
        }
        attributes = Key.derived(
                "attributes",
                new MapForm<>(ofQuality, "attributes", ATTRIBUTE, 1, QualityLaw.MOST_ATTRIBUTES),
                "nothing",
                "What is expected of each attribute named of the quality of what was committed");
        QUANTILES.forEach((amount, measures) -> {
            List<Key<Comparison>> keys = new ArrayList<>();
            measures.forEach((quantile, measure) ->
                    keys.add(Key.derived(quantile, ofCost, "nothing", "What is expected of this figure")));
            quantiles.add(Key.derived(
                    amount,
                    Block.of(fields -> claims(fields, keys, List.copyOf(measures.values())), List.copyOf(keys))
                            .check(fields -> stated(fields, keys)),
                    "nothing",
                    "What is expected of it over trials"));
        });
    }

    /** Of each amount by policy and verifier, the part of it that goes there. */
    private Form<List<Claim>> shares(List<Key<?>> otherRow) {
        Form<Comparison> part = inSchema(
                "cost-share-expectation",
                comparison(otherRow, new Numbers(ShareForm.SHARE, ShareForm.SHARE, ShareForm.DIFFERENCE)));
        Map<PaidShare.Kind, Key<Map<String, Comparison>>> keys = new EnumMap<>(PaidShare.Kind.class);
        for (PaidShare.Kind kind : PaidShare.Kind.values()) {
            keys.put(
                    kind,
                    Key.derived(
                            kind.label(),
                            new MapForm<>(part, "policies and verifiers", PAYEE, 1, MOST_PATHS),
                            "nothing",
                            "What is expected of the part that goes to each policy or verifier named"));
        }
        return Block.of(fields -> paid(fields, keys), List.copyOf(keys.values()))
                .check(fields -> stated(fields, List.copyOf(keys.values())));
    }

    private static List<Claim> paid(Fields fields, Map<PaidShare.Kind, Key<Map<String, Comparison>>> keys) {
        List<Claim> claims = new ArrayList<>();
        keys.forEach((kind, key) -> {
            if (fields.has(key)) {
                fields.get(key)
                        .forEach((payee, comparison) -> claims.add(new Claim(new PaidShare(kind, payee), comparison)));
            }
        });
        return claims;
    }

    private static <T> Form<T> inSchema(String name, Form<T> form) {
        return new NamedForm<>(name, () -> form);
    }

    /** A list of expectations. */
    static Form<List<LocatedValue<WrittenExpectation>>> of(StrategyCatalog catalog) {
        return new ListForm<>(new ExpectForms(catalog).assertion().placed(), "expectations", 0, MOST);
    }

    private Form<WrittenExpectation> assertion() {
        List<Key<?>> figures = Stream.of(
                        achievementKeys.stream(),
                        Stream.<Key<?>>of(cost, shares),
                        detailKeys.stream(),
                        Stream.<Key<?>>of(attributes),
                        quantiles.stream())
                .<Key<?>>flatMap(keys -> keys)
                .toList();
        List<Key<?>> keys = new ArrayList<>(List.of(strategies, BUDGETS, BINS, CASES, AT));
        keys.addAll(figures);
        keys.add(PUBLISHED);
        return Block.of(this::assertion, keys).check(fields -> stated(fields, figures));
    }

    private WrittenExpectation assertion(Fields fields) {
        List<Claim> claims = new ArrayList<>(
                claims(fields, achievementKeys, List.copyOf(achievements().values())));
        if (fields.has(cost)) {
            claims.addAll(fields.get(cost));
        }
        if (fields.has(shares)) {
            claims.addAll(fields.get(shares));
        }
        claims.addAll(claims(fields, detailKeys, DETAILS));
        if (fields.has(attributes)) {
            fields.get(attributes)
                    .forEach((name, comparison) -> claims.add(new Claim(new AttributeQuality(name), comparison)));
        }
        quantiles.stream().filter(fields::has).forEach(key -> claims.addAll(fields.get(key)));
        return new WrittenExpectation(
                new Points(
                        fields.has(CASES) ? fields.get(CASES) : List.of(), fields.has(AT) ? fields.get(AT) : Map.of()),
                fields.get(strategies),
                fields.has(BUDGETS) ? fields.get(BUDGETS) : List.of(),
                fields.get(BINS),
                claims,
                fields.has(PUBLISHED) ? fields.get(PUBLISHED) : "");
    }

    private static List<Claim> claims(Fields fields, List<Key<Comparison>> keys, List<Measure> measures) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (fields.has(keys.get(i))) {
                claims.add(new Claim(measures.get(i), fields.get(keys.get(i))));
            }
        }
        return claims;
    }

    private static void stated(Fields fields, List<? extends Key<?>> keys) {
        if (keys.stream().noneMatch(fields::stated)) {
            fields.refuse(
                    "must have one of "
                            + String.join(", ", keys.stream().map(Key::name).toList()),
                    "");
        }
    }

    /**
     * The numbers of a comparison.
     *
     * @param figure with which one is compared
     * @param tolerance of equality
     * @param by how far apart
     */
    private record Numbers(Form<Double> figure, Form<Double> tolerance, Form<Double> by) {

        static Numbers between(double least, double most) {
            return new Numbers(RealForm.between(least, most), RealForm.between(0, most), RealForm.between(-most, most));
        }
    }

    /** A comparison with a number or with a row told by some of these keys. */
    private Form<Comparison> comparison(List<? extends Key<?>> telling, Numbers numbers) {
        List<Key<?>> rowKeys = new ArrayList<>(telling);
        rowKeys.add(TIMES);
        Form<Against> against = EitherForm.number(
                numbers.figure().map(WrittenExpectation.Fixed::new),
                Block.of(this::row, rowKeys).check(fields -> stated(fields, telling)));
        Key<Double> tolerance =
                Key.optional("tolerance", numbers.tolerance(), "0", "How far off it may be beside chance");
        Key<Double> by = Key.optional(
                "by",
                numbers.by(),
                "0",
                "How far apart they are to be beside chance; below 0: how little may be missing");
        List<Variant<Comparison>> variants = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            Key<Against> target = Key.required(relation.label(), against, description(relation));
            Optional<Key<Double>> margin = switch (relation) {
                case EQUALS -> Optional.of(tolerance);
                case ABOVE, BELOW -> Optional.of(by);
                case AT_LEAST, AT_MOST -> Optional.empty();
            };
            List<Key<?>> keys = new ArrayList<>(List.of(target));
            margin.ifPresent(keys::add);
            keys.add(ERRORS);
            variants.add(Variant.of(
                    Block.of(
                            fields -> new Comparison(
                                    relation,
                                    margin.map(fields::get).orElse(0.0),
                                    fields.get(ERRORS),
                                    fields.get(target)),
                            keys),
                    target.name()));
        }
        return new VariantForm<>(variants);
    }

    private static String description(Relation relation) {
        return switch (relation) {
            case EQUALS -> "It is this, but for the tolerance and chance";
            case ABOVE -> "It is more than this, beyond chance";
            case BELOW -> "It is less than this, beyond chance";
            case AT_LEAST -> "It is not less than this beyond chance";
            case AT_MOST -> "It is not more than this beyond chance";
        };
    }

    private WrittenExpectation.OtherRow row(Fields fields) {
        Map<String, List<LocatedValue<Node>>> at = new LinkedHashMap<>();
        if (fields.has(OTHER_AT)) {
            fields.get(OTHER_AT).forEach((path, value) -> at.put(path, List.of(value)));
        }
        return new WrittenExpectation.OtherRow(
                new Points(fields.has(OTHER_CASE) ? List.of(fields.get(OTHER_CASE)) : List.of(), at),
                optional(fields, otherStrategy),
                optional(fields, OTHER_BUDGET),
                optional(fields, OTHER_BIN),
                optional(fields, OTHER_MEASURE),
                fields.get(TIMES));
    }

    private static <T> Optional<T> optional(Fields fields, Key<T> key) {
        return fields.has(key) ? Optional.of(fields.get(key)) : Optional.empty();
    }

    private static Map<String, Measure> achievements() {
        Map<String, Measure> achievements = new LinkedHashMap<>();
        Stream.of(Measure.values())
                .filter(Measure::achievement)
                .forEach(measure -> achievements.put(measure.label(), measure));
        return achievements;
    }

    private static Map<String, Map<String, Measure>> quantiles() {
        Map<String, Map<String, Measure>> quantiles = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            int point = measure.label().indexOf('.');
            if (point > 0 && measure.observation().isPresent()) {
                quantiles
                        .computeIfAbsent(measure.label().substring(0, point), amount -> new LinkedHashMap<>())
                        .put(measure.label().substring(point + 1), measure);
            }
        }
        return quantiles;
    }

    private static List<Measure> costs() {
        return Stream.of(Resource.values()).map(Measure::cost).toList();
    }
}
