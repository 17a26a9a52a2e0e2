package cn.publiccredit.repair;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A record of subject-service, by default a general penalty by Suzhou's market regulation that can be repaired. */
public record RecordFixture(
        String id, String subject, String severity, String state, String earliestRepair, String source, String division) {

    public static final String DEPARTMENT = "11341300MB1234567K";
    private static final AtomicInteger COUNT = new AtomicInteger(1);

    /** A penalty of a subject that no other test knows. */
    public static RecordFixture penalty() {
        return of(newSubject());
    }

    public static RecordFixture of(String subject) {
        return new RecordFixture("record-" + UUID.randomUUID(), subject, "GENERAL", "ACTIVE", "2026-06-01", DEPARTMENT, "341300");
    }

    public static String newSubject() {
        String body = "91341300MA%07d".formatted(COUNT.getAndIncrement());
        return body + UnifiedSocialCreditCode.checkCharacter(body);
    }

    public RecordFixture severity(String other) {
        return new RecordFixture(id, subject, other, state, earliestRepair, source, division);
    }

    public RecordFixture state(String other) {
        return new RecordFixture(id, subject, severity, other, earliestRepair, source, division);
    }

    public RecordFixture earliestRepair(String day) {
        return new RecordFixture(id, subject, severity, state, day, source, division);
    }

    public RecordFixture division(String other) {
        return new RecordFixture(id, subject, severity, state, earliestRepair, source, other);
    }

    public String json() {
        return """
                {"id":"%s","item":"CF","itemVersion":1,"subject":"%s","subjectName":"宿州晨星商贸有限公司",
                 "source":{"uscc":"%s","name":"宿州市市场监督管理局","division":"%s"},"data":{"CF_WSH":"宿市监处罚〔2026〕12号"},
                 "severity":"%s","state":"%s","disputed":false,"documentNumber":"宿市监处罚〔2026〕12号",
                 "documentDate":"2026-03-01","publicity":{"shown":true,"from":"2026-03-05","until":"2027-03-01","stoppedAt":null},
                 "earliestRepair":"%s","version":2,"knownFrom":"2026-03-05T08:00:00+08:00"}"""
                .formatted(id, subject, source, division, severity, state, earliestRepair);
    }
}
