package overthink.core.api;

/**
 * An inference-time strategy: a way to spend a budget on one problem.
 *
 * <p>One instance serves many trials, one after the other, on one thread. It may keep scratch arrays from trial to
 * trial, and nothing that changes what it does: the same session calls must follow whatever trials came before.
 */
@FunctionalInterface
public interface Strategy {

    /**
     * Plays one trial: spends, looks and commits until it has decided or the budget is gone. Whatever it throws stops the
     * strategy, and no other; so does neither calling the session nor coming back for longer than the run's patience (30
     * seconds, unless told otherwise).
     *
     * @param session the trial; not to be used after this method returns
     */
    void run(Session session);
}
