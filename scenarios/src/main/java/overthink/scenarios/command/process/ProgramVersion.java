package overthink.scenarios.command.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.JarFile;

/** Which version of the program this is, and of which sources it was built. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version of the jar that this class is in. */
    public static String version() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The commit of the sources that the jar was built of, as the build said; empty when it did not. */
    public static String commit() {
        CodeSource source = ProgramVersion.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
            return "";
        }
        try (JarFile jar = new JarFile(Path.of(source.getLocation().toURI()).toFile())) {
            String commit = jar.getManifest().getMainAttributes().getValue("Implementation-Build");
            return commit == null || commit.equals("unknown") ? "" : commit;
        } catch (IOException | URISyntaxException e) {
            return "";
        }
    }
}
