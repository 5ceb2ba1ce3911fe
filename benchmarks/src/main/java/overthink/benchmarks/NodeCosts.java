package overthink.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.law.difficulty.Beta;
import overthink.core.model.SyntheticWorld;
import overthink.core.trial.TrialRunner;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Skill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What a candidate of a second policy, of a chain and of a merge costs the simulator beside a plain one: each of them is made in
 * trials of N candidates, of which nothing is looked at; a block of such trials runs between two of plain ones.
 */
@Command(
        name = "node-costs",
        mixinStandardHelpOptions = true,
        description = "Times candidates of a second policy, of chains and of merges beside plain ones; prints a table.")
public final class NodeCosts implements Callable<Integer> {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 60;
    private static final int PROBLEMS = 50;

    @Option(names = "--n", description = "Candidates of a trial, at least 32; ${DEFAULT-VALUE}.")
    private int n = 64;

    @Option(names = "--rounds", description = "Blocks of each, of which the middle counts; ${DEFAULT-VALUE}.")
    private int rounds = 51;

    @Option(names = "--block", description = "Candidates of a block; ${DEFAULT-VALUE}.")
    private int block = 200_000;

    /**
     * A way to make candidates.
     *
     * @param name what the table calls it
     * @param together whether they are asked for all together, as plain ones are that it is compared with
     */
    record Way(String name, boolean together, SyntheticWorld world, Strategy strategy) {}

    /** Runs the measurement; exits with 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(Console.run(new NodeCosts(), arguments));
    }

    @Override
    public Integer call() {
        if (n < 32 || rounds < 1 || block < n) {
            throw new IllegalArgumentException("--n must be at least 32, --rounds at least 1, --block at least --n");
        }
        double busy = Machine.busy();
        MarkdownTable table =
                new MarkdownTable("candidates", "÷ plain", "half of the blocks", "ns, least", "bytes per trial");
        for (boolean together : new boolean[] {false, true}) {
            List<Way> ways =
                    ways(n).stream().filter(way -> way.together() == together).toList();
            for (Way way : ways) {
                measure(ways.get(0), way, table);
            }
        }
        System.out.println(table);
        System.out.printf(
                Locale.ROOT,
                "%s; %s.%nOther programs took %.0f %% of its cores before and %.0f %% after the run. N = %d, %d blocks of %,d"
                        + " candidates each.%n",
                LocalDate.now(ZoneOffset.UTC),
                Machine.here().description(),
                100 * busy,
                100 * Machine.busy(),
                n,
                rounds,
                block);
        return 0;
    }

    private void measure(Way plain, Way way, MarkdownTable table) {
        TrialRunner plainly = runner(plain, n);
        TrialRunner runner = runner(way, n);
        double[] ratios = new double[rounds];
        double[] nanos = new double[rounds];
        long bytes = Long.MAX_VALUE;
        for (int round = -WARM_UP; round < rounds; round++) {
            double before = nanosPerCandidate(plainly, plain, round + WARM_UP);
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            double own = nanosPerCandidate(runner, way, round + WARM_UP);
            bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - allocated);
            double after = nanosPerCandidate(plainly, plain, round + WARM_UP);
            if (round >= 0) {
                ratios[round] = 2 * own / (before + after);
                nanos[round] = own;
            }
        }
        Arrays.sort(ratios);
        table.add(
                way.name(),
                decimals(2, Middle.of(ratios)),
                decimals(2, ratios[rounds / 4]) + " to " + decimals(2, ratios[3 * rounds / 4]),
                decimals(1, Arrays.stream(nanos).min().orElseThrow()),
                Long.toString(bytes * n / block));
    }

    static TrialRunner runner(Way way, int n) {
        return new TrialRunner(way.world(), Budgets.generations(n), Course.SEED);
    }

    /** Time of this thread, so that others on the machine do not count, but for what they take of its caches and cores. */
    private double nanosPerCandidate(TrialRunner runner, Way way, int round) {
        int trials = block / n;
        int problem = round % PROBLEMS;
        long start = THREADS.getCurrentThreadCpuTime();
        for (int trial = 0; trial < trials; trial++) {
            runner.runSilently(way.strategy(), problem, (long) round * trials + trial);
        }
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / trials / n;
    }

    private static String decimals(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** All ways, of which the first of those together, and of those one by one, is the plain one. */
    static List<Way> ways(int n) {
        SyntheticWorld flat = PeerWorld.drawn(PROBLEMS);
        Policy policy = flat.policy();
        SyntheticWorld two =
                flat.with(Ensemble.of("first", new NamedPolicy("second", policy, new Skill.Own(new Beta(2, 1)))));
        SyntheticWorld chains =
                of(flat, policy.with(ChainLaw.of(new Revision.Tendency(ByDifficulty.of(0.4), ByDifficulty.of(0.3)))));
        SyntheticWorld merges = of(flat, policy.with(MergeLaw.of(0.2, 1.5)));
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("plain, one by one", false, flat, session -> oneByOne(session, n)));
        ways.add(new Way("of a second policy, one by one", false, two, session -> oneByOne(session.policy(1), n)));
        ways.add(new Way(
                "of a chain, each a revision of the one before", false, chains, session -> revise(session, n, 1)));
        ways.add(new Way("of 8 chains side by side", false, chains, session -> revise(session, n, 8)));
        for (int members : new int[] {2, 4, 8, 16}) {
            ways.add(new Way("merged of " + members, false, merges, new Merging(n, members)));
        }
        ways.add(new Way("plain, together", true, flat, session -> session.generate(n)));
        ways.add(new Way(
                "of a second policy, together",
                true,
                two,
                session -> session.policy(1).generate(n)));
        return ways;
    }

    private static SyntheticWorld of(SyntheticWorld world, Policy policy) {
        return world.with(world.problems(), policy, world.verifiers());
    }

    private static void oneByOne(Session session, int n) {
        for (int i = 0; i < n; i++) {
            session.generate();
        }
    }

    private static void revise(Session session, int n, int chains) {
        session.generate(chains);
        for (int node = chains; node < n; node++) {
            session.revise(node - chains);
        }
    }

    /** Samples as many as a merge reads, and merges them in turning order. */
    private static final class Merging implements Strategy {

        private final int n;
        private final int[] members;

        Merging(int n, int count) {
            this.n = n;
            members = new int[count];
        }

        @Override
        public void run(Session session) {
            int count = members.length;
            session.generate(count);
            for (int node = count; node < n; node++) {
                for (int i = 0; i < count; i++) {
                    members[i] = (node + i) & (count - 1);
                }
                session.merge(members, count);
            }
        }
    }
}
