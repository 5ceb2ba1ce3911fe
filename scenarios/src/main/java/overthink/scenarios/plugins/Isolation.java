package overthink.scenarios.plugins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The processes that plugins live in: one that answers for their providers, and one for each strategy and thread that plays
 * it. A process that is silent for too long is ended; all are when this is closed, and when this process ends.
 */
public final class Isolation implements AutoCloseable {

    private static final long GLANCE_MILLIS = 50;

    /** How long a process may take to begin. */
    private static final long START_NANOS = 20_000_000_000L;

    /** Before the run gives the thread up that waits for the process. */
    private static final double SHARE_OF_PATIENCE = 0.95;

    /** How much memory a process may use, unless somebody says otherwise. */
    public static final int MEGABYTES = 1024;

    private final List<Path> places;
    private final boolean jar;
    private final Duration patience;
    private final int mostMegabytes;
    /** By thread the process that its strategies share, where they do. */
    private final Map<Thread, GuestProcess> shared = new ConcurrentHashMap<>();

    private final Set<GuestProcess> alive = ConcurrentHashMap.newKeySet();
    private final Thread atEnd = new Thread(this::endAll, "overthink-guests-end");
    /** Whether strategies of one thread share a process. */
    private volatile boolean sharing;

    private volatile boolean closed;
    private @Nullable GuestProcess host;

    /**
     * Processes for the plugins of some directories.
     *
     * @param patience how long a plugin may neither call its session nor come back
     * @param mostMegabytes how much memory a process may use
     */
    public Isolation(List<Path> places, Duration patience, int mostMegabytes) {
        this(places, false, patience, mostMegabytes);
    }

    private Isolation(List<Path> places, boolean jar, Duration patience, int mostMegabytes) {
        this.mostMegabytes = mostMegabytes;
        this.places = List.copyOf(places);
        this.jar = jar;
        sharing = jar;
        this.patience = patience;
        Runtime.getRuntime().addShutdownHook(atEnd);
        Thread watcher = new Thread(this::watch, "overthink-guests");
        watcher.setDaemon(true);
        watcher.start();
    }

    /**
     * Processes for the plugins of one jar, one for each thread: its strategies are made in it one after the other.
     *
     * @param patience how long a plugin may neither call its session nor come back
     */
    public static Isolation ofJar(Path jar, Duration patience) {
        return new Isolation(List.of(jar), true, patience, MEGABYTES);
    }

    /**
     * Has the strategies that are made meanwhile share a process by thread, as those of one jar do: it is there before they play, so
     * that whoever writes their calls down sees those of no other, and strategies that are made in numbers start no process each.
     */
    public <T> T sharing(Supplier<T> made) {
        sharing = true;
        try {
            return made.get();
        } finally {
            sharing = jar;
        }
    }

    /** Whether strategies that are made now share this thread's process. */
    boolean shares() {
        return sharing;
    }

    /** Whether it is for one jar. */
    boolean ofJar() {
        return jar;
    }

    /** The process that this thread's strategies share; null when there is none yet, or none is shared. */
    @Nullable
    GuestProcess shared() {
        GuestProcess process = shared.get(Thread.currentThread());
        return process != null && process.alive() ? process : null;
    }

    /** Shares a process among this thread's strategies, if they do. */
    void share(GuestProcess process) {
        if (sharing) {
            shared.put(Thread.currentThread(), process);
        }
    }

    /** Every provider, as the process that answers for them introduces it; what is wrong goes to {@code problems}. */
    List<FoundProvider> providers(List<String> problems) {
        try {
            GuestProcess guest = host();
            problems.addAll(guest.problems());
            return guest.introductions().stream()
                    .map(introduction -> IsolatedProvider.of(this, introduction))
                    .toList();
        } catch (PluginFailure failure) {
            problems.add(String.valueOf(failure.getMessage()));
            return List.of();
        }
    }

    /** Asks the process that answers for providers. */
    synchronized List<?> ask(String name, Map<String, Object> parameters) {
        return host().ask(name, parameters);
    }

    private synchronized GuestProcess host() {
        GuestProcess current = host;
        if (current == null || !current.alive()) {
            current = start();
            host = current;
        }
        return current;
    }

    /** Starts a process that has loaded the plugins. */
    GuestProcess start() {
        return new GuestProcess(this, places, patience);
    }

    Duration patience() {
        return patience;
    }

    /** How this Java starts a guest: as it was started itself. */
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + mostMegabytes + "m",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Dfile.encoding=UTF-8"));
        if (Guest.class.getModule().isNamed()) {
            command.addAll(List.of(
                    "-p",
                    System.getProperty("jdk.module.path"),
                    "-m",
                    Guest.class.getModule().getName() + "/" + Guest.class.getName()));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Guest.class.getName()));
        }
        return command;
    }

    void add(GuestProcess process) {
        alive.add(process);
        if (closed) {
            process.close();
        }
    }

    void remove(GuestProcess process) {
        alive.remove(process);
    }

    private void watch() {
        long playing = (long) (SHARE_OF_PATIENCE * patience.toNanos());
        // While plugins are loaded and asked a guest keeps the patience itself.
        long asking = 2 * patience.toNanos() + START_NANOS;
        while (!closed) {
            alive.forEach(process -> process.glance(playing, asking));
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void endAll() {
        closed = true;
        alive.forEach(GuestProcess::close);
    }

    @Override
    public void close() {
        endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            // this process ends already
        }
    }
}
