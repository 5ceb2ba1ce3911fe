package overthink.scenarios.plugins;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.fault.Printable;
import overthink.core.fault.Thrown;

/**
 * The process of a plugin: it loads the plugins, answers for their providers, and plays their strategies with sessions that
 * are calls over its standard streams. No world, problem or truth is ever in its memory.
 */
public final class Guest {

    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 200;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Thread player = Thread.currentThread();
    private final Map<Method, Integer> numbers = new LinkedHashMap<>();
    /** The views of the trial in hand, by what was called for them. */
    private final Map<List<Object>, Session> views = new HashMap<>();

    private volatile boolean playing;
    private int printed;

    private Guest(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        for (List<Method> methods : List.of(Wire.SESSION, Wire.RANDOM)) {
            for (int i = 0; i < methods.size(); i++) {
                numbers.put(methods.get(i), i);
            }
        }
    }

    /** Serves until the other end is gone. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        Guest guest = new Guest(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        System.setIn(InputStream.nullInputStream());
        PrintStream printer = new PrintStream(guest.new Lines(), true, StandardCharsets.UTF_8);
        System.setOut(printer);
        System.setErr(printer);
        try {
            guest.serve();
        } catch (IOException gone) {
            // whoever wanted an answer is gone, or the plugin has closed the pipe
        } catch (Throwable broken) { // a plugin may have taken all memory
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0); // whatever threads and hooks a plugin has left
    }

    private void serve() throws IOException {
        Duration patience = Duration.ofMillis(in.readLong());
        boolean jar = in.readBoolean();
        List<Path> places = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            places.add(Path.of(in.readUTF()));
        }
        StrategyCatalog catalog;
        try {
            catalog = jar
                    ? StrategyCatalog.loadJar(places.get(0), patience, this::meet)
                    : StrategyCatalog.load(places, patience, this::meet);
        } catch (InvalidPluginsException e) {
            send(Wire.ANSWER, e.problems());
            return;
        }
        List<Object> introductions = new ArrayList<>();
        for (FoundProvider found : catalog.found()) {
            if (!found.origin().equals(FoundProvider.APPLICATION)) {
                StrategyProvider provider = found.provider();
                introductions.add(List.of(
                        provider.name(),
                        provider.summary(),
                        provider.parameters(),
                        found.className(),
                        found.origin(),
                        catalog.page(provider).orElse("")));
            }
        }
        send(Wire.ANSWER, List.of());
        send(Wire.ANSWER, introductions);
        List<Strategy> made = new ArrayList<>();
        while (true) {
            int order = in.readByte();
            if (order == Wire.RUN) {
                play(made.get(in.readInt()));
            } else if (order == Wire.ASK) {
                Strategy strategy = ask(catalog, in.readUTF());
                if (strategy != null) {
                    made.add(strategy);
                }
            } else {
                throw new IOException("no such order: " + order);
            }
        }
    }

    private void meet(String place) {
        try {
            send(Wire.MET, place);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Makes a strategy, and says what its provider says of it; null when it cannot. */
    private @Nullable Strategy ask(StrategyCatalog catalog, String name) throws IOException {
        Map<String, Object> given = new LinkedHashMap<>();
        if (Wire.read(in) instanceof Map<?, ?> sent) {
            sent.forEach((key, value) -> given.put(String.valueOf(key), value));
        }
        StrategyProvider provider = catalog.find(name).orElseThrow();
        Parameters parameters = Parameters.of(provider.parameters(), given);
        try {
            Strategy[] made = new Strategy[1];
            Optional<String> refusal = catalog.make(provider, parameters, made);
            if (refusal.isPresent()) {
                send(Wire.ANSWER, List.of("refused", refusal.get()));
                return null;
            }
            List<@Nullable Object> answer = new ArrayList<>();
            answer.add("made");
            answer.add(provider.anytime(parameters));
            answer.add(List.copyOf(provider.needs(parameters)));
            answer.add(provider.law(parameters).orElse(null));
            answer.add(List.copyOf(provider.names(parameters)));
            send(Wire.ANSWER, answer);
            return made[0];
        } catch (PluginFailure failure) {
            send(Wire.ANSWER, List.of("failed", String.valueOf(failure.getMessage())));
        } catch (IOException gone) {
            throw gone;
        } catch (Throwable thrown) { // a guest throws what it likes
            send(
                    Wire.ANSWER,
                    List.of("failed", "anytime(), needs(), names() or law() threw " + Thrown.describe(thrown)));
        }
        return null;
    }

