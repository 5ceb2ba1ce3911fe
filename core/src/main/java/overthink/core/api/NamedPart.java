package overthink.core.api;

import java.util.Set;

/**
 * A policy or verifier that the parameters of a strategy name. A world that has none of that name, or one that cannot do what it is
 * asked, is refused before anything runs.
 *
 * @param part what it is
 * @param name its name in the world; {@link #FIRST} is the first, whatever it is called
 * @param able what it must be able to do, of what the world as a whole may be {@linkplain Capability able} to
 */
public record NamedPart(Part part, String name, Set<Capability> able) {

    /** The name of the first, whatever it is called. */
    public static final String FIRST = "first";

    /** What has names in a world. */
    public enum Part {
        /** Who generates. */
        POLICY("policy", "policies"),
        /** Who scores candidates. */
        VERIFIER("verifier", "verifiers");

        private final String label;
        private final String labels;

        Part(String label, String labels) {
            this.label = label;
            this.labels = labels;
        }

        /** As a message names it, and the key of a parameter that names one. */
        public String label() {
            return label;
        }

        /** As a message names several, and the key of a parameter that names some. */
        public String labels() {
            return labels;
        }
    }

    /** Copies the set. */
    public NamedPart {
        able = Set.copyOf(able);
    }
}
