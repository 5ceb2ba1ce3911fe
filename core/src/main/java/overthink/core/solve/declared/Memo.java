package overthink.core.solve.declared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for, once for all threads. */
public final class Memo<T> {

    private final Supplier<T> maker;
    private @Nullable T value;

    /** A value that {@code maker} makes. */
    public Memo(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value. */
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
