package cn.publiccredit.listing.screening;

import cn.publiccredit.listing.Checks;
import cn.publiccredit.listing.subject.SubjectQuery;
import cn.publiccredit.support.purpose.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is to be screened, each by code or by name, for which matter and purpose. */
record ScreeningRequest(
        @Nullable List<@Nullable SubjectQuery> subjects,
        @Nullable String matter,
        @Nullable String purpose,
        @Nullable String consent) {

    private static final int LONGEST_NAME = 200;

    /** The questions, when the request keeps all rules. */
    List<Question> questions(int most) {
        List<@Nullable SubjectQuery> asked = subjects == null ? List.of() : subjects;
        Checks checks = new Checks();
        checks.text("matter", matter, 50);
        checks.that(!asked.isEmpty() && asked.size() <= most, "subjects", "count",
                "每次应筛查 1 至 " + most + " 个主体；更多请分批提交。",
                "Screen 1 to " + most + " subjects at a time; send more in several calls.");
        checks.done();
        for (int i = 0; i < asked.size(); i++) {
            SubjectQuery query = asked.get(i);
            checks.that(query != null && isFilled(query.uscc()) != isFilled(query.name()), "subjects[" + i + "]", "one-of",
                    "请填写 uscc（统一社会信用代码）或 name（名称），二者取一。",
                    "Give either uscc or name, one of the two.");
            checks.that(query == null || query.name() == null || query.name().length() <= LONGEST_NAME,
                    "subjects[" + i + "].name", "length", "名称不能超过 200 个字。",
                    "The name must not be longer than 200 characters.");
        }
        checks.done();
        return asked.stream().map(query -> Question.of(query == null ? new SubjectQuery(null, null) : query)).toList();
    }

    Purpose declared() {
        return Purpose.required(purpose, matter, consent);
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
