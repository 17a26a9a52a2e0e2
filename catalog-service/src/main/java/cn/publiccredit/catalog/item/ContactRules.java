package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.Faults;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a row may be about a natural person, columns that are called an address or a phone number say so: only what has its
 * class is stored encrypted and shown masked (个人信息保护法第六条、第二十八条).
 */
final class ContactRules {

    private static final Map<Column.Personal, Pattern> CALLED = Map.of(
            Column.Personal.ADDRESS, called("地址|住址|住所|居住地", "address|domicile|residence"),
            Column.Personal.PHONE, called("电话|手机|联系方式", "phone|telephone|mobile"));

    private ContactRules() {}

    private static Pattern called(String chinese, String english) {
        return Pattern.compile(chinese + "|\\b(?:" + english + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    static void check(CatalogItem item, Faults faults) {
        if (!item.subjectKinds().contains(CatalogItem.SubjectKind.PERSON)) {
            return;
        }
        for (int i = 0; i < item.columns().size(); i++) {
            Column column = item.columns().get(i);
            String field = "columns[" + i + "].personal";
            CALLED.forEach((kind, pattern) -> faults.unless(column.personal() == kind || !isCalled(column, pattern), field,
                    "contact-personal", "列 " + column.code() + "（" + column.name()
                            + "）可能是自然人的住址或电话，须加密保存、脱敏显示，请将 personal 改为 " + kind + "，或不含自然人，或改用其他列名。",
                    column.code() + " (" + column.name() + ") may be a person's address or phone number; make personal " + kind
                            + ", leave persons out, or call it otherwise."));
        }
    }

    private static boolean isCalled(Column column, Pattern pattern) {
        return Stream.concat(Stream.of(column.name()), column.aliases().stream()).anyMatch(name -> pattern.matcher(name).find());
    }
}
