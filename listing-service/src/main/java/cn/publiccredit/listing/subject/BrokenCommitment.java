package cn.publiccredit.listing.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit commitment, as far as the listing that a breach of it leads to depends on it.
 *
 * @param number for people
 * @param record id of its credit record; null until it is there
 * @param inRecord whether the record tells all that happened
 * @param consequences null where nothing follows a breach
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BrokenCommitment(
        String id,
        String number,
        String subject,
        String subjectName,
        String subjectKind,
        String templateName,
        Authority authority,
        @Nullable Consequences consequences,
        List<Event> events,
        @Nullable String record,
        boolean inRecord,
        long version) {

    private static final String PERSON = "PERSON";
    private static final String BROKEN = "BROKEN";

    public BrokenCommitment {
        Garbage.unless(id != null && number != null && subject != null && subjectName != null && subjectKind != null && templateName != null && authority != null && events != null);
        events = List.copyOf(events);
    }

    /** The body that checks it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Authority(String uscc, String division) {

        public Authority {
            Garbage.unless(uscc != null && division != null);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Consequences(@Nullable FollowUp followUp) {}

    /**
     * The list that a breach leads to.
     *
     * @param id one for each breach
     * @param listingCase the case that was opened; null where none was
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FollowUp(String id, String list, String state, @Nullable String listingCase) {

        private static final String OPEN = "OPEN";

        public FollowUp {
            Garbage.unless(id != null && list != null && state != null);
        }

        public boolean isOpen() {
            return state.equals(OPEN);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(String state, @Nullable String facts) {

        Event {
            Garbage.unless(state != null);
        }
    }

    /** What the last breach leads to; null where it leads nowhere. */
    public @Nullable FollowUp followUp() {
        return consequences == null ? null : consequences.followUp();
    }

    public boolean isPersons() {
        return PERSON.equals(subjectKind);
    }

    /** What was found when it was last broken; empty where nothing was said. */
    public String breach() {
        return events.stream().filter(event -> event.state().equals(BROKEN) && event.facts() != null)
                .reduce((earlier, later) -> later).map(Event::facts).orElse("");
    }
}
