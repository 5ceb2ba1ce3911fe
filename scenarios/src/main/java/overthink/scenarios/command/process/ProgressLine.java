package overthink.scenarios.command.process;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import overthink.core.estimate.Method;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.run.Simulator;
import overthink.scenarios.results.table.AsciiText;

/**
 * Says how far a command has come, how fast it goes and how long the scenario in hand will take. On a terminal that is one line,
 * rewritten in place and gone at the end, however the end comes; elsewhere it is a line from time to time. Its percentage is of
 * the whole command, and never falls.
 */
public final class ProgressLine implements Progress, AutoCloseable {

    private static final String CLEAR = "\r\u001b[K";
    private static final long INTERVAL = 100_000_000;
    private static final long WARM_UP = 1_000_000_000;

    /** Between two lines where they are not rewritten. */
    private static final long PLAIN_INTERVAL = 5_000_000_000L;

    /** Who did not ask for them gets lines only of what takes longer than this, as often. */
    private static final long LONG = 15_000_000_000L;

    /** Rates are those of the last seconds, as strategies differ in what a trial takes. */
    private static final long WINDOW = 5_000_000_000L;

    /** What exact values are of a scenario that has trials, too. */
    private static final double EXACT_SHARE = 0.1;

    private final PrintStream err;
    private final Mode mode;
    private final boolean live;
    private final int width;
    private final boolean ascii;
    private Part part;
    private final Thread atExit = new Thread(this::end);
    private final Deque<Mark> marks = new ArrayDeque<>();
    private double secondsLeft = Double.NaN;
    private final long begin;
    private long trialsSince;
    private long lastPlain;
    private double share;
    private boolean shown;
    private boolean ended;

    /** How it is said. */
    public enum Mode {
        /** Rewritten on a terminal, from time to time elsewhere when it takes long. */
        AUTO,
        /** A line every few seconds. */
        PLAIN,
        /** Not at all. */
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads it as it is spelled. */
        public static final class Reader extends AbstractWordReader<Mode> {

            /** Made by picocli. */
            public Reader() {
                super(Mode.class);
            }
        }
    }

    /**
     * What is in hand of a command.
     *
     * @param label what it is called
     * @param from the share of the command that was done before it
     * @param to the share that is done after it
     * @param trials whether it has trials, rather than exact values alone
     * @param solved problems for which mathematics is asked at least, counted for each strategy
     */
    public record Part(String label, double from, double to, boolean trials, long solved) {

        /** A scenario of several: the name, with its number where there are. */
        Part(String scenario, int number, int of, boolean trials, long solved) {
            this(
                    of == 1 ? scenario : "%s (%d of %d)".formatted(scenario, number + 1, of),
                    (double) number / of,
                    (number + 1.0) / of,
                    trials,
                    solved);
        }

        /** An experiment of several. */
        public static Part of(String scenario, int number, int of, Experiment experiment) {
            return new Part(scenario, number, of, trials(experiment), solved(experiment));
        }

        /** An experiment that is a part of a scenario. */
        public static Part within(String label, double from, double to, Experiment experiment) {
            return new Part(label, from, to, trials(experiment), solved(experiment));
        }

        private static boolean trials(Experiment experiment) {
            return experiment.strategies().stream()
                    .anyMatch(strategy -> !Simulator.method(
                                    experiment.world(), experiment.budgets(), strategy, experiment.method())
                            .equals(Optional.of(Method.EXACT)));
        }

        private static long solved(Experiment experiment) {
            return experiment.world().size()
                    * experiment.strategies().stream()
                            .filter(strategy -> strategy.law().isPresent())
                            .count();
        }
    }

    /** Another part begins. */
    public synchronized void turnTo(Part next) {
        share = Math.max(share, next.from());
        part = next;
        secondsLeft = Double.NaN;
        Mark last = marks.getLast();
        marks.clear();
        marks.add(new Mark(last.nanoseconds(), Phase.TRIALS, 0, 0));
    }

    /** Says how far a part is. */
    public ProgressLine(Terminal terminal, Mode mode, Part part) {
        err = terminal.err();
        this.mode = mode;
        live = terminal.live() && mode == Mode.AUTO;
        width = terminal.liveWidth() - 1;
        ascii = terminal.ascii();
        this.part = part;
        begin = System.nanoTime();
        trialsSince = begin;
        lastPlain = begin;
        marks.add(new Mark(trialsSince, Phase.TRIALS, 0, 0));
        if (live) {
            Runtime.getRuntime().addShutdownHook(atExit);
        }
    }

