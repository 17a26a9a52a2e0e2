package cn.publiccredit.portal.rulebook;

import cn.publiccredit.portal.settings.PortalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Last good copies as files, whole or not there; a disk that fails costs the copies for a worse day, and no page. */
@Component
class Folder {

    private static final Logger log = LoggerFactory.getLogger(Folder.class);

    private final Path path;
    private final JsonMapper json;

    Folder(PortalSettings settings, JsonMapper json) {
        this.path = settings.ruleBooks().folder();
        this.json = json;
    }

    void keep(String name, JsonNode content) {
        try {
            Files.createDirectories(path);
            Path whole = Files.createTempFile(path, "new", ".tmp");
            try {
                Files.write(whole, json.writeValueAsBytes(content));
                Files.move(whole, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException failure) {
            log.warn("{} of the catalogue could not be kept in {}", name, path, failure);
        }
    }

    /** What was kept under this name; empty when nothing usable was. */
    Optional<JsonNode> kept(String name) {
        try {
            return Optional.of(json.readTree(Files.readAllBytes(path.resolve(name))));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | JacksonException unusable) {
            log.warn("the copy {} in {} cannot be used", name, path, unusable);
            return Optional.empty();
        }
    }

    /** The names of all that is kept. */
    List<String> names() {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (IOException failure) {
            log.warn("the copies in {} cannot be listed", path, failure);
            return List.of();
        }
    }
}
