package overthink.scenarios.document;

import java.util.OptionalDouble;

/**
 * A key of a scenario whose value is a number.
 *
 * @param path the keys that lead to it
 * @param least that it may be
 * @param most that it may be
 * @param whole whether it must be whole
 * @param current what it is; empty where the scenario is written in another way, without it
 */
public record NumberKey(String path, double least, double most, boolean whole, OptionalDouble current) {}
