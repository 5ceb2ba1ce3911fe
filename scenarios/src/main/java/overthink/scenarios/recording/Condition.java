package overthink.scenarios.recording;

import java.util.function.Predicate;

/**
 * A row counts when a cell has a value.
 *
 * @param column its name
 * @param value as the user wrote it
 * @param matches whether a cell has it
 */
public record Condition(String column, String value, Predicate<String> matches) {}
