package cn.publiccredit.catalog.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DiffTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static List<String> diff(String from, String to) {
        return Diff.of(JSON.readTree(from), JSON.readTree(to)).stream()
                .map(d -> d.change() + " " + d.path() + " " + d.from() + " " + d.to()).toList();
    }

    @Test
    void theSameDiffersInNothing() {
        assertThat(diff("{\"a\": 1, \"b\": null}", "{\"a\": 1}")).isEmpty();
    }

    @Test
    void aNewColumnIsOneDifferenceWhereverItStands() {
        assertThat(diff("{\"columns\": [{\"code\": \"A\"}, {\"code\": \"B\"}]}",
                "{\"columns\": [{\"code\": \"X\"}, {\"code\": \"A\"}, {\"code\": \"B\"}]}"))
                .containsExactly("ADDED columns/X null {\"code\":\"X\"}");
    }

    @Test
    void aChangedFieldOfAColumnIsNamedByTheColumn() {
        assertThat(diff("{\"columns\": [{\"code\": \"A\", \"maxLength\": 10}]}", "{\"columns\": [{\"code\": \"A\", \"maxLength\": 20}]}"))
                .containsExactly("CHANGED columns/A/maxLength 10 20");
    }

    @Test
    void whatIsGoneAndWhatOnlyMovedIsTold() {
        assertThat(diff("{\"items\": [\"A\", \"B\", \"C\"]}", "{\"items\": [\"B\", \"A\"]}")).containsExactly(
                "REMOVED items/C \"C\" null", "REORDERED items [\"A\",\"B\"] [\"B\",\"A\"]");
    }

    @Test
    void listsWhoseElementsHaveNoNamesAreComparedAsAWhole() {
        assertThat(diff("{\"rules\": [{\"x\": 1}]}", "{\"rules\": [{\"x\": 2}]}"))
                .containsExactly("CHANGED rules [{\"x\":1}] [{\"x\":2}]");
    }
}
