package cn.publiccredit.acceptance;

import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.launch.SuiteOptions;
import cn.publiccredit.local.launch.UpOutcome;
import cn.publiccredit.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One suite for all acceptance tests of a run: own ports, own temporary data, real Keycloak, started before the first test that
 * wants it and stopped after the last. Tests take it as a parameter.
 */
public final class RunningSuite implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(RunningSuite.class);

    /** The suite of this run, and how to hurt it. */
    public record Started(SuiteLauncher launcher, Suite suite, Path home) implements AutoCloseable {

        /** Anyone at the gateway. */
        public Door door() {
            return Door.of(suite);
        }

        /** The part is killed as by {@code kill -9} and started again. */
        public void killAndRestart(String part) {
            launcher.kill(part);
            start(part);
        }

        public void start(String part) {
            try {
                launcher.start(part);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            launcher.down();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        started(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Started.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return started(context);
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot().getStore(SPACE).computeIfAbsent("suite", key -> start(), Started.class);
    }

    private static Started start() {
        try {
            Path root = Path.of("..").toRealPath();
            Path home = Files.createTempDirectory("credit-acceptance");
            SuiteLauncher launcher = new SuiteLauncher(SuiteOptions.beside(root, home).builtIn(folder(root)).withoutTraining()
                    // Asked at every upload, so that its silence is noticed at once.
                    .with("CREDIT_RULEBOOK_FRESHFOR", "0s")
                    // A killed process is taken for dead as soon as its requests would surely have ended.
                    .with("CREDIT_IDEMPOTENCY_BUSY", "30s"), RunningSuite::tell);
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::takeBack));
            return switch (launcher.up()) {
                case UpOutcome.Started(Suite suite) -> new Started(launcher, suite, home);
                case UpOutcome.AlreadyRunning(Suite suite) -> new Started(launcher, suite, home);
                case UpOutcome.Refused(var findings) -> skipped("SKIPPED: the suite cannot run here: " + findings);
                case UpOutcome.Failed(var part, var reason, var lines) -> throw new AssertionError(
                        part + " did not start: " + reason + "\n" + String.join("\n", lines));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where in a module the applications are: in the folder of the build that made these tests. */
    public static String folder(Path root) {
        try {
            Path classes = Path.of(RunningSuite.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return root.resolve("acceptance").relativize(classes.toRealPath().getParent()).toString();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Started skipped(String why) {
        tell("acceptance", why);
        Assumptions.abort(why);
        throw new IllegalStateException(why);
    }

    private static void tell(String what, String text) {
        System.out.println("[" + what + "] " + text);
    }
}
