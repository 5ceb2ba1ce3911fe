package overthink.scenarios.document.yaml;

/** Hears of every mistake. */
@FunctionalInterface
public interface MistakeListener {

    /**
     * One mistake.
     *
     * @param place where it stands
     * @param path the keys that lead to it, as {@code world.policy.steps}; empty for the whole
     * @param value what is written there; empty when the rule says it already
     * @param rule the rule that it breaks
     * @param hint what may have been meant; empty when nothing is near
     */
    void add(SourceLocation place, String path, String value, String rule, String hint);
}
