package overthink.scenarios.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Experiment;
import overthink.core.model.World;
import overthink.scenarios.document.form.AskedNumber;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.ReadingContext;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.remark.ChainRemarks;
import overthink.scenarios.document.remark.VerifierRemarks;
import overthink.scenarios.document.section.ScenarioForm;
import overthink.scenarios.document.section.ScenarioForm.Content;
import overthink.scenarios.document.section.SweepPlan;
import overthink.scenarios.document.yaml.Assignment;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.YamlReader;
import overthink.scenarios.document.yaml.YamlWriter;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.files.Digests;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.plugins.StrategyCatalog;
import overthink.scenarios.text.Amount;

/** Reads scenario files. */
public final class ScenarioReader {

    private final ScenarioForm form;

    /**
     * A reader.
     *
     * @param catalog the strategies that scenarios may name
     */
    public ScenarioReader(StrategyCatalog catalog) {
        this(catalog, List.of());
    }

    /**
     * A reader that knows more kinds of world.
     *
     * @param catalog the strategies that scenarios may name
     * @param worlds how the others are written, each told by keys of its own
     */
    public ScenarioReader(StrategyCatalog catalog, List<Variant<World>> worlds) {
        this.form = new ScenarioForm(catalog, worlds);
    }

    /**
     * Reads a scenario.
     *
     * @param file a YAML file; {@code -} for standard input
     * @param overrides values set from outside, each {@code path=value}, as {@code world.policy.steps=4}
     * @throws InvalidScenarioException with every mistake there is
     */
    public Scenario read(Path file, List<String> overrides) {
        return read(file, overrides, SweepWords.NONE);
    }

    /**
     * Reads a scenario.
     *
     * @param file a YAML file; {@code -} for standard input
     * @param overrides values set from outside, each {@code path=value}
     * @param words what to sweep beside what the file says
     * @throws InvalidScenarioException with every mistake there is
     */
    public Scenario read(Path file, List<String> overrides, SweepWords words) {
        Draft draft = draft(file, overrides);
        Diagnostics mistakes = draft.mistakes();
        return scenario(file, words.addTo(draft.document(), mistakes), mistakes);
    }

    /**
     * Reads a file whose keys are going to be set to several values. What it says is not looked at yet.
     *
     * @param file a YAML file; {@code -} for standard input
     * @param overrides values set from outside, each {@code path=value}
     * @throws InvalidScenarioException when it is no YAML, or an override cannot be made
     */
    public Draft draft(Path file, List<String> overrides) {
        Diagnostics diagnostics = new Diagnostics(TextFile.source(file));
        Node document = document(file, overrides, diagnostics);
        if (document == null) {
            diagnostics.throwIfAny();
            throw new IllegalStateException("%s was refused without a reason".formatted(file));
        }
        return new Draft(this, file, document, diagnostics);
    }

    /**
     * A scenario with what was read of it.
     *
     * @param scenario it
     * @param explained its document with every default filled in
     */
    record Whole(Scenario scenario, Node explained) {}

    /** What a document says; its mistakes are added to others. */
    Scenario scenario(Path file, Node document, Diagnostics diagnostics) {
        return whole(file, document, diagnostics).scenario();
    }

    /** What a document says, in full; its mistakes are added to others. */
    Whole whole(Path file, Node document, Diagnostics diagnostics) {
        Understood understood = understand(file, document, diagnostics);
        Content content = understood.content();
        Scenario scenario = new Scenario(
                content.name(),
                content.seed(),
                content.experiment(),
                understood.sweep(),
                understood.expectations(),
                content.allocation(),
                content.claim(),
                Digests.of(understood.scenario() + understood.sources()),
                file,
                YamlWriter.write(NamedFiles.renamed(understood.explained(), name -> absolute(name, folder(file))))
                        + understood.sources());
        return new Whole(scenario, understood.explained());
    }

    /** The full path of a file that a scenario in a folder names; the name itself where this system has no such file. */
    private static String absolute(String name, Path folder) {
        return FileTrouble.below(folder.toAbsolutePath(), name)
                .map(path -> path.normalize().toString())
                .orElse(name);
    }

    /**
     * The scenario with every default filled in; reading it gives the same scenario. Comments at the end say what follows
     * of the verifiers ({@link VerifierRemarks}) and of chains and merging ({@link ChainRemarks}), and name what is read from
     * other files, with a fingerprint of the rates.
     *
     * @param file a YAML file
     * @param overrides values set from outside, each {@code path=value}
     * @throws InvalidScenarioException with every mistake there is
     */
    public String explain(Path file, List<String> overrides) {
        Understood understood = understand(file, overrides);
        World world = understood.content().experiment().world();
        return understood.scenario()
                + understood
                        .sweep()
                        .map(sweep -> comments(
                                List.of("run at %s; the remarks below are on the scenario without its sweep and cases"
                                        .formatted(Amount.of(sweep.points().size(), "point")))))
                        .orElse("")
                + comments(new VerifierRemarks(world).all())
                + comments(new ChainRemarks(world).all())
                + understood.sources();
    }

