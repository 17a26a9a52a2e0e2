package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.personal.SealedContent;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Consents on paper (征信业管理条例第18条: written consent): whoever is to read files what the subject signed. It holds at once, shows to
 * the subject, which may take it back or contest it at once, and to operators, who find and may annul it.
 */
@Component
class SignedPapers {

    static final String COLLECTION = "consentFiles";
    static final String BYTES = "sealed";

    private static final int LONGEST_NAME = 200;

    private final ConsentStore store;
    private final Consents consents;
    private final GivingConsent giving;
    private final Subjects subjects;
    private final SealedContent seal;
    private final ConsentSettings settings;
    private final RequestIds ids;
    private final AuditTrail trail;
    private final MongoTemplate mongo;

    SignedPapers(
            ConsentStore store,
            Consents consents,
            GivingConsent giving,
            Subjects subjects,
            SealedContent seal,
            ConsentSettings settings,
            RequestIds ids,
            AuditTrail trail,
            MongoTemplate mongo) {
        this.store = store;
        this.consents = consents;
        this.giving = giving;
        this.subjects = subjects;
        this.seal = seal;
        this.settings = settings;
        this.ids = ids;
        this.trail = trail;
        this.mongo = mongo;
    }

    Consent file(
            Caller caller,
            @Nullable String subject,
            @Nullable String idNumber,
            ConsentRequest request,
            @Nullable MultipartFile file)
            throws IOException {
        String org = caller.org();
        if (org == null) {
            throw CommonProblem.FORBIDDEN.with();
        }
        List<Violation> broken = new ArrayList<>();
        Optional<String> whose = subject(subject, idNumber);
        if (whose.isEmpty()) {
            broken.add(new Violation("subject", "known", "请填写授权主体：单位填统一社会信用代码（subject），自然人填身份证号码（idNumber）。",
                    "Name the subject: an organisation by its code (subject), a person by the id number (idNumber)."));
        }
        byte[] bytes = bytes(file);
        Optional<PaperType> type = PaperType.of(bytes);
        if (type.isEmpty()) {
            broken.add(new Violation("file", "format", "请上传签字或盖章的授权书扫描件，格式为 PDF、JPEG 或 PNG。",
                    "Add the signed paper as PDF, JPEG or PNG."));
        }
        ConsentRequest.Checked checked = checked(request, whose.orElse(""), broken);
        List<String> opened = giving.items(checked);
        String name = file == null || file.getOriginalFilename() == null ? "授权书" : file.getOriginalFilename();
        Consent.Paper paper = new Consent.Paper(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                type.orElseThrow().mediaType(), bytes.length, sha256(bytes), org);
        Consent consent = new Consent(ids.next(), whose.orElseThrow(), checked.grantee(), checked.purpose(),
                opened, checked.template(), checked.items().isEmpty(), checked.from(), checked.to(), caller.id(), giving.now(), paper,
                null, null, null, 1);
        trail.record(GivingConsent.trace(caller, "consent.file", consent));
        // The file first: a consent that stands has its paper.
        keep(consent.id(), bytes);
        Consent standing = store.insert(consent);
        if (!standing.saysTheSameAs(consent)) {
            throw CommonProblem.KEY_REUSED.with();
        }
        return standing;
    }

    byte[] read(Caller caller, Consent consent) {
        Document kept = files().find(Filters.eq("_id", consent.id())).first();
        if (kept == null) {
            throw SubjectProblem.CONSENT_NOT_FOUND.with();
        }
        trail.record(GivingConsent.trace(caller, "consent.paper", consent));
        return seal.open(kept.get(BYTES, Binary.class).getData(), consent.id());
    }

    // Never replaced: a consent may stand on it.
    private void keep(String id, byte[] bytes) {
        try {
            files().insertOne(new Document("_id", id).append(BYTES, new Binary(seal.seal(bytes, bytes.length, id))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document kept = Objects.requireNonNull(files().find(Filters.eq("_id", id)).first(), "the paper that was there");
            if (!Arrays.equals(seal.open(kept.get(BYTES, Binary.class).getData(), id), bytes)) {
                throw CommonProblem.KEY_REUSED.with();
            }
        }
    }

    private MongoCollection<Document> files() {
        return mongo.getCollection(COLLECTION);
    }

    // Whether the platform knows a person is not told: any id number names somebody.
    private Optional<String> subject(@Nullable String id, @Nullable String idNumber) {
        if (idNumber != null && !idNumber.isBlank()) {
            return subjects.idOfPerson(idNumber);
        }
        return id == null ? Optional.empty() : subjects.find(id.strip()).filter(s -> !s.isPerson()).map(Subject::id);
    }

    private ConsentRequest.Checked checked(ConsentRequest request, String subject, List<Violation> broken) {
        try {
            ConsentRequest.Checked checked = request.checked(subject, consents.today());
            if (broken.isEmpty()) {
                return checked;
            }
        } catch (Problem refused) {
            broken.addAll(refused.violations());
        }
        throw CommonProblem.INVALID.with().violating(broken);
    }

    private byte[] bytes(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        if (file.getSize() > settings.largestPaper().toBytes()) {
            throw SubjectProblem.FILE_TOO_LARGE.with(settings.largestPaper().toMegabytes() + " MB");
        }
        return file.getBytes();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
