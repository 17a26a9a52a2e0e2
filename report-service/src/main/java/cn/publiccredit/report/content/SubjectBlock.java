package cn.publiccredit.report.content;

import cn.publiccredit.report.source.SubjectFacts;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is registered of the subject itself. */
final class SubjectBlock {

    private final List<Block.Column> columns = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private SubjectBlock() {}

    static Block of(SubjectFacts subject) {
        SubjectBlock block = new SubjectBlock();
        block.add("name", "名称", subject.name());
        block.add("uscc", "统一社会信用代码", subject.uscc());
        List<String> formerCodes = subject.formerIds().stream().filter(UnifiedSocialCreditCode::isValid).toList();
        if (!formerCodes.isEmpty()) {
            block.add("formerCodes", "合并前的其他代码", String.join("、", formerCodes));
        }
        block.add("kind", "主体类别", Words.subjectKind(subject.kind()));
        SubjectFacts.Registered registered = subject.registered();
        block.add("registeredDate", "成立日期", registered == null ? null : Words.day(registered.date()));
        block.add("registeredType", "企业类型", registered == null ? null : registered.type());
        block.add("registeredCapital", "注册资本", registered == null ? null : registered.capital());
        block.add("registeredAddress", "住所", registered == null ? null : registered.address());
        block.add("registeredScope", "经营范围", registered == null ? null : registered.scope());
        Block.Row row = new Block.Row(null, List.of(), block.values);
        return new Block("登记信息", null, 1, block.columns, List.of(row));
    }

    private void add(String code, String name, @Nullable String value) {
        columns.add(new Block.Column(code, name));
        if (value != null && !value.isBlank()) {
            values.put(code, value);
        }
    }
}