    /** What is counted. */
    private enum Phase {
        EXACT,
        TRIALS
    }

    /** How far the run was at a time. */
    private record Mark(long nanoseconds, Phase phase, long done, long steps) {}

    @Override
    public void report(long done, long planned, long steps) {
        show(new Mark(System.nanoTime(), Phase.TRIALS, done, steps), planned);
    }

    @Override
    public synchronized void left(double seconds) {
        secondsLeft = seconds;
    }

    @Override
    public void solved(long done, long planned) {
        show(new Mark(System.nanoTime(), Phase.EXACT, done, 0), planned);
    }

    private synchronized void show(Mark now, long planned) {
        if (mode == Mode.NONE || ended) {
            return;
        }
        advance(now, planned);
        if (now.phase() != marks.getLast().phase()) {
            marks.clear();
            marks.add(new Mark(now.nanoseconds(), now.phase(), 0, 0));
            trialsSince = now.nanoseconds();
            return;
        }
        if (now.nanoseconds() - marks.getLast().nanoseconds() < INTERVAL) {
            return;
        }
        marks.add(now);
        while (now.nanoseconds() - marks.getFirst().nanoseconds() > WINDOW && marks.size() > 2) {
            marks.removeFirst();
        }
        if (live || due(now.nanoseconds())) {
            say(now);
        }
    }

    /** The share of the command that is done: what was said once is not taken back when more is asked for. */
    private void advance(Mark now, long planned) {
        double all = now.phase() == Phase.EXACT ? Math.max(planned, part.solved()) : planned;
        double phase = all <= 0 ? 0 : Math.min(1, now.done() / all);
        double own = !part.trials()
                ? phase
                : now.phase() == Phase.EXACT ? EXACT_SHARE * phase : EXACT_SHARE + (1 - EXACT_SHARE) * phase;
        share = Math.max(share, part.from() + (part.to() - part.from()) * own);
    }

    private boolean due(long now) {
        boolean due =
                mode == Mode.PLAIN ? now - lastPlain >= PLAIN_INTERVAL : now - lastPlain >= LONG && now - begin >= LONG;
        if (due) {
            lastPlain = now;
        }
        return due;
    }

    private void say(Mark now) {
        Mark then = marks.getFirst();
        double seconds = (now.nanoseconds() - then.nanoseconds()) * 1e-9;
        double rate = (now.done() - then.done()) / seconds;
        String line = now.phase() == Phase.EXACT
                ? exactLine(part.label(), share, rate)
                : line(part.label(), share, rate, (now.steps() - then.steps()) / seconds, left(now));
        line = ascii ? AsciiText.of(line) : line;
        if (live) {
            err.print(CLEAR + line.substring(0, Math.max(0, Math.min(line.length(), width))));
            err.flush();
            shown = true;
        } else {
            err.println(line);
        }
    }

    /** Nothing in the first moments: Java is slower then than ever after. */
    private double left(Mark now) {
        return now.nanoseconds() - trialsSince > WARM_UP ? secondsLeft : Double.NaN;
    }

    /** What the line says of trials. */
    static String line(String label, double share, double trialsPerSecond, double stepsPerSecond, double secondsLeft) {
        return "%s  %s  %s trials/s  %s steps/s  %s"
                .formatted(
                        label,
                        percent(share),
                        rate(trialsPerSecond),
                        rate(stepsPerSecond),
                        Double.isFinite(secondsLeft) ? time(secondsLeft) + " left" : "…");
    }

    /** What the line says of exact values: not how long they take, since more may be asked for, and trials follow. */
    static String exactLine(String label, double share, double problemsPerSecond) {
        return "%s  %s  exact values, %s problems/s".formatted(label, percent(share), rate(problemsPerSecond));
    }

    private static String percent(double share) {
        return "%d %%".formatted((int) (100 * share));
    }

    private static String rate(double perSecond) {
        String[] units = {"", " k", " M", " G"};
        int unit = 0;
        double value = perSecond;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 && unit > 0 ? "%.1f%s" : "%.0f%s", value, units[unit]);
    }

    private static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return "%d:%02d min".formatted(whole / 60, whole % 60);
        }
        return whole < 100 * 3600 ? "%d:%02d h".formatted(whole / 3600, whole % 3600 / 60) : whole / 86_400 + " days";
    }

    private synchronized void end() {
        if (shown && !ended) {
            err.print(CLEAR);
            err.flush();
        }
        ended = true;
    }

    @Override
    public void close() {
        end();
        if (live) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                // The process is ending; the hook runs anyway.
            }
        }
    }
}
