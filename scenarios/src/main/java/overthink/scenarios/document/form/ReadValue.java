package overthink.scenarios.document.form;

import overthink.scenarios.document.yaml.Node;

/**
 * A value as it was read.
 *
 * @param <T> the value's type
 * @param value what it means
 * @param explained how it is written in full: every default filled in, one spelling for one meaning; reading this gives
 *     the same value
 */
public record ReadValue<T>(T value, Node explained) {}
