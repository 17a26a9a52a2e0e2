package cn.publiccredit.subject.access;

import cn.publiccredit.subject.consent.Consent;
import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.support.identity.Division;
import java.time.LocalDate;

/** How much of a subject's records a caller may read (architecture rules 5 and 9). */
sealed interface Scope {

    /** Everything: the province, and the platform's own services. */
    record Everything(String basis) implements Scope {}

    /** The subject itself. */
    record Own() implements Scope {}

    /** What sources of a division supplied, and what is public anyway. */
    record Supplied(Division within) implements Scope {}

    /** What an organisation supplied itself, and what the catalogue opens to government bodies. */
    record Shared(String org) implements Scope {}

    /** What the subject consented to, and what is public anyway. */
    record Consented(Consent consent) implements Scope {}

    /** What a government body may read anyway, and what the subject consented to besides. */
    record SharedAndConsented(Shared shared, Consented consented) implements Scope {}

    /** What makes it lawful, for the trail. */
    default String basis() {
        return switch (this) {
            case Everything(String basis) -> basis;
            case Own() -> "self";
            case Supplied(Division within) -> "division " + within.code();
            case Shared(String org) -> "catalogue disclosure, organisation " + org;
            case Consented(Consent consent) -> "consent " + consent.id();
            case SharedAndConsented both -> both.shared().basis() + "; " + both.consented().basis();
        };
    }

    /** How much of one record is seen. */
    enum Sight {
        NONE,
        /** What anyone sees: the record as it stands now, without the columns that the catalogue hides from the public. */
        PUBLIC,
        /** All columns and all versions. */
        FULL,
        /** As that, and the person's own number. */
        OWN;

        private static Sight full(boolean entitled) {
            return entitled ? FULL : NONE;
        }

        private Sight orPublic(CreditRecord record, LocalDate today) {
            return this == NONE && record.isPublicOn(today) ? PUBLIC : this;
        }

        private Sight or(Sight other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** How much of a record is seen, going by its present state. */
    default Sight of(CreditRecord record, LocalDate today) {
        return switch (this) {
            case Everything(String basis) -> Sight.FULL;
            case Own() -> Sight.OWN;
            case Supplied(Division within) ->
                    Sight.full(within.covers(record.source().division())).orPublic(record, today);
            case Shared(String org) -> Sight.full(record.source().uscc().equals(org)
                    || (record.isShareable() && record.disclosure() != Disclosure.CONSENT));
            case Consented(Consent consent) ->
                    Sight.full(record.isShareable() && consent.coversItem(record.item())).orPublic(record, today);
            case SharedAndConsented both -> both.shared().of(record, today).or(both.consented().of(record, today));
        };
    }
}
