package overthink.core.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a strategy introduces itself; found with {@link java.util.ServiceLoader}.
 *
 * <p>A provider may ship a page about its strategy: a resource {@code NAME.md} beside its class, which the command line
 * prints.
 *
 * <p>All but {@link #create} is asked once, when the provider is loaded or a scenario is read, and its first answer holds. A
 * method that throws, answers with null where it must not, or does not come back within the run's patience (30 seconds,
 * unless told otherwise) is reported with the provider's class and jar before anything runs.
 */
public interface StrategyProvider {

    /** The name in scenario files: lower case words joined by hyphens, unique among all strategies. */
    String name();

    /** One sentence that defines the strategy. */
    String summary();

    /** Its parameters; an undeclared one in a scenario is an error. */
    default List<ParameterSpec> parameters() {
        return List.of();
    }

    /**
     * Makes a strategy: once when a scenario is read, to see whether the values fit together, and once for each thread of a
     * run, on that thread, again after a fault.
     *
     * @param parameters a value for each of {@link #parameters()}, checked against its range
     * @throws IllegalArgumentException when the values do not fit together; the message is shown to the user
     */
    Strategy create(Parameters parameters);

    /**
     * Whether one pass serves every budget, because the strategy never plans for its limit and commits its best so far
     * as it goes; otherwise each budget gets a pass of its own.
     */
    default boolean anytime(Parameters parameters) {
        return false;
    }

    /** What it needs of a world. A world that lacks one is refused before anything runs. */
    default Set<Capability> needs(Parameters parameters) {
        return Set.of();
    }

    /** The policies and verifiers that the parameters name. A world that lacks one is refused before anything runs. */
    default List<NamedPart> names(Parameters parameters) {
        return List.of();
    }

    /**
     * The law of the strategy, if it has one of those that are known: rows are then found by mathematics where that can be
     * done, without the strategy being played. A claim that is not true makes them wrong; the contract test compares it with
     * trials. Like all other answers it is asked once.
     */
    default Optional<Law> law(Parameters parameters) {
        return Optional.empty();
    }
}
