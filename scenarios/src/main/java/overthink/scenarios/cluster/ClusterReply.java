package overthink.scenarios.cluster;

/** Hears what became of one order, on any thread. */
public interface ClusterReply {

    /** The order was carried out. */
    void answered(byte[] answer);

    /**
     * The order will not be answered: the machine that had it is gone.
     *
     * @param reason in a few words
     */
    void lost(String reason);

    /**
     * No order will be answered any more: there is no cluster left.
     *
     * @param reason in a sentence, with what to do about it
     */
    void broken(String reason);
}
