package cn.publiccredit.local.launch;

import cn.publiccredit.local.app.AppImage;
import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of the project's own applications. */
final class ApplicationStart implements Startable {

    private final Part part;
    private final Path jar;
    private final SuiteOptions options;
    private final Layout layout;
    private final ApplicationSettings settings;
    private final Progress progress;
    private List<String> command = List.of();

    ApplicationStart(Part part, Path jar, SuiteOptions options, Layout layout, ApplicationSettings settings,
            Progress progress) {
        this.part = part;
        this.jar = jar;
        this.options = options;
        this.layout = layout;
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public void prepare() throws InterruptedException {
        AppImage image = AppImage.of(part.label(), jar, layout.applications(), part.heapMegabytes(),
                layout.log(part.label() + "-unpack"));
        if (options.aot() && !image.trained()) {
            progress.line(part.label(), "首次运行，训练快速启动缓存 / first run, training for quick starts");
            Path log = layout.log(part.label() + "-training");
            if (!image.train(environment(), log)) {
                progress.line(part.label(), "训练未成，照常启动 / training failed, starting without it: " + log);
            }
        }
        command = image.command(options.flags());
    }

    @Override
    public List<String> command() {
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return settings.of(part);
    }

    @Override
    public boolean ready() {
        return HttpProbe.answers(URI.create(settings.addresses().of(part) + "/actuator/health/readiness"));
    }

    @Override
    public String waitsFor() {
        return "就绪 / readiness on port " + settings.addresses().ports().of(part);
    }
}
