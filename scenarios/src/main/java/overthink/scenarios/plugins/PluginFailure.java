package overthink.scenarios.plugins;

/** What a plugin did instead of answering: one line that names the method. */
public final class PluginFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    PluginFailure(String message) {
        super(message);
    }
}
