package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The items that catalog-service ships in their newest versions, read from where it keeps them. */
public final class Items {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Items() {}

    public static CatalogItem item(String code) {
        return JSON.readValue(json(code), CatalogItem.class);
    }

    /** An item as JSON that a test has changed. */
    public static CatalogItem parsed(String json) {
        return JSON.readValue(json, CatalogItem.class);
    }

    public static String json(String code) {
        return read("items", code);
    }

    /** The code set of divisions, withdrawn ones included. */
    public static String divisions() {
        return read("code-sets", "divisions");
    }

    /** All masks. */
    public static String masks() {
        return read("masks", "national");
    }

    /** A commitment template. */
    public static String template(String code) {
        for (JsonNode template : JSON.readTree(read("commitment-templates", "national"))) {
            if (template.get("code").asString().equals(code)) {
                return template.toString();
            }
        }
        throw new IllegalArgumentException(code);
    }

    /** A report's template. */
    public static String reportTemplate(String code) {
        return read("report-templates", code);
    }

    /** The rules that these values break as a row of a file would. */
    public static List<BrokenRule> broken(String code, Map<String, String> values, LocalDate today) {
        CatalogItem item = item(code);
        List<String> titles = item.columns().stream().map(Column::code).toList();
        Header header = ((Header.Match.Matched) Header.match(titles, item)).header();
        List<String> cells = titles.stream().map(title -> values.getOrDefault(title, "")).toList();
        Judgement judgement = new ItemJudge(item, header, new ItemJudge.Circumstances(today, "", Set.of(), false))
                .judge(new Row(2, cells, null));
        return judgement instanceof Judgement.Broken broken ? broken.rules() : List.of();
    }

    private static String read(String folder, String name) {
        Path kind = Path.of("..", "catalog-service", "src", "main", "resources", "catalog", folder);
        Pattern versions = Pattern.compile(Pattern.quote(name) + "-(\\d+)\\.json");
        try (Stream<Path> files = Files.list(kind)) {
            return Files.readString(files.filter(file -> number(versions, file) > 0)
                    .max(Comparator.comparingInt(file -> number(versions, file))).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Pattern versions, Path file) {
        Matcher name = versions.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }
}
