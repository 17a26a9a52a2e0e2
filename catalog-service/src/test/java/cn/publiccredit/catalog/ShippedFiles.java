package cn.publiccredit.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the shipped content, where they are kept. */
public final class ShippedFiles {

    private static final Path FOLDER = Path.of("src", "main", "resources", "catalog");

    private ShippedFiles() {}

    /** The folder of a kind. */
    public static Path folder(String kind) {
        return FOLDER.resolve(kind);
    }

    /** The newest version of what has this name. */
    public static String newest(String kind, String name) {
        Pattern versions = Pattern.compile(Pattern.quote(name) + "-(\\d+)\\.json");
        try (Stream<Path> files = Files.list(folder(kind))) {
            return Files.readString(files.filter(file -> number(versions, file) > 0)
                    .max(Comparator.comparingInt(file -> number(versions, file))).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every version of every piece of a kind. */
    public static List<JsonNode> pieces(String kind) {
        try (Stream<Path> files = Files.list(folder(kind))) {
            return files.sorted().map(JsonMapper.shared()::readTree)
                    .flatMap(tree -> tree.isArray() ? tree.valueStream() : Stream.of(tree)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Pattern versions, Path file) {
        Matcher name = versions.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }
}
