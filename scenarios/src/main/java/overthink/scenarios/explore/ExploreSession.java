package overthink.scenarios.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.scenarios.document.InvalidScenarioException;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;
import overthink.scenarios.report.LiveRun;

/**
 * What the page asks for: a scenario's numbers and laws, its pictures as they come, where a comparison begins to hold. A new
 * picture ends the run for the one before.
 */
public final class ExploreSession {

    /** What can be asked. */
    static final Set<String> CALLS = Set.of("draw", "pin", "unpin", "solve");

    private static final int MOST_PINS = 6;

    /** After so many pictures Java has compiled what makes them. */
    private static final int WARMING = 60;

    private static final Duration LONGEST_WARMING = Duration.ofSeconds(10);

    private final String start;
    private final StrategyCatalog catalog;
    private final ExploreText texts;
    private final int threads;
    private final AtomicLong newest = new AtomicLong();
    private final ReentrantLock running = new ReentrantLock();
    private final ExactRows exactRows = new ExactRows();
    private final List<LiveRun> pins = new CopyOnWriteArrayList<>();
    private volatile @Nullable LiveRun last;

    /**
     * A session.
     *
     * @param start the text of the first scenario
     * @param folder where texts are put while they are read
     * @param threads of runs
     */
    public ExploreSession(String start, StrategyCatalog catalog, Path folder, int threads) {
        this.start = start;
        this.catalog = catalog;
        this.threads = threads;
        texts = new ExploreText(new ScenarioReader(catalog), folder);
    }

    /** Takes lines of an answer. */
    interface Answer {
        void line(String json) throws IOException;
    }

    /** Makes the first scenario's pictures for nobody, until somebody asks for something: what is compiled by then is faster. */
    public void warm() {
        warm(WARMING);
    }

    void warm(int most) {
        long end = System.nanoTime() + LONGEST_WARMING.toNanos();
        for (int i = 0; i < most && newest.get() == 0 && System.nanoTime() < end; i++) {
            running.lock();
            try {
                ExploreText.Read read = texts.read(start);
                BooleanSupplier stop = () -> newest.get() != 0;
                new ExploreRun(read.scenario(), new ExactRows(), threads, stop)
                        .exact((json, standing, trials, done) -> {
                            ExploreJson.state(start, read.scenario(), read.sliders(), runnable(read));
                            LiveRun.of(json).pictures(List.of(), "", false);
                        });
            } catch (IOException | RuntimeException refused) {
                return; // whoever asks will be told why
            } finally {
                running.unlock();
            }
        }
    }

    String page() {
        return ExplorePage.of(start);
    }

    /** How many texts were read. */
    int readings() {
        return texts.readings();
    }

    /** How often the rows of a strategy were worked out by mathematics. */
    int solved() {
        return exactRows.solved();
    }

    /** Ends what runs. */
    void stop() {
        newest.incrementAndGet();
    }

    /** What is left to do when others may ask again. */
    private interface Rest {
        void run() throws IOException;
    }

    void call(String name, Map<String, String> query, String text, Answer answer) throws IOException {
        long own = newest.incrementAndGet();
        BooleanSupplier old = () -> newest.get() != own;
        try {
            begun(name, query, text, old, answer).run();
        } catch (InvalidScenarioException refused) {
            answer.line(ExploreJson.messages(ExploreText.messages(refused)));
        } catch (IllegalArgumentException | IllegalStateException refused) {
            answer.line(
                    ExploreJson.messages(List.of(new ExploreText.Message(0, String.valueOf(refused.getMessage())))));
        }
    }

    /** Does what is asked but for trials, which take so long to stop that whoever asks next does not wait for it. */
    private Rest begun(String name, Map<String, String> query, String text, BooleanSupplier old, Answer answer)
            throws IOException {
        running.lock(); // the one before ends soon, as it is no longer the newest
        try {
            if (old.getAsBoolean()) {
                return () -> {};
            }
            switch (name) {
                case "pin" -> pin(answer);
                case "unpin" -> pins.clear();
                case "solve" -> ExploreSolve.answer(texts, query, text, threads, old, answer);
                default -> {
                    return draw(query, text, old, answer);
                }
            }
            return () -> {};
        } finally {
            running.unlock();
        }
    }

    private void pin(Answer answer) throws IOException {
        LiveRun shown = last;
        if (shown == null || pins.size() == MOST_PINS) {
            String words = shown == null ? "there is nothing to pin yet" : "there are %d pins".formatted(MOST_PINS);
            answer.line(ExploreJson.messages(List.of(new ExploreText.Message(0, words))));
        } else {
            pins.add(shown);
        }
    }

    private Rest draw(Map<String, String> query, String text, BooleanSupplier old, Answer answer) throws IOException {
        String changed = changed(query, text);
        ExploreText.Read read = texts.read(changed);
        answer.line(ExploreJson.state(changed, read.scenario(), read.sliders(), runnable(read)));
        ExploreRun run = new ExploreRun(read.scenario(), exactRows, threads, old);
        ExploreRun.Listener listener = (json, standing, trials, done) -> {
            LiveRun rows = LiveRun.of(json);
            last = rows;
            String pictures = rows.pictures(
                    pins,
                    query.getOrDefault("x", ""),
                    query.getOrDefault("size", "").equals("narrow"));
            answer.line(ExploreJson.picture(pictures, rows.headline(), rows.axes(), standing, trials, done));
        };
        run.exact(listener);
        return () -> run.played(listener);
    }

    /** A text with the number set, or the strategy added or removed, that is asked for; itself when nothing is. */
    private String changed(Map<String, String> query, String text) throws IOException {
        String path = query.getOrDefault("set", "");
        String strategy = query.getOrDefault("strategy", "");
        if (!path.isEmpty()) {
            ExploreText.Read base = texts.base(text);
            String value = query.containsKey("share")
                    ? base.slider(path).at(Double.parseDouble(query.get("share")))
                    : query.getOrDefault("value", "");
            return base.draft().text(List.of(path + "=" + value));
        }
        if (!strategy.isEmpty()) {
            ExploreText.Read base = texts.base(text);
            return base.draft().text(List.of("strategies=" + toggled(base, strategy)));
        }
        return text;
    }

    /** The strategies that can run in the world of a scenario. */
    private List<String> runnable(ExploreText.Read read) {
        List<String> names = new ArrayList<>();
        for (StrategyProvider provider : catalog.all()) {
            try {
                if (ConfiguredStrategy.of(provider, Map.of())
                        .refusal(read.scenario().experiment().world())
                        .isEmpty()) {
                    names.add(provider.name());
                }
            } catch (IllegalArgumentException needsParameters) {
                // it is added in the text
            }
        }
        return names;
    }

    /** The list of strategies with one more, or without it, in YAML. */
    private static String toggled(ExploreText.Read read, String name) {
        List<String> entries = new ArrayList<>();
        boolean there = false;
        for (ConfiguredStrategy strategy : read.scenario().experiment().strategies()) {
            if (strategy.name().equals(name)) {
                there = true;
            } else {
                entries.add(
                        strategy.given().isEmpty()
                                ? strategy.name()
                                : "{%s: %s}".formatted(strategy.name(), ExploreJson.flow(strategy.given())));
            }
        }
        if (!there) {
            entries.add(name);
        }
        return "[" + String.join(", ", entries) + "]";
    }
}
