package cn.publiccredit.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.acceptance.RunningSuite.Started;
import cn.publiccredit.local.demo.Financing.Drawn;
import cn.publiccredit.local.demo.Journey;
import cn.publiccredit.local.demo.PublicView.ShownPenalty;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader, a clerk and somebody with a report, in a real browser. Pictures of the pages stay in {@code target/pages}. */
@ExtendWith(RunningSuite.class)
class PortalIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "pages");

    private static Playwright playwright;
    private static Browser browser;
    private static Journey journey;
    private static ShownPenalty penalty;

    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void browserAndCompany(Started suite) {
        String why = "SKIPPED: no Chromium at " + CHROMIUM + ", so the portal is not walked through / 未安装 Chromium，跳过门户浏览器测试";
        if (!Files.isExecutable(CHROMIUM)) {
            System.out.println("[portal] " + why);
        }
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), why);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of(
                "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run")));
        journey = Journey.on(suite.suite(), Clock.system(ZoneId.of("Asia/Shanghai")));
        journey.openAccount();
        journey.collecting().uploadRegistration();
        journey.collecting().uploadPenalties();
        journey.collecting().uploadLicences();
        penalty = journey.publicView().penaltyIsShown();
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open(Started suite) {
        context = browser.newContext(new Browser.NewContextOptions().setBaseURL(suite.suite().gateway().toString())
                .setLocale("zh-CN").setViewportSize(1280, 900));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost") && !request.url().startsWith("data:")) {
                complaints.add("external " + request.url());
            }
        });
    }

    @AfterEach
    void quietBrowser() {
        context.close();
        assertThat(complaints).as("errors in the browser's console, or resources from elsewhere").isEmpty();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void noSideScroll() {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                .as("nothing is wider than the screen").isTrue();
    }

    @Test
    void aReaderFindsACompanyByNameAndSeesItsPenaltyWithTheEndOfItsPublicity() {
        page.navigate("/");
        picture("home");
        page.getByRole(AriaRole.SEARCHBOX).fill(journey.company().name());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询")).click();
        picture("search");
        page.getByText(journey.company().name()).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(journey.company().name());
        assertThat(page.locator("#penalties")).containsText(penalty.documentNumber());
        assertThat(page.locator("#penalties")).containsText(penalty.until());
        assertThat(page.locator("#basic")).containsText("法人及非法人组织");
        picture("subject");
    }

    @Test
    void everythingReadsOnAPhoneWithoutJavaScriptAndInEnglish(Started suite) {
        try (BrowserContext phone = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)
                .setBaseURL(suite.suite().gateway().toString()).setViewportSize(390, 844))) {
            Page small = phone.newPage();
            for (String path : List.of("/", "/subjects/" + journey.company().uscc(), "/publicity?item=CF", "/lists", "/verify")) {
                assertThat(small.navigate(path).status()).as(path).isEqualTo(200);
                small.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(PICTURES.resolve("phone" + path.replaceAll("[^a-z]+", "-") + ".png")));
            }
            small.navigate("/?lang=en");
            assertThat(small.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))).isVisible();
        }
        page.setViewportSize(390, 844);
        for (String path : List.of("/", "/subjects/" + journey.company().uscc(), "/publicity?item=CF", "/lists", "/verify")) {
            page.navigate(path);
            noSideScroll();
        }
    }

    @Test
    void whatDoesNotExistIsAPageThatSaysSo() {
        assertThat(page.navigate("/subjects/91340100MA2TETA14E").status()).isEqualTo(404);
        assertThat(page.locator("main")).containsText("首页");
        picture("not-found");
        complaints.removeIf(text -> text.contains("404"));
    }

    @Test
    void aClerkSignsInUploadsAFileAndWatchesItsEnd(Started suite) {
        page.navigate("/workbench");
        page.getByLabel("用户名", new Page.GetByLabelOptions().setExact(false)).or(page.locator("#username")).first().fill("dept-market");
        page.locator("#password").fill("dept-market");
        page.locator("#kc-login, button[type=submit], input[type=submit]").first().click();
        page.waitForURL("**/workbench*");
        page.locator("select[name=item]").selectOption("CF");
        page.locator("input[type=file]").setInputFiles(new FilePayload("处罚.csv", "text/csv",
                ManyPenalties.of(Journey.on(suite.suite(), Clock.system(ZoneId.of("Asia/Shanghai"))).company(), 300)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上传").setExact(true)).click();
        page.waitForURL("**/workbench/batches/**");
        assertThat(page.locator("h1 .tag")).hasText("已完成", new com.microsoft.playwright.assertions.LocatorAssertions
                .HasTextOptions().setTimeout(60_000));
        assertThat(page.locator("#n-received")).hasText("300");
        assertThat(page.locator("#n-rejected")).hasText("3");
        picture("batch");
        Path rejects = page.waitForDownload(() -> page.getByText("下载退回清单").click()).path();
        assertThat(rejects).isNotEmptyFile();
        page.navigate("/workbench");
        picture("workbench");
        // What the token says of the clerk's roles decides which desks there are.
        assertThat(link("主体合并")).hasCount(0);
        link("承诺办理").click();
        assertThat(link("登记承诺")).isVisible();
        picture("commitments");
        link("履约与拖欠").click();
        assertThat(link("登记合同或承诺")).isVisible();
        picture("contracts");
        page.getByText("退出").click();
        assertThat(page.getByText("登录")).isVisible();
    }

    @Test
    void somebodyWithAReportFindsOutThatItIsGenuine() {
        Drawn report = journey.financing().drawReport(journey.financing().consent());
        page.navigate("/verify");
        page.getByLabel("报告编号").fill(report.number());
        page.getByLabel("查验码").fill(report.verificationCode());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("核验").setExact(true)).click();
        assertThat(page.locator(".answer")).containsText("核验通过");
        picture("verified");
        page.locator("input[type=file]").setInputFiles(new FilePayload("report.pdf", "application/pdf", report.pdf()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上传核验")).click();
        assertThat(page.locator(".answer")).containsText("核验通过");
        byte[] altered = report.pdf().clone();
        altered[altered.length / 2] ^= 1;
        page.locator("input[type=file]").setInputFiles(new FilePayload("report.pdf", "application/pdf", altered));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上传核验")).click();
        assertThat(page.locator(".answer")).containsText("未能通过核验");
        picture("not-genuine");
    }
}
