package cn.publiccredit.subject.rulebook;

import feign.FeignException;
import feign.Request;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A catalogue that says the same each time, or nothing. */
final class ToldCatalogue implements CatalogClient {

    private static final Request REQUEST =
            Request.create(Request.HttpMethod.GET, "/", Map.of(), null, StandardCharsets.UTF_8, null);

    boolean silent;
    int idNumberKeeps = 4;
    int itemVersion = 1;
    boolean itemGone;
    int asked;

    private void speak() {
        asked++;
        if (silent) {
            throw new FeignException.ServiceUnavailable("silent", REQUEST, null, null);
        }
    }

    @Override
    public Response item(String code, @Nullable String etag) {
        speak();
        if (itemGone) {
            throw nothing();
        }
        return Response.builder().request(REQUEST).status(200).headers(Map.of("ETag", List.of("\"" + itemVersion + "\""))).body("""
                {"code":"%s","name":"样例事项","version":%d,"roles":{},"columns":[{"code":"A","name":"甲","type":"TEXT"}]}"""
                .formatted(code, itemVersion), StandardCharsets.UTF_8).build();
    }

    private static FeignException nothing() {
        return new FeignException.NotFound("none", REQUEST,
                "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":404,\"code\":\"request.not-found\"}"
                        .getBytes(StandardCharsets.UTF_8), null);
    }

    @Override
    public CodeSet codeSet(String name) {
        speak();
        return new CodeSet(List.of(new CodeSet.Entry("340400", "淮南市", null, null),
                new CodeSet.Entry("340401", "市辖区", null, LocalDate.of(2020, 1, 1)),
                new CodeSet.Entry("349900", "虚构新设市", LocalDate.of(2027, 1, 1), null)));
    }

    @Override
    public YearCalendar calendar(int year) {
        speak();
        if (year == 2032) {
            throw nothing();
        }
        return new YearCalendar(year, Set.of(LocalDate.of(year, 5, 1)), Set.of(), null);
    }

    @Override
    public CataloguePage<ItemName> items(int limit, @Nullable String after) {
        speak();
        return after == null
                ? new CataloguePage<>(List.of(new ItemName("QQ", "样例事项")), "next")
                : new CataloguePage<>(List.of(new ItemName("QR", "样例事项二")), null);
    }

    @Override
    public CataloguePage<MaskRule> masks(int limit, @Nullable String after) {
        speak();
        return after == null
                ? new CataloguePage<>(List.of(new MaskRule("PHONE", false, 3, 4, "*")), "next")
                : new CataloguePage<>(List.of(new MaskRule("ID_NUMBER", false, idNumberKeeps, 2, "*")), null);
    }

    @Override
    public CataloguePage<RegisteredSource> sources(int limit, @Nullable String after) {
        speak();
        return new CataloguePage<>(List.of(new RegisteredSource("11340400TE5T00001E", "样例市场监管局", "340400", null)), null);
    }

    @Override
    public CataloguePage<CommitmentTemplate> commitmentTemplates(int limit, @Nullable String after) {
        speak();
        return after == null
                ? new CataloguePage<>(List.of(template("voluntary")), "next")
                : new CataloguePage<>(List.of(template("repair")), null);
    }

    private static CommitmentTemplate template(String code) {
        return new CommitmentTemplate(code, 1, "样例承诺", "VOLUNTARY", "本单位承诺", null, true, "记入信用记录", null);
    }
}
