package overthink.core.solve;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for, once for all threads. */
final class Memo<T> {

    private final Supplier<T> maker;
    private @Nullable T value;

    Memo(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
