package overthink.core.trial;

import java.util.Arrays;
import java.util.List;
import overthink.core.law.cost.CallCost;

/** Calls of outcome verifiers that cost something else than other verifiers' calls: how many, and what they come to. */
final class OutcomeCalls {

    /** In place of an outcome verifier's number: the process verifier, the judge, and an outcome verifier that costs what they do. */
    static final int OTHERS = -1;

    /** By verifier. */
    final long[] counts;

    private final long[] tokens;
    private final double[] flops;
    private final double[] microDollars;
    private long inAll;

    OutcomeCalls(List<CallCost> costs) {
        counts = new long[costs.size()];
        tokens = costs.stream().mapToLong(CallCost::tokens).toArray();
        flops = costs.stream().mapToDouble(CallCost::flops).toArray();
        microDollars = costs.stream().mapToDouble(CallCost::microDollars).toArray();
    }

    /** Whether there are such verifiers. */
    boolean told() {
        return counts.length > 0;
    }

    void clear() {
        inAll = 0;
        Arrays.fill(counts, 0);
    }

    /** Counts calls of a verifier, or of {@link #OTHERS}, which are counted elsewhere. */
    void add(int verifier, long calls) {
        if (verifier >= 0) {
            counts[verifier] += calls;
            inAll += calls;
        }
    }

    /** How many there were in all. */
    long inAll() {
        return inAll;
    }

    /** Tokens that they read, after so many more of one of them. */
    long tokensAfter(int verifier, long more) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += tokens[i] * (counts[i] + (verifier == i ? more : 0));
        }
        return sum;
    }

    /** Their floating-point operations, after so many more of one of them. */
    double flopsAfter(int verifier, long more) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += flops[i] * (counts[i] + (verifier == i ? more : 0));
        }
        return sum;
    }

    /** Millionths of a dollar that they cost, after so many more of one of them. */
    double microDollarsAfter(int verifier, long more) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += microDollars[i] * (counts[i] + (verifier == i ? more : 0));
        }
        return sum;
    }

    /** Tokens that so many of each read. */
    double tokens(double[] calls) {
        double sum = 0;
        for (int i = 0; i < Math.min(counts.length, calls.length); i++) {
            sum += tokens[i] * calls[i];
        }
        return sum;
    }

    /** Floating-point operations of so many of each. */
    double flops(double[] calls) {
        return product(flops, calls);
    }

    /** Millionths of a dollar that so many of each cost. */
    double microDollars(double[] calls) {
        return product(microDollars, calls);
    }

    /** Floating-point operations of so many of one of them; 0 where nobody tells them apart. */
    double flops(int verifier, double[] calls) {
        return verifier < calls.length ? flops[verifier] * calls[verifier] : 0;
    }

    /** Millionths of a dollar that so many of one of them cost; 0 where nobody tells them apart. */
    double microDollars(int verifier, double[] calls) {
        return verifier < calls.length ? microDollars[verifier] * calls[verifier] : 0;
    }

    private static double product(double[] each, double[] calls) {
        double sum = 0;
        for (int i = 0; i < Math.min(each.length, calls.length); i++) {
            sum += each[i] * calls[i];
        }
        return sum;
    }

    /** So many of one verifier and none of the others. */
    double[] only(int verifier, double calls) {
        double[] all = new double[counts.length];
        if (verifier >= 0) {
            all[verifier] = calls;
        }
        return all;
    }
}
