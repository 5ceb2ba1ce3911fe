package overthink.scenarios.plugins;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import overthink.core.api.StrategyProvider;

/**
 * A provider and where it was found.
 *
 * @param provider the provider
 * @param origin "the application", or the path of its jar
 */
record FoundProvider(StrategyProvider provider, String origin) {

    /** More failures than this in one place end the search there. */
    private static final int MOST_FAILURES = 100;

    /** The providers that a service loader can make; why it cannot make the others goes to {@code problems}. */
    static List<FoundProvider> in(ServiceLoader<StrategyProvider> loader, String origin, List<String> problems) {
        List<FoundProvider> found = new ArrayList<>();
        Iterator<StrategyProvider> providers = loader.iterator();
        for (int failures = 0; failures < MOST_FAILURES; ) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                found.add(new FoundProvider(providers.next(), origin));
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
                problems.add("%s: %s".formatted(origin, describe(e)));
            }
        }
        return found;
    }

    /** What went wrong, in one line. */
    static String describe(Throwable problem) {
        if (problem instanceof IllegalArgumentException && problem.getMessage() != null) {
            return problem.getMessage();
        }
        Throwable cause = problem.getCause();
        if (problem instanceof ServiceConfigurationError) {
            String text = String.valueOf(problem.getMessage()).replace(StrategyProvider.class.getName() + ": ", "");
            return cause == null ? text : text + " (" + cause + ")";
        }
        if (problem instanceof ExceptionInInitializerError && cause != null) {
            return "its class cannot be initialised (" + cause + ")";
        }
        return "it threw " + problem;
    }

    @Override
    public String toString() {
        return origin + ": " + provider.getClass().getName();
    }
}
