package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.rulebook.RegisteredSources;
import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which government body a request is about. Who supervises it follows from where it lies, so that is for the catalogue's sources to
 * say, then for the register, then for its code; never for the request. Nobody else than a body of the state, or a registered source, can
 * have contracts and arrears here.
 */
@Component
class Bodies {

    private static final int LONGEST_NAME = 200;

    private final RegisteredSources sources;
    private final SourceNames names;
    private final Subjects subjects;

    Bodies(RegisteredSources sources, SourceNames names, Subjects subjects) {
        this.sources = sources;
        this.names = names;
        this.subjects = subjects;
    }

    /**
     * The body; null with what is wrong among the broken rules.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent and was never asked; 403 for another body than the
     *     department's own
     */
    @Nullable Party of(Caller caller, Party.@Nullable Told told, List<Violation> broken) {
        Party body = caller.is(Role.DEPARTMENT_USER) ? own(caller, told) : named(told, broken);
        String place = told == null ? null : told.division();
        if (body != null && place != null && !place.isBlank() && !place.equals(body.division())) {
            broken.add(new Violation("body.division", "registered", "义务单位的行政区划以信用目录和登记信息为准，是 " + body.division()
                    + "；请更正或留空，登记有误的请联系省公共信用信息中心。", "The catalogue and the register say that the body belongs to "
                    + body.division() + "; correct it or leave it out."));
            return null;
        }
        return body;
    }

    private Party own(Caller caller, Party.@Nullable Told told) {
        Division division = caller.division();
        String org = caller.org();
        if (org == null || division == null) {
            throw SubjectProblem.NO_SOURCE.with();
        }
        if (told != null && told.uscc() != null && !told.uscc().isBlank() && !told.uscc().equals(org)) {
            throw CommonProblem.FORBIDDEN.with();
        }
        return known(org).orElseGet(() -> new Party(org,
                name(told).orElseGet(() -> names.orAccount(org, caller.name())), division.code()));
    }

    private @Nullable Party named(Party.@Nullable Told told, List<Violation> broken) {
        String uscc = told == null ? null : told.uscc();
        if (uscc == null || !UnifiedSocialCreditCode.isValid(uscc)) {
            broken.add(new Violation("body", "required", "请填写义务单位的统一社会信用代码（uscc）；本平台尚无其登记信息的，另填名称（name）。",
                    "Give the code of the body that owes performance, and its name where the platform does not know it yet."));
            return null;
        }
        Optional<Party> known = known(uscc);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Division> place = Division.parse(uscc.substring(2, 8));
        if (SubjectKind.ofCode(uscc) != SubjectKind.GOVERNMENT_BODY || place.isEmpty()) {
            broken.add(new Violation("body", "government-body", "该代码不是机关单位的，也未在信用目录中登记为信源单位；请核对代码，确属政府部门或其所属单位的，请联系省公共信用信息中心登记。",
                    "This is no code of a government body, nor is it registered as a source; check it, or have the province register the body."));
            return null;
        }
        Optional<String> name = name(told);
        if (name.isEmpty()) {
            broken.add(new Violation("body", "required", "本平台尚无该单位的登记信息，请填写其名称（name），不超过 200 个字。",
                    "The platform does not know this body yet; give its name, at most 200 characters."));
            return null;
        }
        return new Party(uscc, name.get(), place.get().code());
    }

    private Optional<Party> known(String uscc) {
        return sources.find(uscc).map(source -> new Party(uscc, source.name(), source.division().code()))
                .or(() -> subjects.findItself(uscc).flatMap(Bodies::body));
    }

    private static Optional<Party> body(Subject subject) {
        // A row of the register may call it an organisation; its code does not.
        boolean body = subject.kind() == SubjectKind.GOVERNMENT_BODY || SubjectKind.ofCode(subject.id()) == SubjectKind.GOVERNMENT_BODY;
        return !body ? Optional.empty() : Optional.ofNullable(subject.division())
                .map(division -> new Party(subject.id(), subject.name(), division.code()));
    }

    private static Optional<String> name(Party.@Nullable Told told) {
        String name = told == null ? null : told.name();
        return Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty() && text.length() <= LONGEST_NAME);
    }
}
