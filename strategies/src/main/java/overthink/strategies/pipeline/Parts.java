package overthink.strategies.pipeline;

import overthink.core.api.NamedPart;
import overthink.core.api.Session;

/** The policies and verifiers of a trial by name. */
final class Parts {

    private Parts() {}

    /** The trial as a policy works on it. */
    static Session policy(Session session, String name) {
        return name.equals(NamedPart.FIRST) ? session : session.policy(session.policyNumber(name));
    }

    /** The trial as a verifier judges it. */
    static Session verifier(Session session, String name) {
        return name.equals(NamedPart.FIRST) ? session : session.verifier(session.verifierNumber(name));
    }
}
