package overthink.core.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.WholeRange;
import overthink.core.law.cost.CallCost;
import overthink.core.law.verifier.NoiseCorrelation;
import overthink.core.law.verifier.NoiseLaw;

/**
 * The outcome verifiers of a world that has several, by name.
 *
 * @param members in order; the first is the one that a strategy asks unless it names another
 * @param correlation of their noises
 */
public record VerifierPanel(List<NamedVerifier> members, NoiseCorrelation correlation) {

    /** How many there may be. */
    public static final WholeRange SIZE = new WholeRange(1, 16);

    /** No verifier has a name. */
    public static final VerifierPanel NONE = new VerifierPanel(List.of(), NoiseCorrelation.none(0));

    /**
     * Copies the list and checks what must fit.
     *
     * @throws IllegalArgumentException when two have one name, the matrix is of another size, or one whose noise goes together with
     *     another's has student-t noise
     */
    public VerifierPanel {
        members = List.copyOf(members);
        Set<String> names = new HashSet<>();
        for (NamedVerifier member : members) {
            if (!names.add(member.name())) {
                throw new IllegalArgumentException("the verifier %s is named twice".formatted(member.name()));
            }
        }
        if (!members.isEmpty()) {
            SIZE.check("named verifiers", members.size());
        }
        if (correlation.size() != members.size()) {
            throw new IllegalArgumentException(
                    "there are %d verifiers and correlations of %d".formatted(members.size(), correlation.size()));
        }
        for (int one = 0; one < members.size(); one++) {
            for (int other = 0; other < members.size(); other++) {
                if (one != other && correlation.of(one, other) != 0) {
                    checkGaussian(members.get(one));
                }
            }
        }
    }

    private static void checkGaussian(NamedVerifier member) {
        if (!(member.verifier().noise() instanceof NoiseLaw.Gaussian)) {
            throw new IllegalArgumentException(
                    "the noise of %s must be gaussian, as it goes together with another's".formatted(member.name()));
        }
    }

    /** Verifiers whose noises do not go together. */
    public static VerifierPanel of(NamedVerifier... members) {
        return new VerifierPanel(List.of(members), NoiseCorrelation.none(members.length));
    }

    /** This panel with other correlations. */
    public VerifierPanel with(NoiseCorrelation other) {
        return new VerifierPanel(members, other);
    }

    /** How many there are. */
    public int size() {
        return members.size();
    }

    /** The number of the one of a name, −1 when there is none. */
    public int number(String name) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Their names, in order. */
    public List<String> names() {
        return members.stream().map(NamedVerifier::name).toList();
    }

    /** What a call of each costs. */
    public List<CallCost> costs() {
        return members.stream().map(NamedVerifier::cost).toList();
    }

    /** L of a verifier's noise, by those up to it: what it takes of the independent noise of each. */
    public double[] loadings(int member) {
        return correlation.loadings(
                member, members.stream().map(one -> one.verifier().accepts()).toList());
    }
}
