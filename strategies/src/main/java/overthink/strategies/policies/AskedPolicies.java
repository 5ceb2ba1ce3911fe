package overthink.strategies.policies;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Session;

/** The policies that a strategy asks, in order: those that its parameters name, or all of the world. */
public final class AskedPolicies {

    private final List<String> names;
    private int[] numbers = new int[0];
    private int size;

    private AskedPolicies(List<String> names) {
        this.names = names;
        numbers = new int[names.size()];
    }

    /**
     * The parameter.
     *
     * @param description what they do, and what none means
     */
    public static ParameterSpec parameter(String description) {
        return ParameterSpec.names("policies", description);
    }

    /** Nobody is named. */
    public static AskedPolicies unnamed() {
        return new AskedPolicies(List.of());
    }

    /** Those that parameters name. */
    public static AskedPolicies of(Parameters parameters) {
        return new AskedPolicies(parameters.names("policies"));
    }

    /** What parameters name of a world. */
    public static List<NamedPart> named(Parameters parameters) {
        return named(parameters, Set.of());
    }

    /** Begins a trial. */
    public void begin(Session session) {
        size = names.isEmpty() ? session.policies() : names.size();
        if (numbers.length < size) {
            numbers = Arrays.copyOf(numbers, size);
        }
        for (int i = 0; i < size; i++) {
            numbers[i] = names.isEmpty() ? i : number(session, names.get(i));
        }
    }

    /** The trial as the policy of a name works on it. */
    public static Session named(Session session, String name) {
        int number = number(session, name);
        return number == 0 ? session : session.policy(number);
    }

    private static int number(Session session, String name) {
        return name.equals(NamedPart.FIRST) ? 0 : session.policyNumber(name);
    }

    /** How many there are, at least 1. */
    public int size() {
        return size;
    }

    /**
     * The trial as the policy of one of some members works on it, where members are shared out evenly, in blocks of neighbours; the
     * trial itself where no policy is named.
     *
     * @param member from 0
     * @param members how many there are
     */
    public Session ofMember(Session session, int member, int members) {
        return names.isEmpty() ? session : of(session, (int) ((long) member * size / members));
    }

    /** How many members, from one on, are of its policy. */
    public int block(int member, int members) {
        if (names.isEmpty()) {
            return members - member;
        }
        long policy = (long) member * size / members;
        // the least member of the next policy: the least i with i·size ≥ (policy + 1)·members
        return (int) (((policy + 1) * members + size - 1) / size) - member;
    }

    /** What parameters name of a world, where each must be able to do something. */
    public static List<NamedPart> named(Parameters parameters, Set<Capability> able) {
        return parameters.names("policies").stream()
                .map(name -> new NamedPart(NamedPart.Part.POLICY, name, able))
                .toList();
    }

    /**
     * Whether the first that is asked is the world's first, whom {@link #answerUnrouted} asks. Where it is another, a budget that does
     * not pay for its candidate may pay for one of the world's first, so that a trial goes another way under it than under greater
     * budgets: no pass serves both.
     */
    public static boolean firstIsTheWorlds(Parameters parameters) {
        List<String> names = parameters.names("policies");
        return names.isEmpty() || names.get(0).equals(NamedPart.FIRST);
    }

    /** Has the world's first policy answer with one candidate, where nobody of these could be paid. */
    public static void answerUnrouted(Session session) {
        if (session.size() == 0) {
            int candidate = session.generate();
            if (candidate != Session.NONE) {
                session.commit(candidate);
            }
        }
    }

    /** The trial as one of them works on it, from 0. */
    public Session of(Session session, int index) {
        return numbers[index] == 0 ? session : session.policy(numbers[index]);
    }
}
