/**
 * Pictures: what they show is data of a known shape ({@link overthink.scenarios.chart.CurveData},
 * {@link overthink.scenarios.chart.HeatData}, {@link overthink.scenarios.chart.BarData}), laid out once into a
 * {@link overthink.scenarios.chart.Drawing}, which is written as SVG, PDF or PNG. Depends on the texts of numbers alone.
 */
@NullMarked
package overthink.scenarios.chart;

import org.jspecify.annotations.NullMarked;
