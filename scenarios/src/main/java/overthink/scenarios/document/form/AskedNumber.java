package overthink.scenarios.document.form;

import overthink.scenarios.document.yaml.SourceLocation;

/**
 * A number that is to stand somewhere.
 *
 * @param path the keys that lead to it
 * @param place where the value is written
 * @param least that it may be
 * @param most that it may be
 * @param whole whether it must be whole
 */
public record AskedNumber(String path, SourceLocation place, double least, double most, boolean whole) {}
