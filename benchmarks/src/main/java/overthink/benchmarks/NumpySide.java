package overthink.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code numpy_sim.py}, run in processes of its own. */
final class NumpySide {

    /** Prints the problems that the script draws for a seed. */
    private static final String PROBLEMS = """
            import json, sys, numpy
            a, b, seed, n = float(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
            print(json.dumps(numpy.random.default_rng(seed).beta(a, b, n).tolist()))
            """;

    /** Runs a strategy of whole candidates at the greatest budget alone; its world and problems are the script's defaults. */
    private static final String ONE_BUDGET = """
            import argparse, importlib.util, json, numpy, sys
            spec = importlib.util.spec_from_file_location("numpy_sim", sys.argv[1])
            sim = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(sim)
            sim.budgets = lambda n: [n]
            a = argparse.Namespace(**json.loads(sys.argv[3]))
            print(json.dumps(sim.run(sys.argv[2], numpy.random.default_rng([a.seed, 7]), a)))
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String python;
    private final String script;

    /**
     * The script.
     *
     * @param python the program that runs it
     * @param script its path
     */
    NumpySide(String python, String script) {
        this.python = python;
        this.script = script;
    }

    /** The problems' p under a seed. */
    double[] problems(int seed, int count) throws IOException {
        String list = outputOf(List.of(
                python,
                "-c",
                PROBLEMS,
                String.valueOf(PeerWorld.ALPHA),
                String.valueOf(PeerWorld.BETA),
                String.valueOf(seed),
                String.valueOf(count)));
        return numbers(JSON.readTree(list)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Runs one strategy. */
    SideRun run(String strategy, Job job) throws IOException {
        return parse(outputOf(List.of(
                python,
                script,
                "--strategies",
                strategy,
                "--seed",
                String.valueOf(job.seed()),
                "--problems",
                String.valueOf(job.problems()),
                "--trials",
                String.valueOf(job.trials()),
                "--budget",
                String.valueOf(job.budget()))));
    }

    /** Runs one strategy of whole candidates at the job's greatest budget alone. */
    SideRun runOneBudget(String strategy, Job job) throws IOException {
        Map<String, Number> values = Map.of(
                "seed", job.seed(),
                "problems", job.problems(),
                "trials", job.trials(),
                "budget", job.budget(),
                "answers", PeerWorld.ANSWERS,
                "alpha", PeerWorld.ALPHA,
                "beta", PeerWorld.BETA,
                "zipf", PeerWorld.EXPONENT,
                "d", PeerWorld.D);
        return parse(outputOf(List.of(python, "-c", ONE_BUDGET, script, strategy, JSON.writeValueAsString(values))));
    }

    /** What one line of the script's output says. It states no errors. */
    static SideRun parse(String line) {
        JsonNode run = JSON.readTree(line);
        return new SideRun(
                numbers(run.required("accuracy")),
                List.of(),
                run.required("draws").asDouble(),
                run.required("seconds").asDouble());
    }

    private static List<Double> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }

    private static String outputOf(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        // one thread, whatever NumPy was built with
        for (String library : List.of("OMP", "OPENBLAS", "MKL")) {
            builder.environment().put(library + "_NUM_THREADS", "1");
        }
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(
                        "%s ended with status %d; its message is above".formatted(command.get(0), status));
            }
            return text;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " ran", e);
        }
    }
}
