package overthink.scenarios.plugins;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Session;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Fault.Kind;
import overthink.core.fault.Printable;

/** This end of a {@link Guest}: its process, and the calls that it makes. For one thread at a time. */
final class GuestProcess implements AutoCloseable {

    private static final long GRACE_MILLIS = 500;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Isolation isolation;
    private final List<String> problems;
    private final List<?> introductions;
    private String met = "a plugin";
    private int made;

    /** Since when the guest has not said a word, in nanoseconds; 0 while it is not its turn. */
    private volatile long silentSince;

    private volatile boolean playing;
    private volatile boolean impatient;

    /**
     * Starts one, and waits until it has loaded the plugins.
     *
     * @throws PluginFailure when it ends before that
     */
    GuestProcess(Isolation isolation, List<Path> places, Duration patience) {
        this.isolation = isolation;
        try {
            process = new ProcessBuilder(isolation.command())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new PluginFailure("no process can be started for plugins (%s)".formatted(e.getMessage()));
        }
        in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        isolation.add(this);
        try {
            out.writeLong(patience.toMillis());
            out.writeBoolean(isolation.ofJar());
            out.writeInt(places.size());
            for (Path place : places) {
                Wire.text(out, place.toString());
            }
            out.flush();
            problems = ((List<?>) answer()).stream().map(String::valueOf).toList();
            introductions = problems.isEmpty() ? (List<?>) answer() : List.of();
        } catch (IOException | ClassCastException e) {
            throw new PluginFailure("%s: %s while it was loaded".formatted(met, end()));
        }
    }

    /** Why the plugins cannot be used; empty when they can. */
    List<String> problems() {
        return problems;
    }

    /** What each provider says of itself. */
    List<?> introductions() {
        return introductions;
    }

    /**
     * Has a strategy made.
     *
     * @return a word of how it went, and what there is to say of it
     * @throws PluginFailure when the process ends
     */
    List<?> ask(String name, Map<String, Object> parameters) {
        try {
            out.writeByte(Wire.ASK);
            Wire.text(out, name);
            Wire.write(out, parameters);
            out.flush();
            List<?> answer = (List<?>) answer();
            made += answer.get(0).equals("made") ? 1 : 0;
            return answer;
        } catch (IOException | ClassCastException e) {
            throw new PluginFailure("create() " + end());
        }
    }

    /** How many strategies it has made; the last is one less. */
    int made() {
        return made;
    }

    private Object answer() throws IOException {
        try {
            while (true) {
                silentSince = Math.max(1, System.nanoTime());
                int what = in.readByte();
                Object content = Wire.read(in);
                if (what == Wire.MET) {
                    met = Printable.line(String.valueOf(content));
                } else if (what == Wire.ANSWER && content != null) {
                    return content;
                } else {
                    heard(what, content);
                }
            }
        } finally {
            silentSince = 0;
        }
    }

    /**
     * Lets the guest play a trial.
     *
     * @param strategy which of those {@linkplain #made made}, from 0
     */
    void play(int strategy, Session session, String who, Duration patience) {
        playing = true;
        try {
            out.writeByte(Wire.RUN);
            out.writeInt(strategy);
            out.flush();
            UniformRandomProvider random = null;
            List<Session> views = new ArrayList<>();
            while (true) {
                silentSince = Math.max(1, System.nanoTime());
                int what = in.readByte();
                if (what == Wire.CALL) {
                    int whose = in.readUnsignedShort();
                    Method method = (whose == Wire.OF_STREAM ? Wire.RANDOM : Wire.SESSION).get(in.readUnsignedByte());
                    Object target = switch (whose) {
                        case Wire.OF_TRIAL -> session;
                        case Wire.OF_STREAM -> random;
                        default -> views.get(whose - Wire.OF_VIEWS);
                    };
                    if (target == null) {
                        throw new IOException("no stream was asked for");
                    }
                    Object result = call(method, target, views);
                    if (result instanceof UniformRandomProvider stream) {
                        random = stream;
                    }
                    continue;
                }
                Object content = Wire.read(in);
                if (what == Wire.DONE) {
                    return;
                }
                if (what == Wire.THREW) {
                    throw new ContractViolation(
                            Kind.THREW, "threw %s in its process (%s)".formatted(Printable.line(text(content)), who));
                }
                heard(what, content);
            }
        } catch (IOException | IndexOutOfBoundsException | ClassCastException e) {
            String end = end();
            if (impatient) {
                throw new ContractViolation(
                        Kind.LOOPED,
                        "neither called its session nor came back for %s s; --patience allows more (%s)"
                                .formatted(patience.toMillis() / 1e3, who));
            }
            throw new ContractViolation(Kind.THREW, "%s (%s)".formatted(end, who));
        } finally {
            playing = false;
            silentSince = 0;
        }
    }

    private void heard(int what, @Nullable Object content) throws IOException {
        switch (what) {
            case Wire.PRINTED -> System.err.println(text(content));
            case Wire.TRESPASSED ->
                throw new ContractViolation(
                        Kind.TRESPASSED,
                        "called a session on the thread '%s', which did not play its trial at that time"
                                .formatted(Printable.line(text(content))));
            default -> throw new IOException("no such message: " + what);
        }
    }

    private static String text(@Nullable Object content) {
        return String.valueOf(content);
    }

    /** Makes a call for the guest, and sends what it brings. What the session throws ends the trial. */
    private @Nullable Object call(Method method, Object target, List<Session> views) throws IOException {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            if (types[i].isArray()) {
                int length = in.readInt();
                int used = in.readInt();
                if (length < 0 || used < 0 || used > length) {
                    throw new IOException("no array has %d of %d elements".formatted(used, length));
                }
                Object array = Array.newInstance(types[i].getComponentType(), length);
                Wire.readArray(in, array, used);
                arguments[i] = array;
            } else {
                arguments[i] = Wire.read(in);
            }
        }
        silentSince = 0; // the session's time is not the guest's
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            close();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new IOException("no such call", e);
        }
        if (result instanceof Session view) {
            if (views.size() == Wire.MOST_VIEWS) {
                throw new IOException("too many views");
            }
            views.add(view);
            result = Wire.OF_VIEWS + views.size() - 1;
        }
        Wire.write(out, result instanceof UniformRandomProvider ? null : result);
        for (int i = 0; i < arguments.length; i++) {
            if (types[i].isArray()) {
                Wire.writeArray(out, arguments[i], Wire.used(arguments, i));
            }
        }
        out.flush();
        return result;
    }

    /** Ends the process when it has been silent for longer than its patience. */
    void glance(long playingNanos, long askingNanos) {
        long since = silentSince;
        if (since != 0 && System.nanoTime() - since > (playing ? playingNanos : askingNanos)) {
            impatient = true;
            process.destroyForcibly();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** How the process ended, in words; it is ended when it did not. */
    private String end() {
        try {
            if (process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                return impatient
                        ? "did not come back"
                        : "ended its process with status %d".formatted(process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
        return "broke off the talk with this program";
    }

    @Override
    public void close() {
        process.destroyForcibly();
        isolation.remove(this);
    }
}
