package overthink.core.world;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import overthink.core.api.RealRange;
import overthink.core.law.cost.Latency;
import overthink.core.law.difficulty.LatentCorrelation;

/**
 * The policies of a world beside the first, and what they have in common.
 *
 * @param first the name of the first
 * @param others in order
 * @param correlation of the difficulty that each finds
 * @param overlap ω in [0, 1]: the chance that a wrong answer of a problem is one of those that are common to all policies which it
 *     belongs to, rather than the policy's own; two policies have the k-th most frequent in common with probability ω². Drawn once
 *     for each problem, policy and answer
 * @param transfer seconds that pass before a policy reads what another one made, in {@link Latency#SECONDS}
 */
public record Ensemble(
        String first, List<NamedPolicy> others, LatentCorrelation correlation, double overlap, double transfer) {

    /** How many policies a world may have. */
    public static final int MOST = 16;

    /** No others: the world has one policy. */
    public static final Ensemble NONE = new Ensemble("policy", List.of(), LatentCorrelation.of(1, 1), 1, 0);

    /**
     * Copies the list and checks what must fit.
     *
     * @throws IllegalArgumentException when one is outside its range, there are more than {@value #MOST} policies, two have one
     *     name, the correlations are those of another number, or policies are derived from each other in a circle
     */
    public Ensemble {
        others = List.copyOf(others);
        if (others.size() >= MOST) {
            throw new IllegalArgumentException(
                    "a world has at most %d policies, not %d".formatted(MOST, others.size() + 1));
        }
        if (correlation.policies() != others.size() + 1) {
            throw new IllegalArgumentException("%d policies need correlations of as many, not of %d"
                    .formatted(others.size() + 1, correlation.policies()));
        }
        RealRange.PROBABILITY.check("overlap", overlap);
        Latency.SECONDS.check("transfer", transfer);
        Set<String> names = new HashSet<>(Set.of(first));
        for (int i = 0; i < others.size(); i++) {
            if (!names.add(others.get(i).name())) {
                throw new IllegalArgumentException(
                        "two policies are called " + others.get(i).name());
            }
        }
    }

    /**
     * The numbers of all policies, each after those that it is derived from.
     *
     * @throws IllegalArgumentException when there is a circle
     */
    public List<Integer> order() {
        Set<Integer> done = new LinkedHashSet<>(Set.of(0));
        for (int number = 1; number < size(); number++) {
            visit(number, done, new LinkedHashSet<>());
        }
        return List.copyOf(done);
    }

    private void visit(int number, Set<Integer> done, Set<Integer> open) {
        if (done.contains(number)) {
            return;
        }
        if (number < 0 || number >= size()) {
            throw new IllegalArgumentException("there is no policy %d; there are %d".formatted(number, size()));
        }
        if (!open.add(number)) {
            throw new IllegalArgumentException("policies are derived from each other in a circle: %s, %s"
                    .formatted(open.stream().map(this::name).collect(Collectors.joining(", ")), name(number)));
        }
        if (others.get(number - 1).skill() instanceof Skill.Shifted shifted) {
            visit(shifted.from(), done, open);
            visit(shifted.tuned(), done, open);
            visit(shifted.base(), done, open);
        }
        open.remove(number);
        done.add(number);
    }

    /** Policies that share difficulty and mistakes entirely, and hand over at once. */
    public static Ensemble of(String first, NamedPolicy... others) {
        return new Ensemble(first, List.of(others), LatentCorrelation.of(others.length + 1, 1), 1, 0);
    }

    /** These policies with another correlation of all pairs. */
    public Ensemble withCorrelation(double common) {
        return new Ensemble(first, others, LatentCorrelation.of(size(), common), overlap, transfer);
    }

    /** These policies with another share of common mistakes. */
    public Ensemble withOverlap(double other) {
        return new Ensemble(first, others, correlation, other, transfer);
    }

    /** These policies with the answers that each gives at its temperature ({@link Policy#sharpened}). */
    public Ensemble sharpened() {
        List<NamedPolicy> sharp = others.stream().map(NamedPolicy::sharpened).toList();
        return sharp.equals(others) ? this : new Ensemble(first, sharp, correlation, overlap, transfer);
    }

    /** How many policies there are, the first included. */
    public int size() {
        return others.size() + 1;
    }

    /** The name of a policy by its number. */
    public String name(int number) {
        return number == 0 ? first : others.get(number - 1).name();
    }

    /** All names, in order. */
    public List<String> names() {
        return IntStream.range(0, size()).mapToObj(this::name).toList();
    }
}
