package overthink.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a measurement was made.
 *
 * @param processor its model's name, as the system tells
 * @param cores how many the JVM may use
 * @param java the JVM's name and version
 * @param system name and version of the operating system
 */
record Machine(String processor, int cores, String java, String system) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final int LOOK_MILLIS = 500;

    /** This machine now. */
    static Machine here() {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
    }

    /** In one line. */
    String description() {
        return "%s, %d cores; %s; %s".formatted(processor, cores, java, system);
    }

    /** The share of all cores' time that is in use, by a look of half a second while this program sleeps. */
    static double busy() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        system.getCpuLoad(); // the next call tells the time from here on
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.max(0, system.getCpuLoad());
    }

    private static String processorName() {
        if (Files.isReadable(PROCESSORS)) {
            try (Stream<String> lines = Files.lines(PROCESSORS)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }
}
