package cn.publiccredit.subject.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is never public, whatever the catalogue says, and what anybody may ask for at once.
 *
 * @param adultAge years; records about a person who was younger at the document's date are not shown (民法典第17条: a minor is
 *     a person under eighteen; 未成年人保护法第4条)
 * @param mostCounted records; a list with more says so instead of having them all counted for whoever asks
 * @param fewOfProvince records of a province among which those of an item are looked for; of one with more, among all of the item
 * @param endsEvery how long after one look for records whose publicity has ended the next one follows
 */
@ConfigurationProperties(prefix = "credit.publicity", ignoreUnknownFields = false)
record PublicitySettings(
        @DefaultValue("18") int adultAge,
        @DefaultValue("10000") int mostCounted,
        @DefaultValue("1000") int fewOfProvince,
        @DefaultValue("24h") Duration endsEvery) {

    private static final int ID_CARD_LENGTH = 18;
    private static final int BIRTH = 6;
    private static final int BIRTH_END = 14;

    /** Whether the id number tells of somebody who was under age on this day; other papers tell nothing. */
    boolean isMinor(IncomingSubject subject, LocalDate on) {
        String number = subject.personIdNumber();
        if (number == null || number.length() != ID_CARD_LENGTH) {
            return false;
        }
        try {
            LocalDate birth = LocalDate.parse(number.substring(BIRTH, BIRTH_END), DateTimeFormatter.BASIC_ISO_DATE);
            return birth.plusYears(adultAge).isAfter(on);
        } catch (DateTimeException notAnIdCard) {
            return false;
        }
    }
}
