package overthink.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Follows an exact route over all problems, on several threads; which thread solves which problem does not matter. */
final class Solving {

    private final Experiment experiment;
    private final List<Scene> scenes;
    private final Route.Exact route;
    private final Route.Standing[][] standings;
    private final Route.Ceiling[] ceilings;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Solving(Experiment experiment, List<Scene> scenes, Route.Exact route) {
        this.experiment = experiment;
        this.scenes = scenes;
        this.route = route;
        standings = new Route.Standing[scenes.size()][];
        ceilings = new Route.Ceiling[scenes.size()];
    }

    /** Solves every problem. */
    void run(int threads) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, scenes.size()); i++) {
            Thread thread = new Thread(this::work, "overthink-solver");
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        work();
        try {
            for (Thread thread : others) {
                thread.join();
            }
        } catch (InterruptedException e) {
            next.set(scenes.size());
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("an exact value could not be had: " + thrown.getMessage(), thrown);
        }
    }

    private void work() {
        try {
            ProblemView view = new ProblemView(experiment.world(), scenes.get(0));
            Route.Solver solver = route.solver();
            for (int problem = next.getAndIncrement(); problem < scenes.size(); problem = next.getAndIncrement()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("the run was interrupted");
                }
                solve(problem, view, solver);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            next.set(scenes.size());
        }
    }

    private void solve(int problem, ProblemView view, Route.Solver solver) {
        view.turnTo(scenes.get(problem));
        solver.turnTo(view);
        long[] candidates = view.candidates(experiment.budgets());
        Route.Standing[] curve = new Route.Standing[candidates.length];
        for (int budget = 0; budget < curve.length; budget++) {
            curve[budget] = candidates[budget] == 0 ? Route.Standing.NOTHING : solver.at(candidates[budget]);
        }
        standings[problem] = curve;
        ceilings[problem] = solver.ceiling();
    }

    /** By problem and budget. */
    Route.Standing[][] standings() {
        return standings;
    }

    /** By problem. */
    Route.Ceiling[] ceilings() {
        return ceilings;
    }
}
