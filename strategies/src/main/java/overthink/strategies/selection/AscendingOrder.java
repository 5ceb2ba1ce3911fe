package overthink.strategies.selection;

/** Numbers put in order in their place, by heap sort: newer Java's {@code Arrays.sort} makes an object each time. */
public final class AscendingOrder {

    private AscendingOrder() {}

    /**
     * Sorts the first numbers of an array, ascending by {@link Double#compare}: −0 before 0, {@code NaN} last.
     *
     * @param count how many, at most the length
     */
    public static void sort(double[] numbers, int count) {
        for (int root = count / 2 - 1; root >= 0; root--) {
            sink(numbers, root, count);
        }
        for (int last = count - 1; last > 0; last--) {
            double greatest = numbers[0];
            numbers[0] = numbers[last];
            numbers[last] = greatest;
            sink(numbers, 0, last);
        }
    }

    /** Lets the number at a root of a heap of {@code size} sink below all that are greater. */
    private static void sink(double[] heap, int root, int size) {
        double sinking = heap[root];
        int at = root;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && Double.compare(heap[child + 1], heap[child]) > 0) {
                child++;
            }
            if (Double.compare(heap[child], sinking) <= 0) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = sinking;
    }
}
