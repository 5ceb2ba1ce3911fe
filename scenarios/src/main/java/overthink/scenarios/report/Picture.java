package overthink.scenarios.report;

import overthink.scenarios.chart.BarChart;
import overthink.scenarios.chart.BarData;
import overthink.scenarios.chart.ChartSize;
import overthink.scenarios.chart.CurveChart;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.Drawing;
import overthink.scenarios.chart.HeatChart;
import overthink.scenarios.chart.HeatData;
import overthink.scenarios.chart.ShareChart;
import overthink.scenarios.chart.ShareData;

/** A picture that can be drawn at any size. */
public sealed interface Picture {

    /** What it is. */
    String title();

    /** What to know to read it. */
    String note();

    /** Lays it out. */
    Drawing draw(ChartSize size);

    /** Its numbers as a table; none where the rows have them. */
    default PictureTable table() {
        return PictureTable.NONE;
    }

    /** Its specification in Vega-Lite. */
    String vegaLite();

    /**
     * Curves.
     *
     * @param data what they show
     * @param note what to know to read them
     * @param table their numbers, where rows do not have them
     */
    record Curves(CurveData data, String note, PictureTable table) implements Picture {

        /** Curves of what rows have. */
        Curves(CurveData data, String note) {
            this(data, note, PictureTable.NONE);
        }

        @Override
        public String title() {
            return data.title();
        }

        @Override
        public Drawing draw(ChartSize size) {
            return CurveChart.of(data, size);
        }

        @Override
        public String vegaLite() {
            return VegaLite.of(data);
        }
    }

    /**
     * A grid of numbers.
     *
     * @param data what it shows
     * @param note what to know to read it
     */
    record Heat(HeatData data, String note) implements Picture {

        @Override
        public String title() {
            return data.title();
        }

        @Override
        public Drawing draw(ChartSize size) {
            return HeatChart.of(data, size);
        }

        @Override
        public String vegaLite() {
            return VegaLite.of(data);
        }
    }

    /**
     * Bars.
     *
     * @param data what they show
     * @param note what to know to read them
     */
    record Bars(BarData data, String note) implements Picture {

        @Override
        public String title() {
            return data.title();
        }

        @Override
        public Drawing draw(ChartSize size) {
            return BarChart.of(data, size);
        }

        @Override
        public String vegaLite() {
            return BarVegaLite.of(data);
        }
    }

    /**
     * Wholes and their parts.
     *
     * @param data what they show
     * @param note what to know to read them
     * @param table their numbers
     */
    record Shares(ShareData data, String note, PictureTable table) implements Picture {

        @Override
        public String title() {
            return data.title();
        }

        @Override
        public Drawing draw(ChartSize size) {
            return ShareChart.of(data, size);
        }

        @Override
        public String vegaLite() {
            return BarVegaLite.of(data);
        }
    }
}
