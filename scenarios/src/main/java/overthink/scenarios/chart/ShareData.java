package overthink.scenarios.chart;

import java.util.List;
import java.util.Locale;

/**
 * Wholes and the parts that they are made of.
 *
 * @param title what the picture is
 * @param x what the parts are shares of
 * @param parts what is told apart, from the left; at least one
 * @param bars the wholes, from the top
 */
public record ShareData(String title, String x, List<Part> parts, List<Bar> bars) {

    /** Copies the lists. */
    public ShareData {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
    }

    /**
     * What is told apart.
     *
     * @param label what it is called
     * @param colour the number of its colour; its pattern goes by its place among the parts
     */
    public record Part(String label, int colour) {}

    /**
     * A whole.
     *
     * @param label what it is of
     * @param whole how much it is, as it is read
     * @param amounts of each part, at least 0
     * @param row the number of the row that says so; −1 for none
     */
    public record Bar(String label, String whole, List<Double> amounts, int row) {

        /** Copies the list. */
        public Bar {
            amounts = List.copyOf(amounts);
        }

        /** The share of the part of a number; 0 of a whole that is nothing. */
        public double share(int part) {
            double sum = amounts.stream().mapToDouble(Double::doubleValue).sum();
            return sum > 0 ? amounts.get(part) / sum : 0;
        }
    }

    /** A share as it is read, without its unit. */
    public static String percent(double share) {
        return share > 0 && share < .0005 ? "<0.1" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** What a part of a bar shows. */
    Datum datum(Bar bar, int part) {
        double share = bar.share(part);
        return Datum.of(bar.row(), bar.label(), parts.get(part).label(), share, percent(share) + " percent");
    }

    /** What the picture shows, in words. */
    String description() {
        StringBuilder words = new StringBuilder(title + ". ");
        for (Bar bar : bars) {
            words.append(bar.label()).append(", ").append(bar.whole()).append(":");
            String before = " ";
            for (int i = 0; i < parts.size(); i++) {
                if (bar.share(i) > 0) {
                    words.append("%s%s %% %s"
                            .formatted(
                                    before, percent(bar.share(i)), parts.get(i).label()));
                    before = ", ";
                }
            }
            words.append(". ");
        }
        return words.toString().strip();
    }
}
