package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.api.Session;

class SessionMethodsTest {

    /** A default of the interface knows no budget and no guard: the engine's own sessions leave none to it. */
    @Test
    void defaults_ofTheInterface_areAllOverridden() {
        for (Class<?> session : List.of(TrialSession.class, GuardedSession.class, TrialView.class)) {
            for (Method method : Session.class.getMethods()) {
                assertTrue(
                        Arrays.stream(session.getDeclaredMethods())
                                .anyMatch(own -> own.getName().equals(method.getName())
                                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes())),
                        () -> "%s does not declare %s".formatted(session.getSimpleName(), method));
            }
        }
    }
}
