package overthink.scenarios.command.option;

import java.util.concurrent.Callable;

/** A command that knows plugins, whose processes end with it. */
public interface PluginCommand extends Callable<Integer>, AutoCloseable {

    @Override
    void close();
}