    /** The JSON Schema (draft 2020-12) of scenario files. */
    public static String schema(StrategyCatalog catalog) {
        return JsonSchema.of(new ScenarioForm(catalog, List.of()).named("", ScenarioForm.Extent.WHOLE));
    }

    /**
     * A scenario that was read.
     *
     * @param content what it says; where it is run at several points, what is said of all
     * @param sweep its points; empty when it is run as it is alone
     * @param expectations of the rows
     * @param explained with every default filled in
     * @param sources comments that name what was read from other files
     */
    private record Understood(
            Content content, Optional<Sweep> sweep, List<Expectation> expectations, Node explained, String sources) {

        /** With every default filled in, as text. */
        String scenario() {
            return YamlWriter.write(explained);
        }
    }

    private Understood understand(Path file, List<String> overrides) {
        Draft draft = draft(file, overrides);
        return understand(file, draft.document(), draft.mistakes());
    }

    private Understood understand(Path file, Node document, Diagnostics diagnostics) {
        PointMistakes mistakes = new PointMistakes(diagnostics);
        ReadingContext scene = new ReadingContext(folder(file), mistakes);
        SweepPlan plan = form.plan(document, new KeyPath("", scene));
        Understood understood;
        if (plan == null) {
            understandAlone(form.base(document), file, scene); // for its mistakes
            understood = null;
        } else {
            understood = plan.isEmpty()
                    ? understandAlone(document, file, scene)
                    : understand(document, plan, file, scene, mistakes);
        }
        if (understood != null && understood.sweep().isEmpty()) {
            ScenarioForm.claimHasCorners(understood.content(), document, new KeyPath("", scene));
        }
        diagnostics.throwIfAny();
        if (understood == null) {
            throw new IllegalStateException("%s was refused without a reason".formatted(file));
        }
        return understood;
    }

    private @Nullable Understood understandAlone(Node document, Path file, ReadingContext scene) {
        ReadValue<Content> reading =
                form.named(name(file), ScenarioForm.Extent.WHOLE).read(document, new KeyPath("", scene));
        return reading == null
                ? null
                : new Understood(
                        reading.value(),
                        Optional.empty(),
                        reading.value().expectations(),
                        reading.explained(),
                        comments(scene.notes()));
    }

    /** The scenario at all its points. What is said of all points must be a scenario, too: it says what holds unless set. */
    private @Nullable Understood understand(
            Node written, SweepPlan plan, Path file, ReadingContext scene, PointMistakes mistakes) {
        String name = name(file);
        Node document = named(written, name);
        scene.remember();
        ReadValue<Content> base = form.named(name, ScenarioForm.Extent.POINT).read(document, new KeyPath("", scene));
        scene.rememberNoMore();
        List<ScenarioPoint> points = new PointReader(form, scene, mistakes).read(form.base(document), plan, name);
        if (base == null || points == null) {
            return null;
        }
        List<Experiment> experiments =
                points.stream().map(ScenarioPoint::experiment).toList();
        List<Expectation> expectations = ScenarioForm.expectations(base.value().written(), plan, experiments);
        List<List<String>> axes =
                plan.axes().stream().map(SweepPlan.Axis::paths).toList();
        return new Understood(
                base.value(),
                Optional.of(new Sweep(axes, points)),
                expectations,
                base.explained(),
                comments(scene.notes().stream().distinct().toList()));
    }

    /** A document that says its name: it is the same at all points. */
    private static Node named(Node document, String name) {
        if (!(document instanceof Node.Entries mapping) || mapping.find("name") != null) {
            return document;
        }
        List<Node.Entry> entries = new ArrayList<>(mapping.entries());
        entries.add(Node.Entry.of("name", Node.Scalar.text(name, mapping.place())));
        return new Node.Entries(entries, mapping.place());
    }

    /** What a document says, every default filled in; its mistakes are added to others. */
    Node explained(Path file, Node document, Diagnostics diagnostics) {
        return understand(file, document, diagnostics).explained();
    }

    /** The numbers that values set from outside a document are to be, as far as it can be read. */
    List<AskedNumber> numbers(Path file, Node document, Diagnostics diagnostics) {
        ReadingContext scene = new ReadingContext(folder(file), diagnostics);
        form.named(name(file), ScenarioForm.Extent.WHOLE).read(document, new KeyPath("", scene));
        return scene.numbers();
    }

    private static String comments(List<String> lines) {
        return lines.stream().map("# %s\n"::formatted).collect(Collectors.joining());
    }

    private static @Nullable Node document(Path file, List<String> overrides, Diagnostics diagnostics) {
        String text = TextFile.read(file, diagnostics);
        Node document = text == null ? null : YamlReader.read(text, TextFile.source(file), diagnostics);
        if (document != null) {
            for (String override : overrides) {
                document = Assignment.apply(document, override, diagnostics);
            }
        }
        return document;
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The file's name without its ending. */
    private static String name(Path file) {
        if (TextFile.isStandardInput(file)) {
            return "stdin";
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
