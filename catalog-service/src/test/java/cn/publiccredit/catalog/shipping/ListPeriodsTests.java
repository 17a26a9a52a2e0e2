package cn.publiccredit.catalog.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.ShippedFiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An entry that the platform decides and one that it collects from elsewhere last equally long. */
class ListPeriodsTests {

    private static final String SERIOUS_LISTS = "06";

    /** The items of entries by their code, in the version that is in force last. */
    private static Map<String, JsonNode> entries() {
        return ShippedFiles.pieces("items").stream().filter(item -> item.at("/classCode").asString().equals(SERIOUS_LISTS))
                .collect(Collectors.toMap(item -> item.at("/code").asString(), item -> item,
                        (one, other) -> one.at("/version").asInt() > other.at("/version").asInt() ? one : other));
    }

    private static List<JsonNode> blackLists() {
        return ShippedFiles.pieces("lists").stream().filter(list -> list.at("/kind").asString().equals("BLACK")).toList();
    }

    @Test
    void everyBlackListHasAnItemForItsEntriesAndEverySuchItemAList() {
        Map<String, JsonNode> entries = entries();

        assertThat(blackLists()).flatExtracting(list -> itemsOfEntries(list, entries))
                .containsExactlyInAnyOrderElementsOf(entries.keySet());
        assertThat(blackLists()).allSatisfy(list -> assertThat(itemsOfEntries(list, entries)).hasSize(1));
    }

    @Test
    void aListAndTheItemOfItsEntriesAgreeForHowLong() {
        Map<String, JsonNode> entries = entries();

        for (JsonNode list : blackLists()) {
            for (String item : itemsOfEntries(list, entries)) {
                JsonNode serious = Objects.requireNonNull(entries.get(item)).at("/publicity/SERIOUS");
                assertThat(serious.at("/shortestMonths").asInt()).as(item + " shortest").isEqualTo(list.at("/shortestMonths").asInt());
                assertThat(serious.at("/longestMonths").asInt()).as(item + " longest").isEqualTo(list.at("/termMonths").asInt());
            }
        }
    }

    private static List<String> itemsOfEntries(JsonNode list, Map<String, JsonNode> entries) {
        return list.at("/items").valueStream().map(JsonNode::asString).filter(entries::containsKey).toList();
    }
}
