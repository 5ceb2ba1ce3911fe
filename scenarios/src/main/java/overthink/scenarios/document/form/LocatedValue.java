package overthink.scenarios.document.form;

import overthink.scenarios.document.yaml.Node;

/**
 * A value with the place where it is written.
 *
 * @param <T> the value's type
 * @param value what it means
 * @param node as written
 * @param spot where it stands
 */
public record LocatedValue<T>(T value, Node node, KeyPath spot) {}
