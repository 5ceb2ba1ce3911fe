package overthink.scenarios.document.form;

import java.util.List;
import java.util.Map;

/**
 * A form that is written as another is, and means something else.
 *
 * @param <S> what the other means
 * @param <T> what this one means
 */
interface SameWriting<S, T> extends Form<T> {

    /** How it is written. */
    Form<S> written();

    @Override
    default Map<String, Object> schema(Definitions definitions) {
        return written().schema(definitions);
    }

    @Override
    default String what() {
        return written().what();
    }

    @Override
    default List<String> words() {
        return written().words();
    }

    @Override
    default boolean optional() {
        return written().optional();
    }
}
