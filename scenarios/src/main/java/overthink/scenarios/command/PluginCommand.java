package overthink.scenarios.command;

import java.util.concurrent.Callable;

/** A command that knows plugins, whose processes end with it. */
interface PluginCommand extends Callable<Integer>, AutoCloseable {

    @Override
    void close();
}
