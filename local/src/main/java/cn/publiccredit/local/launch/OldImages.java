package cn.publiccredit.local.launch;

import cn.publiccredit.local.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Images of earlier builds: a few hundred MB each time something is rebuilt, so they go once a newer one is in use. */
final class OldImages {

    private static final Pattern IMAGE = Pattern.compile("(local|[a-z]+-service|gateway|portal)-[0-9a-f]{12,}");

    private final Path images;
    private final Processes processes;

    OldImages(Path images, Processes processes) {
        this.images = images;
        this.processes = processes;
    }

    /** Deletes images that no process was started from, of applications that do run from another image. */
    void delete() {
        if (!Files.isDirectory(images)) {
            return;
        }
        List<String> commands =
                Stream.concat(processes.commands().stream(),
                                ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                        .toList();
        try (Stream<Path> folders = Files.list(images)) {
            folders.filter(folder -> IMAGE.matcher(folder.getFileName().toString()).matches())
                    .collect(Collectors.groupingBy(OldImages::application))
                    .values()
                    .forEach(generations -> deleteUnused(generations, commands));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteUnused(Collection<Path> generations, List<String> commands) {
        List<Path> unused = generations.stream()
                .filter(folder -> commands.stream().noneMatch(command -> command.contains(folder.toString())))
                .toList();
        if (unused.size() < generations.size()) {
            unused.forEach(Folders::delete);
        }
    }

    private static String application(Path folder) {
        Matcher name = IMAGE.matcher(folder.getFileName().toString());
        return name.matches() ? name.group(1) : "";
    }
}
