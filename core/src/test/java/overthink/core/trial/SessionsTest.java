package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.api.Session;
import overthink.core.testkit.ForwardingSession;

class SessionsTest {

    /** A default method that is not handed on would do nothing, or something else, without a word. */
    @Test
    void sessions_everyMethod_isTheirOwn() {
        for (Class<?> type : List.of(TrialSession.class, GuardedSession.class, ForwardingSession.class)) {
            for (Method method : Session.class.getMethods()) {
                if (!Modifier.isStatic(method.getModifiers()) && !handedOnOtherwise(type, method)) {
                    assertDoesNotThrow(
                            () -> type.getDeclaredMethod(method.getName(), method.getParameterTypes()),
                            type.getSimpleName());
                }
            }
        }
    }

    /** The test kit's session makes batches of these of single calls, so that a test sees each. */
    private static boolean handedOnOtherwise(Class<?> type, Method method) {
        return type == ForwardingSession.class
                && (method.getName().equals("probabilities")
                        || method.getName().equals("complete") && method.getParameterCount() > 1);
    }
}
