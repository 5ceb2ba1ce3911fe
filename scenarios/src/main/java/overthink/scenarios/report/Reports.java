package overthink.scenarios.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import overthink.scenarios.files.JsonValues;
import overthink.scenarios.store.BrokenRunException;

/** Pages and pictures of what commands stored. */
public final class Reports {

    private Reports() {}

    /**
     * A page on runs.
     *
     * @param places folders of runs, or files of documents; at least one
     * @param caps what may be spent, by the label of a {@linkplain #resources resource}
     * @throws BrokenRunException when one is neither
     */
    public static String page(List<Path> places, Map<String, Double> caps) throws IOException {
        return HtmlReport.of(read(places), caps);
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

    /** A page on documents, of which there is at least one. */
    public static String pageOf(List<Source> sources) throws IOException {
        List<ReportDocument> documents = new ArrayList<>();
        for (Source source : sources) {
            StoredObject fields = StoredObject.of(JsonValues.of(source.json()));
            documents.add(ReportDocument.of(fields.object("manifest"), source.scenario(), fields));
        }
        return HtmlReport.of(documents, Map.of());
    }

    /** The pictures of a run, the first of which is the one that is meant when nothing else is said. */
    public static List<Picture> pictures(Path place, List<Double> caps) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (ReportDocument document : ReportDocument.read(place)) {
            boolean drawn = PlanPictures.plan(document) || ComparisonPictures.comparison(document.all());
            if (document.rows().isEmpty() && !drawn) {
                throw new BrokenRunException("%s: there are no rows to draw".formatted(place));
            }
            pictures.addAll(pictures(document, caps));
        }
        return pictures;
    }

    /** The pictures of a document with rows. */
    static List<Picture> pictures(ReportDocument document, List<Double> caps) {
        List<ReportRow> rows = document.rows();
        if (PlanPictures.plan(document)) {
            return List.of(PlanPictures.flips(document));
        }
        if (ComparisonPictures.comparison(document.all())) {
            return List.of(ComparisonPictures.accuracies(document));
        }
        if (ForecastPictures.forecast(document)) {
            return List.of(ForecastPictures.of(document));
        }
        if (SweepPictures.swept(rows)) {
            return SweepPictures.of(rows);
        }
        List<Picture> pictures = new ArrayList<>();
        CurvePictures curves = new CurvePictures(rows);
        for (ReportResource resource : ReportResource.of(rows)) {
            for (String bin : curves.bins()) {
                pictures.add(curves.accuracy(bin, resource, caps));
            }
        }
        pictures.addAll(MatchPictures.of(rows));
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
