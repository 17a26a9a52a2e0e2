package cn.publiccredit.subject.commitment;

import cn.publiccredit.subject.filing.Annulment;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.rulebook.CommitmentTemplate;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as those entitled to it get it.
 *
 * @param overdue whether it should have been checked by now
 * @param record id of the subject's credit record of it; null until it is there
 * @param inRecord whether all that happened is in the subject's credit record
 */
record CommitmentView(
        String id,
        String number,
        String subject,
        String subjectName,
        SubjectKind subjectKind,
        String template,
        int templateVersion,
        String templateName,
        String kind,
        String text,
        String consequence,
        String matter,
        Commitment.Authority authority,
        LocalDate madeOn,
        @Nullable LocalDate validUntil,
        LocalDate checkBy,
        boolean overdue,
        boolean shown,
        Commitment.State state,
        @Nullable Consequences consequences,
        List<EventView> events,
        List<Annulment.View> annulments,
        @Nullable String record,
        boolean inRecord,
        long version) {

    /**
     * What a breach has led to.
     *
     * @param severity how grave it is in the credit record
     * @param measures codes of the catalogue's measures that bodies may take
     * @param excluded whether the subject may make no further commitment of such a template now
     * @param followUp the list that is to be considered; null for none
     */
    record Consequences(
            String severity, List<String> measures, boolean excluded, @Nullable FollowUp followUp) {

        static @Nullable Consequences of(Commitment c) {
            CommitmentTemplate.Breach breach = c.template().breach();
            boolean ever = c.placeOfBreach() >= 0;
            return breach == null || !ever ? null : new Consequences(breach.severity(), breach.measures(),
                    c.state() == Commitment.State.BROKEN && breach.excludedUntilRepaired(), c.followUp());
        }
    }

    record EventView(
            Commitment.State state,
            LocalDate on,
            @Nullable String facts,
            @Nullable String consequence,
            String actor,
            OffsetDateTime at) {}

    /** As anyone gets it: nothing about the people who dealt with it. */
    record Public(
            String id,
            String number,
            String subject,
            String subjectName,
            String templateName,
            String kind,
            String text,
            String matter,
            String authority,
            LocalDate madeOn,
            @Nullable LocalDate validUntil,
            Commitment.State state,
            String stateName) {

        /** @param text how running text is shown to anyone */
        static Public of(Commitment c, UnaryOperator<String> text) {
            return new Public(c.id(), c.number(), c.subject(), c.subjectName(), c.template().name(),
                    c.template().kindInChinese(), c.template().text(), text.apply(c.matter()), c.authority().name(),
                    c.madeOn(), c.validUntil(), c.state(), c.state().zh());
        }
    }

    static CommitmentView of(Commitment c, LocalDate today) {
        CommitmentTemplate t = c.template();
        return new CommitmentView(c.id(), c.number(), c.subject(), c.subjectName(), c.subjectKind(), t.code(), t.version(),
                t.name(), t.kindInChinese(), t.text(), t.consequence(), c.matter(), c.authority(), c.madeOn(),
                c.validUntil(), c.checkBy(), c.isOverdue(today), c.shown(), c.state(),
                Consequences.of(c), c.events().stream().map(e -> new EventView(e.state(), e.on(), e.facts(), e.consequence(), e.actorName(),
                        e.at().atZone(TimeConfiguration.ZONE).toOffsetDateTime())).toList(),
                c.annulments().stream().map(one -> one.view()).toList(), c.record(), c.filed() == c.events().size(), Committing.version(c));
    }
}
