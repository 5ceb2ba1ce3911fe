package overthink.scenarios.results.machine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.expectation.PointKey;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/** Writes JSON with the point that an object is of as the first of its properties, where that is asked for. */
final class PointLabels extends JsonGeneratorDelegate {

    private @Nullable PointKey next;

    PointLabels(JsonGenerator json) {
        super(json, false);
    }

    /** The next object is of this point. */
    void label(PointKey point) {
        next = point.equals(PointKey.ONLY) ? null : point;
    }

    @Override
    public JsonGenerator writeStartObject() {
        super.writeStartObject();
        PointKey point = next;
        next = null;
        if (point != null) {
            write(this, point);
        }
        return this;
    }

    /** Writes the properties {@code case} and {@code sweep} of a point. */
    static void write(JsonGenerator json, PointKey point) {
        if (!point.name().isEmpty()) {
            json.writeStringProperty("case", point.name());
        }
        if (!point.values().isEmpty()) {
            json.writeObjectPropertyStart("sweep");
            point.values().forEach((path, value) -> {
                json.writeName(path);
                if (value instanceof BigDecimal) {
                    json.writeNumber(PointKey.text(value));
                } else if (value instanceof Boolean flag) {
                    json.writeBoolean(flag);
                } else {
                    json.writeString(value.toString());
                }
            });
            json.writeEndObject();
        }
    }
}
