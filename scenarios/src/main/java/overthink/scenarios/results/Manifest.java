package overthink.scenarios.results;

/**
 * Which run rows come from. {@code java}, {@code threads}, {@code seconds} and the {@code occasion} are all that differs
 * between two runs of one scenario by one version.
 *
 * @param scenario its name
 * @param digest of all that the scenario says
 * @param seed of all randomness
 * @param version of this program
 * @param java version that ran it
 * @param threads that ran it
 * @param seconds that the run took
 * @param occasion when, where and how it was started
 */
public record Manifest(
        String scenario,
        String digest,
        long seed,
        String version,
        String java,
        int threads,
        double seconds,
        Occasion occasion) {

    /**
     * When, where and how a run was started.
     *
     * @param date of the start, in ISO 8601
     * @param command as it was given
     * @param commit of the sources that this program was built of; empty when the build does not know
     * @param system that ran it, and its kind of processor
     * @param cores that the host offers
     */
    public record Occasion(String date, String command, String commit, String system, int cores) {

        /** Nothing is known. */
        public static final Occasion UNKNOWN = new Occasion("", "", "", "", 0);
    }

    /** The run of an unknown occasion. */
    public Manifest(
            String scenario, String digest, long seed, String version, String java, int threads, double seconds) {
        this(scenario, digest, seed, version, java, threads, seconds, Occasion.UNKNOWN);
    }
}
