package overthink.scenarios.document.form;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;

/** The values of a mapping's keys, as far as they could be read. */
public final class Fields {

    private final Node.Entries mapping;
    private final KeyPath spot;
    private final IdentityHashMap<Key<?>, ReadValue<?>> readings = new IdentityHashMap<>();
    private final IdentityHashMap<Key<?>, Node> stated = new IdentityHashMap<>();
    private boolean sound = true;

    Fields(Node.Entries mapping, KeyPath spot) {
        this.mapping = mapping;
        this.spot = spot;
    }

    /** Reads a key that is given, or that has a default. */
    <T> void read(Key<T> key) {
        Node given = mapping.find(key.name());
        Node node = given == null ? key.fallback() : given;
        if (given != null) {
            stated.put(key, given);
        }
        if (node != null) {
            ReadValue<T> known = spot.scene().recall(key, node);
            ReadValue<T> reading = known == null ? key.form().read(node, spot.key(key.name())) : known;
            if (reading == null) {
                sound = false;
            } else {
                readings.put(key, reading);
                spot.scene().remember(key, node, reading);
            }
        }
    }

    /** Where the mapping stands. */
    public KeyPath spot() {
        return spot;
    }

    /** Whether a key is given, rather than left to its default. */
    public boolean stated(Key<?> key) {
        return stated.containsKey(key);
    }

    /** Whether a key has a value: one given without a mistake, a default, or a derived one. */
    public boolean has(Key<?> key) {
        return readings.containsKey(key);
    }

    /**
     * A key's value.
     *
     * @throws IllegalStateException when it has none
     */
    @SuppressWarnings("unchecked") // read(Key) and derive(Key, …) put a reading of the key's own type there
    public <T> T get(Key<T> key) {
        return (T) reading(key).value();
    }

    /** A key's value as it is written in full. */
    public Node explained(Key<?> key) {
        return reading(key).explained();
    }

    private ReadValue<?> reading(Key<?> key) {
        ReadValue<?> reading = readings.get(key);
        if (reading == null) {
            throw new IllegalStateException("no value of " + key.name());
        }
        return reading;
    }

    /** Says what follows from other values for a key that is left out. */
    public <T> void derive(Key<T> key, T value, Node explained) {
        readings.put(key, new ReadValue<>(value, explained));
    }

    /** Says that a key has no value after all, since others say what it would. */
    public void leaveOut(Key<?> key) {
        readings.remove(key);
    }

    /** Where a key's value is written; for one that is left out, where the mapping starts. */
    public SourceLocation place(Key<?> key) {
        Node node = stated.get(key);
        return node == null ? mapping.place() : node.place();
    }

    /** Reports that a key's value breaks a rule, which names the value. */
    public void refuse(Key<?> key, String rule, String hint) {
        sound = false;
        spot.key(key.name()).report(place(key), rule, hint);
    }

    /** Reports that the values do not fit together. */
    public void refuse(String rule, String hint) {
        sound = false;
        spot.report(mapping.place(), rule, hint);
    }

    /** Reports that a key is missing. */
    public void missing(Key<?> key) {
        refuse("%s is missing: %s".formatted(key.name(), key.description()), "");
    }

    /** Reports what an action refuses with an {@link IllegalArgumentException} at a key. */
    public void attempt(Key<?> blamed, Runnable action) {
        try {
            action.run();
        } catch (IllegalArgumentException refused) {
            refuse(blamed, String.valueOf(refused.getMessage()), "");
        }
    }

    /** Says that a mistake was reported elsewhere. */
    public void spoil() {
        sound = false;
    }

    /** Whether no mistake was reported. */
    public boolean sound() {
        return sound;
    }

    /** The mapping written in full, its keys in the order given here. */
    Node explained(List<Key<?>> order) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Key<?> key : order) {
            @Nullable ReadValue<?> reading = readings.get(key);
            boolean follows = key.presence() instanceof Key.Presence.Derived && !stated(key);
            if (reading != null && !(follows && spot.scene().open())) {
                entries.add(Node.Entry.of(key.name(), reading.explained()));
            }
        }
        return new Node.Entries(entries, mapping.place());
    }
}
