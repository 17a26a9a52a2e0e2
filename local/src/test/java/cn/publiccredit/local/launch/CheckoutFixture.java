package cn.publiccredit.local.launch;

import cn.publiccredit.local.suite.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A checkout whose modules have been built into stand-ins. */
final class CheckoutFixture {

    /** Everything but Keycloak, which takes a minute to start and has a test of its own. */
    static final Set<Part> WITHOUT_KEYCLOAK = EnumSet.complementOf(EnumSet.of(Part.KEYCLOAK));

    private CheckoutFixture() {}

    static Path in(Path root) throws IOException {
        for (Part part : Part.applications()) {
            Path target = Files.createDirectories(root.resolve(part.label()).resolve("target"));
            jar(target.resolve(part.label() + ".jar"));
        }
        return root;
    }

    private static void jar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        String name = StandIn.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream in = Objects.requireNonNull(StandIn.class.getResourceAsStream("/" + name))) {
            jar.putNextEntry(new ZipEntry(name));
            in.transferTo(jar);
            jar.closeEntry();
        }
    }
}
