package overthink.scenarios.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import overthink.scenarios.files.JsonValues;
import overthink.scenarios.store.BrokenRunException;

/** Pages and pictures of what commands stored. */
public final class Reports {

    /** The names of files in Markdown. */
    private static final Pattern MARKDOWN = Pattern.compile("(?is)(.+)\\.(?:md|markdown)");

    private Reports() {}

    /**
     * A page on runs.
     *
     * @param places folders of runs, or files of documents; at least one
     * @param caps what may be spent, by the label of a {@linkplain #resources resource}
     * @throws BrokenRunException when one is neither
     */
    public static String page(List<Path> places, Map<String, Double> caps) throws IOException {
        return HtmlReport.of(read(places), caps, Overlay.NONE);
    }

    /** Whether there are pictures of a stored run: candidates are right or wrong in it. */
    public static boolean drawn(Path run) throws IOException {
        return ReportDocument.drawn(run);
    }

    /** The labels of the resources that pictures are laid out by. */
    public static List<String> resources() {
        return Arrays.stream(ReportResource.values()).map(ReportResource::label).toList();
    }

    /**
     * What a page is made of while it is not stored.
     *
     * @param json a document
     * @param scenario the text of the scenario as it ran
     */
    public record Source(String json, String scenario) {}

    /**
     * What a page is made of when it is written.
     *
     * @param text of it
     * @param pictures documents in SVG that lie beside it, by the names of their files; none for a page in HTML, which holds them
     */
    public record Page(String text, Map<String, String> pictures) {

        /** Copies the map, in its order. */
        public Page {
            pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
        }
    }

    /**
     * A page on stored runs for a file: in Markdown when its name ends in {@code .md} or {@code .markdown}, else in HTML.
     *
     * @param places folders of runs, or files of documents; at least one
     * @param caps what may be spent, by the label of a {@linkplain #resources resource}
     * @param over runs, and CSV files of published curves, whose curves are laid over those of the others
     * @throws BrokenRunException when one is not what it must be
     */
    public static Page page(List<Path> places, Map<String, Double> caps, List<Path> over, Path file)
            throws IOException {
        List<ReportDocument> documents = read(places);
        Overlay overlay = Overlay.read(over);
        overlay.check(documents);
        return written(documents, caps, overlay, file);
    }

    /** The same on documents that are not stored. */
    public static Page pageOf(List<Source> sources, Path file) throws IOException {
        List<ReportDocument> documents = new ArrayList<>();
        for (Source source : sources) {
            StoredObject fields = StoredObject.of(JsonValues.of(source.json()));
            documents.add(ReportDocument.of(fields.object("manifest"), source.scenario(), fields));
        }
        return written(documents, Map.of(), Overlay.NONE, file);
    }

    private static Page written(List<ReportDocument> documents, Map<String, Double> caps, Overlay overlay, Path file) {
        Matcher markdown = MARKDOWN.matcher(String.valueOf(file.getFileName()));
        return markdown.matches()
                ? MarkdownReport.of(documents, caps, overlay, markdown.group(1))
                : new Page(HtmlReport.of(documents, caps, overlay), Map.of());
    }

    /** The pictures of a document that are shown where no switch chooses: those of the budgets' resource, on all problems. */
    static List<Picture> mainPictures(ReportDocument document, Map<String, Double> caps, Overlay overlay) {
        List<ReportRow> rows = document.rows();
        if (!curves(document)) {
            return rows.isEmpty() && !drawn(document) ? List.of() : pictures(document, List.of(), Overlay.NONE);
        }
        List<ReportResource> resources = ReportResource.of(rows);
        ReportResource first = resources.get(0);
        ReportResource money = resources.contains(ReportResource.USD) ? ReportResource.USD : first;
        CurvePictures curves = new CurvePictures(rows, overlay);
        List<Picture> pictures = new ArrayList<>();
        pictures.add(curves.accuracy(CurvePictures.ALL, first, cap(caps, first)));
        pictures.addAll(curves.falseAccepts(first));
        pictures.addAll(MoneyPictures.of(rows));
        pictures.addAll(MatchPictures.of(rows, CurvePictures.ALL));
        pictures.add(FrontierPicture.of(rows, money, cap(caps, money)));
        return pictures;
    }

    private static List<Double> cap(Map<String, Double> caps, ReportResource resource) {
        return Optional.ofNullable(caps.get(resource.label())).stream().toList();
    }

    /** Whether a document is of strategies against what they spend. */
    static boolean curves(ReportDocument document) {
        List<ReportRow> rows = document.rows();
        return !rows.isEmpty()
                && !PlanPictures.plan(document.all())
                && !ComparisonPictures.comparison(document.all())
                && !ForecastPictures.forecast(document)
                && !SweepPictures.swept(rows);
    }

    /** The pictures of a run, the first of which is the one that is meant when nothing else is said. */
    public static List<Picture> pictures(Path place, List<Double> caps, List<Path> over) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        List<ReportDocument> documents = ReportDocument.read(place);
        Overlay overlay = Overlay.read(over);
        overlay.check(documents);
        for (ReportDocument document : documents) {
            if (document.rows().isEmpty() && !drawn(document)) {
                throw new BrokenRunException("%s: there are no rows to draw".formatted(place));
            }
            pictures.addAll(pictures(document, caps, overlay));
        }
        return pictures;
    }

    /** Whether a document has pictures without rows. */
    private static boolean drawn(ReportDocument document) {
        return PlanPictures.plan(document.all())
                || ComparisonPictures.comparison(document.all())
                || FittedPictures.fitted(document.all());
    }

    /** The pictures of a document with rows. */
    static List<Picture> pictures(ReportDocument document, List<Double> caps, Overlay overlay) {
        List<ReportRow> rows = document.rows();
        if (PlanPictures.plan(document.all())) {
            return List.of(PlanPictures.flips(document));
        }
        if (ComparisonPictures.comparison(document.all())) {
            return List.of(ComparisonPictures.accuracies(document));
        }
        if (FittedPictures.fitted(document.all())) {
            return FittedPictures.of(document);
        }
        if (ForecastPictures.forecast(document)) {
            return List.of(ForecastPictures.of(document));
        }
        if (SweepPictures.swept(rows)) {
            return SweepPictures.of(rows);
        }
        List<Picture> pictures = new ArrayList<>();
        CurvePictures curves = new CurvePictures(rows, overlay);
        for (ReportResource resource : ReportResource.of(rows)) {
            for (String bin : curves.bins()) {
                pictures.add(curves.accuracy(bin, resource, caps));
            }
        }
        pictures.addAll(MoneyPictures.of(rows));
        pictures.addAll(MatchPictures.of(rows));
        pictures.addAll(LawPictures.of(rows, document.all().objects("limits")));
        for (ReportResource resource : ReportResource.of(rows)) {
            pictures.add(FrontierPicture.of(rows, resource, caps));
        }
        return pictures;
    }

    private static List<ReportDocument> read(List<Path> places) throws IOException {
        List<ReportDocument> documents = new ArrayList<>();
        for (Path place : places) {
            documents.addAll(ReportDocument.read(place));
        }
        return documents;
    }
}
