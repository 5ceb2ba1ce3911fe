package overthink.scenarios.forecast;

import java.util.Optional;
import overthink.core.fit.difficulty.MoreSamples;
import overthink.core.fit.forecast.RecordingForecast;

/**
 * An answer of {@code overthink forecast}.
 *
 * @param facts what it was made of
 * @param forecast its rows and what they rest on
 * @param more what to record next; empty when that was not asked for, or nothing is forecast
 */
public record ForecastDocument(ForecastFacts facts, RecordingForecast forecast, Optional<MoreSamples> more) {}
