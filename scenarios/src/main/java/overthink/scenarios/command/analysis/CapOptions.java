package overthink.scenarios.command.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.api.RealRange;
import overthink.core.api.Resource;
import overthink.core.experiment.Budgets;
import overthink.scenarios.analysis.plan.Rank;
import overthink.scenarios.analysis.plan.Requirement;
import overthink.scenarios.text.NearestName;
import picocli.CommandLine.Option;

/** What a problem may cost at most, of any resources together. */
final class CapOptions {

    @Option(
            names = "--max-usd",
            paramLabel = "[QUANTILE:]AMOUNT",
            description = "At most so many dollars a problem: on average, or, as p95:.01, in 95 of 100 trials."
                    + " Quantiles: p50, p90, p95, p99, of usd, latency and tokens.")
    private List<String> usd = new ArrayList<>();

    @Option(
            names = "--max-latency",
            paramLabel = "[QUANTILE:]AMOUNT",
            description = "At most so many seconds, such as 5 or p95:5.")
    private List<String> latency = new ArrayList<>();

    @Option(names = "--max-tokens", paramLabel = "[QUANTILE:]AMOUNT", description = "At most so many tokens generated.")
    private List<String> tokens = new ArrayList<>();

    @Option(names = "--max-input-tokens", paramLabel = "AMOUNT", description = "At most so many tokens read.")
    private List<String> inputTokens = new ArrayList<>();

    @Option(names = "--max-generations", paramLabel = "AMOUNT", description = "At most so many whole solutions.")
    private List<String> generations = new ArrayList<>();

    @Option(names = "--max-steps", paramLabel = "AMOUNT", description = "At most so many steps.")
    private List<String> steps = new ArrayList<>();

    @Option(names = "--max-verifier-calls", paramLabel = "AMOUNT", description = "At most so many calls of verifiers.")
    private List<String> verifierCalls = new ArrayList<>();

    @Option(names = "--max-rounds", paramLabel = "AMOUNT", description = "At most so many rounds, one after the other.")
    private List<String> rounds = new ArrayList<>();

    @Option(names = "--max-flops", paramLabel = "AMOUNT", description = "At most so many floating-point operations.")
    private List<String> flops = new ArrayList<>();

    /**
     * Reads them.
     *
     * @param problems hears what is wrong
     */
    List<Requirement> read(List<String> problems) {
        Map<Resource, List<String>> all = new EnumMap<>(Resource.class);
        all.put(Resource.USD, usd);
        all.put(Resource.LATENCY, latency);
        all.put(Resource.TOKENS, tokens);
        all.put(Resource.INPUT_TOKENS, inputTokens);
        all.put(Resource.GENERATIONS, generations);
        all.put(Resource.STEPS, steps);
        all.put(Resource.VERIFIER_CALLS, verifierCalls);
        all.put(Resource.ROUNDS, rounds);
        all.put(Resource.FLOPS, flops);
        List<Requirement> caps = new ArrayList<>();
        all.forEach((resource, texts) -> {
            List<Rank> seen = new ArrayList<>();
            for (String text : texts) {
                cap(resource, text, problems).ifPresent(cap -> {
                    if (seen.contains(cap.rank())) {
                        problems.add("--max-%s: the %s is capped twice"
                                .formatted(resource.label(), cap.rank().label()));
                    }
                    seen.add(cap.rank());
                    caps.add(cap);
                });
            }
        });
        return caps;
    }

    private static Optional<Requirement.Cap> cap(Resource resource, String text, List<String> problems) {
        String option = "--max-" + resource.label();
        int colon = text.indexOf(':');
        Rank rank = Rank.MEAN;
        if (colon >= 0) {
            String name = text.substring(0, colon).strip();
            List<String> names = Arrays.stream(Rank.values()).map(Rank::label).toList();
            Optional<Rank> found = Arrays.stream(Rank.values())
                    .filter(one -> one.label().equalsIgnoreCase(name))
                    .findFirst();
            if (found.isEmpty()) {
                problems.add("%s: there is no quantile '%s'; there are: %s%s"
                        .formatted(
                                option,
                                name,
                                String.join(", ", names),
                                NearestName.to(name, names)
                                        .map(". Maybe: "::concat)
                                        .orElse("")));
                return Optional.empty();
            }
            rank = found.get();
            if (!rank.serves(resource)) {
                problems.add("%s: quantiles are of usd, latency and tokens; of %s there is the mean alone"
                        .formatted(option, resource.label()));
                return Optional.empty();
            }
        }
        Optional<Double> amount = amount(text.substring(colon + 1));
        if (amount.isEmpty()) {
            problems.add("%s: the amount must be a number, such as 5 or p95:5, not '%s'".formatted(option, text));
            return Optional.empty();
        }
        RealRange range = Budgets.AMOUNT;
        if (!range.contains(amount.get())) {
            problems.add("%s: the amount must be %s, not %s%s"
                    .formatted(
                            option,
                            range.what(),
                            text.substring(colon + 1).strip(),
                            amount.get() <= 0
                                    ? ": nothing costs that little, as every strategy makes a candidate"
                                    : ""));
            return Optional.empty();
        }
        return Optional.of(new Requirement.Cap(resource, rank, amount.get()));
    }

    private static Optional<Double> amount(String text) {
        try {
            double amount = Double.parseDouble(text.strip());
            return Double.isFinite(amount) && !text.strip().matches(".*[dDfF]")
                    ? Optional.of(amount)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
