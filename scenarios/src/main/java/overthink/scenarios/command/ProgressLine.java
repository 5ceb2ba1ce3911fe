package overthink.scenarios.command;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import overthink.core.experiment.Progress;

/**
 * One line on a terminal that says how far a run has come, how fast it goes and how long it will take; it is
 * rewritten in place and gone at the end, however the end comes. On anything but a terminal it says nothing.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final String CLEAR = "\r\u001b[K";
    private static final long INTERVAL = 100_000_000;
    private static final long WARM_UP = 1_000_000_000;

    /** Rates are those of the last seconds, as strategies differ in what a trial takes. */
    private static final long WINDOW = 5_000_000_000L;

    private final PrintStream err;
    private final boolean live;
    private final int width;
    private final String scenario;
    private final Thread atExit = new Thread(this::end);
    private final Deque<Mark> marks = new ArrayDeque<>();
    private double secondsLeft = Double.NaN;
    private long trialsSince;
    private boolean shown;
    private boolean ended;

    ProgressLine(Terminal terminal, String scenario) {
        err = terminal.err();
        live = terminal.live();
        width = terminal.width() - 1;
        this.scenario = scenario;
        trialsSince = System.nanoTime();
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
        if (!live || ended) {
            return;
        }
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
        Mark then = marks.getFirst();
        double seconds = (now.nanoseconds() - then.nanoseconds()) * 1e-9;
        double rate = (now.done() - then.done()) / seconds;
        String line = now.phase() == Phase.EXACT
                ? exactLine(scenario, now.done(), planned, rate)
                : line(scenario, now.done(), planned, rate, (now.steps() - then.steps()) / seconds, left(now));
        err.print(CLEAR + line.substring(0, Math.min(line.length(), width)));
        err.flush();
        shown = true;
    }

    /** Nothing in the first moments: Java is slower then than ever after. */
    private double left(Mark now) {
        return now.nanoseconds() - trialsSince > WARM_UP ? secondsLeft : Double.NaN;
    }

    /** What the line says of trials. */
    static String line(
            String scenario,
            long done,
            long planned,
            double trialsPerSecond,
            double stepsPerSecond,
            double secondsLeft) {
        return "%s  %s  %s trials/s  %s steps/s  %s"
                .formatted(
                        scenario,
                        percent(done, planned),
                        rate(trialsPerSecond),
                        rate(stepsPerSecond),
                        Double.isFinite(secondsLeft) ? time(secondsLeft) + " left" : "…");
    }

    /** What the line says of exact values: not how long they take, since more may be asked for, and trials follow. */
    static String exactLine(String scenario, long done, long planned, double problemsPerSecond) {
        return "%s  exact values %s  %s problems/s"
                .formatted(scenario, percent(done, planned), rate(problemsPerSecond));
    }

    private static String percent(long done, long planned) {
        return "%d %%".formatted((int) (100 * (planned <= 0 ? 0 : Math.min(1, (double) done / planned))));
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
