package overthink.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Resource;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.model.DrawnWorld;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.route.Route;

/** Follows an exact route over all problems, on several threads; which thread solves which problem does not matter. */
final class ExactRun {

    private static final long GLANCE_MILLIS = 20;

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final Route.Exact route;
    private final Execution execution;
    private final SolvingProgress progress;

    ExactRun(
            Experiment experiment, DrawnWorld drawn, Route.Exact route, Execution execution, SolvingProgress progress) {
        this.experiment = experiment;
        this.drawn = drawn;
        this.route = route;
        this.execution = execution;
        this.progress = progress;
    }

    /** Looks at one problem after the other; called on several threads at once, once for each problem. */
    @FunctionalInterface
    interface Visitor {

        /** Looks at a problem to which the solver was turned. */
        void visit(int problem, Route.Solver solver);
    }

    /**
     * What is known of every problem.
     *
     * @param outcomes by problem and amount
     * @param details by problem and amount; none where nobody asks
     * @param limits by problem; none where budgets end
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Solutions(ExpectedOutcome[][] outcomes, ExpectedDetail[][] details, LimitOutcome[] limits) {}

    /** The outcomes under budgets of some amounts, and the limits. */
    Solutions solve(long[] amounts) {
        boolean detailed = !experiment.observations().isEmpty()
                || !experiment.world().qualities().isEmpty();
        Solutions solutions = new Solutions(
                new ExpectedOutcome[drawn.size()][],
                new ExpectedDetail[detailed ? drawn.size() : 0][],
                new LimitOutcome[route.endless() ? drawn.size() : 0]);
        each((problem, solver) -> {
            ExpectedOutcome[] curve = new ExpectedOutcome[amounts.length];
            ExpectedDetail[] details = new ExpectedDetail[amounts.length];
            for (int i = 0; i < curve.length; i++) {
                long candidates = candidates(problem, amounts[i]);
                curve[i] = at(solver, problem, amounts[i]);
                details[i] =
                        !detailed || candidates == 0 ? ExpectedDetail.NOTHING : solver.detail(candidates, curve[i]);
            }
            solutions.outcomes[problem] = curve;
            if (detailed) {
                solutions.details[problem] = details;
            }
            if (route.endless()) {
                solutions.limits[problem] = solver.limit().orElseThrow();
            }
        });
        return solutions;
    }

    /** The outcome under a budget of an amount of the experiment's resource. */
    ExpectedOutcome at(Route.Solver solver, int problem, long amount) {
        long candidates = candidates(problem, amount);
        return candidates == 0 ? ExpectedOutcome.NOTHING : solver.at(candidates);
    }

    private long candidates(int problem, long amount) {
        return experiment.budgets().resource() == Resource.STEPS ? amount / drawn.steps(problem) : amount;
    }

    /** Shows every problem to a visitor. */
    void each(Visitor visitor) {
        progress.plan(drawn.size());
        Pass pass = new Pass(visitor);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(execution.threads(), drawn.size()); i++) {
            Thread thread = new Thread(pass::work, "overthink-solver");
            thread.setDaemon(true);
            thread.start();
            workers.add(thread);
        }
        try {
            for (Thread worker : workers) {
                for (worker.join(GLANCE_MILLIS); worker.isAlive(); worker.join(GLANCE_MILLIS)) {
                    progress.tell();
                    if (execution.stop().getAsBoolean()) {
                        pass.end();
                        throw new StoppedException();
                    }
                }
            }
        } catch (InterruptedException e) {
            pass.end();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
        progress.tell();
        Throwable thrown = pass.failure.get();
        if (thrown instanceof Error error) {
            throw error; // for want of memory, say, which the caller can tell by its type
        }
        if (thrown != null) {
            throw new IllegalStateException("no exact value could be worked out: " + thrown, thrown);
        }
    }

    /** One visit of all problems. */
    private final class Pass {

        private final Visitor visitor;
        private final AtomicInteger next = new AtomicInteger();
        final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Pass(Visitor visitor) {
            this.visitor = visitor;
        }

        void work() {
            try {
                Route.Solver solver = route.solver(drawn);
                for (int problem = next.getAndIncrement(); problem < drawn.size(); problem = next.getAndIncrement()) {
                    solver.turnTo(problem);
                    visitor.visit(problem, solver);
                    progress.advance();
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                end();
            }
        }

        void end() {
            next.set(drawn.size());
        }
    }
}
