package overthink.strategies.particle;

/** What tests see of a particle method beyond its calls of the session. */
interface ParticleTrace {

    /** Looks at nothing. */
    ParticleTrace NONE = new ParticleTrace() {};

    /**
     * Says which particles were drawn, in the order drawn: the parents of a resampling, or the references kept.
     *
     * @param indices into the particles as they stood
     * @param count how many of {@code indices}, from index 0
     */
    default void drawn(int[] indices, int count) {}

    /**
     * Says what an iteration ended with.
     *
     * @param nodes the particles
     * @param logWeights by which one of them is drawn, up to a common summand
     * @param count how many there are
     */
    default void result(int[] nodes, double[] logWeights, int count) {}

    /** Says which particle of the last iteration was chosen. */
    default void selected(int index) {}
}
