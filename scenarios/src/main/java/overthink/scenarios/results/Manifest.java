package overthink.scenarios.results;

/**
 * Which run rows come from. {@code java}, {@code threads} and {@code seconds} are the only fields that differ
 * between two runs of one scenario by one version.
 *
 * @param scenario its name
 * @param digest of all that the scenario says
 * @param seed of all randomness
 * @param version of this program
 * @param java version that ran it
 * @param threads that ran it
 * @param seconds that the run took
 */
public record Manifest(
        String scenario, String digest, long seed, String version, String java, int threads, double seconds) {}