    private void play(Strategy strategy) throws IOException {
        views.clear();
        Session session = session(Wire.OF_TRIAL);
        playing = true;
        Throwable end = null;
        try {
            strategy.run(session);
        } catch (Throwable thrown) { // a guest throws what it likes
            end = thrown;
        } finally {
            playing = false;
            Thread.interrupted();
        }
        if (end == null) {
            send(Wire.DONE, null);
        } else {
            send(Wire.THREW, Thrown.withPlace(end));
        }
    }

    /** A session that is calls of the trial, or of one of its views. */
    private Session session(int target) {
        return (Session)
                Proxy.newProxyInstance(Guest.class.getClassLoader(), new Class<?>[] {Session.class}, new Calls(target));
    }

    private void send(int what, @Nullable Object content) throws IOException {
        synchronized (out) {
            out.writeByte(what);
            Wire.write(out, content);
            out.flush();
        }
    }

    /** The calls of a session, of one of its views, or of its random stream. */
    private final class Calls implements InvocationHandler {

        private final int target;

        Calls(int target) {
            this.target = target;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
                throws Throwable {
            Integer number = numbers.get(method);
            @Nullable Object[] arguments = given == null ? new Object[0] : given;
            if (number == null) {
                return switch (method.getName()) {
                    case "toString" -> "a session";
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> InvocationHandler.invokeDefault(proxy, method, arguments);
                };
            }
            if (!playing || Thread.currentThread() != player) {
                send(Wire.TRESPASSED, Thread.currentThread().getName());
                throw new IllegalStateException(
                        "a session belongs to one trial, on the thread that plays it, and is dead afterwards");
            }
            try {
                return method.getReturnType() == Session.class
                        ? view(method, number, arguments)
                        : call(method, number, arguments);
            } catch (IOException gone) {
                throw new IllegalStateException("the trial is over", gone);
            }
        }

        /** A view of the trial, which is asked for once. */
        private Session view(Method method, int number, @Nullable Object[] arguments) throws IOException {
            List<Object> key = List.of(target, number, Arrays.toString(arguments));
            Session known = views.get(key);
            if (known == null) {
                if (!(call(method, number, arguments) instanceof Integer view)) {
                    throw new IOException("no view was made");
                }
                known = session(view);
                views.put(key, known);
            }
            return known;
        }

        private @Nullable Object call(Method method, int number, @Nullable Object[] arguments) throws IOException {
            synchronized (out) {
                out.writeByte(Wire.CALL);
                out.writeShort(target);
                out.writeByte(number);
                for (int i = 0; i < arguments.length; i++) {
                    Object argument = arguments[i];
                    if (argument != null && argument.getClass().isArray()) {
                        int used = Wire.used(arguments, i);
                        out.writeInt(java.lang.reflect.Array.getLength(argument));
                        out.writeInt(used);
                        Wire.writeArray(out, argument, used);
                    } else {
                        Wire.write(out, argument);
                    }
                }
                out.flush();
            }
            Object result = Wire.read(in);
            for (int i = 0; i < arguments.length; i++) {
                Object argument = arguments[i];
                if (argument != null && argument.getClass().isArray()) {
                    Wire.readArray(in, argument, Wire.used(arguments, i));
                }
            }
            if (method.getReturnType() == UniformRandomProvider.class) {
                return Proxy.newProxyInstance(
                        UniformRandomProvider.class.getClassLoader(),
                        new Class<?>[] {UniformRandomProvider.class},
                        new Calls(Wire.OF_STREAM));
            }
            return result;
        }
    }

    /** What a plugin prints, line by line, and no more than a person reads. */
    private final class Lines extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int one) {
            if (one != '\n') {
                if (line.size() < 4 * LONGEST_LINE) {
                    line.write(one);
                }
                return;
            }
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            if (++printed <= MOST_LINES) {
                try {
                    send(Wire.PRINTED, Printable.line(text, LONGEST_LINE));
                } catch (IOException gone) {
                    // nobody listens
                }
            }
        }
    }
}
