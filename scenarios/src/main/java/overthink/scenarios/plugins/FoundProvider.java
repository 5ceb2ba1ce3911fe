package overthink.scenarios.plugins;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import overthink.core.api.StrategyProvider;
import overthink.core.fault.Printable;
import overthink.core.fault.Thrown;

/**
 * A provider and where it was found.
 *
 * @param provider the application's own, or as a plugin's introduced itself
 * @param className of the provider
 * @param origin "the application", or the path of its jar
 */
record FoundProvider(StrategyProvider provider, String className, String origin) {

    /** Where the strategies that come with this program are from. */
    static final String APPLICATION = "the application";

    /** More failures than this in one place end the search there. */
    private static final int MOST_FAILURES = 100;

    /** A provider that is trusted to come back; it is asked everything that is asked later. */
    static FoundProvider trusted(StrategyProvider provider) {
        Interview.holdHere(topics -> new Introduced(provider, topics));
        return new FoundProvider(provider, provider.getClass().getName(), APPLICATION);
    }

    /** The providers of the application; why one cannot be made goes to {@code problems}. */
    static List<FoundProvider> ofApplication(ServiceLoader<StrategyProvider> loader, List<String> problems) {
        return in(loader, APPLICATION, type -> true, found -> trusted(found.get()), problems);
    }

    /**
     * The providers of one jar; why one cannot be made, or does not introduce itself in time, goes to {@code problems}.
     *
     * @param own which classes are the jar's to offer
     */
    static List<FoundProvider> ofPlugin(
            ServiceLoader<StrategyProvider> loader,
            String jar,
            Predicate<Class<?>> own,
            Duration patience,
            List<String> problems) {
        return in(
                loader,
                jar,
                own,
                found -> {
                    String className = Printable.line(found.type().getName());
                    return Interview.hold(jar + ": " + className, patience, topics -> {
                        topics.next("its constructor or static initialiser");
                        return new FoundProvider(new Introduced(made(found), topics), className, jar);
                    });
                },
                problems);
    }

    /** Makes a provider, and throws what its constructor throws. */
    private static StrategyProvider made(ServiceLoader.Provider<StrategyProvider> found) {
        try {
            return found.get();
        } catch (ServiceConfigurationError e) {
            Throwable cause = e.getCause();
            if (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new PluginFailure(
                    cause == null
                            ? describe(e)
                            : "its constructor or static initialiser threw " + Thrown.describe(cause));
        }
    }

    /** Introduces what a loader found. */
    @FunctionalInterface
    private interface Introduction {
        FoundProvider hold(ServiceLoader.Provider<StrategyProvider> found);
    }

    private static List<FoundProvider> in(
            ServiceLoader<StrategyProvider> loader,
            String origin,
            Predicate<Class<?>> own,
            Introduction introduction,
            List<String> problems) {
        List<FoundProvider> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<StrategyProvider>> providers =
                loader.stream().iterator();
        for (int failures = 0; failures < MOST_FAILURES; ) {
            String place = origin;
            try {
                if (!providers.hasNext()) {
                    break;
                }
                ServiceLoader.Provider<StrategyProvider> next = providers.next();
                if (own.test(next.type())) {
                    place += ": " + Printable.line(next.type().getName());
                    found.add(introduction.hold(next));
                }
            } catch (PluginFailure e) {
                failures++;
                problems.add("%s: %s".formatted(place, e.getMessage()));
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
                problems.add("%s: %s".formatted(place, describe(e)));
            }
        }
        return found;
    }

    /** What went wrong, in one line. */
    private static String describe(Throwable problem) {
        Throwable cause = problem.getCause();
        if (problem instanceof ServiceConfigurationError) {
            String text = Printable.line(problem.getMessage()).replace(StrategyProvider.class.getName() + ": ", "");
            return cause == null ? text : "%s (%s)".formatted(text, Thrown.describe(cause));
        }
        return "it threw " + Thrown.describe(problem);
    }

    @Override
    public String toString() {
        return origin + ": " + className;
    }
}
