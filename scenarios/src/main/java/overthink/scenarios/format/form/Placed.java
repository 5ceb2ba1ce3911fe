package overthink.scenarios.format.form;

import overthink.scenarios.format.yaml.Node;

/**
 * A value with the place where it is written.
 *
 * @param <T> the value's type
 * @param value what it means
 * @param node as written
 * @param spot where it stands
 */
public record Placed<T>(T value, Node node, Spot spot) {}
