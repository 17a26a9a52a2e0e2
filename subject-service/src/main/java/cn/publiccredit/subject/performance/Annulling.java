package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.filing.Annulment;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.EntityTag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Taking back what was entered in error: a contract as a whole, which the body may ask for, too, or its last breach. Another person than
 * whoever proposed it decides, one that supervises the body.
 */
@Component
class Annulling {

    private final Contracts contracts;
    private final PerformanceDesk desk;

    Annulling(Contracts contracts, PerformanceDesk desk) {
        this.contracts = contracts;
        this.desk = desk;
    }

    /** What was entered in error. */
    enum What {
        CONTRACT,
        BREACH
    }

    /** What somebody proposes; the contract as a whole where it does not say. */
    record Proposal(@Nullable What what, @Nullable String reason) {}

    Contract propose(Caller caller, String id, @Nullable String ifMatch, Proposal proposal) {
        Contract contract = contracts.visible(caller, id);
        boolean whole = proposal.what() != What.BREACH;
        if (!whole || !contract.body().isOf(caller)) {
            PerformanceDesk.requireSupervisor(caller, contract.body());
        }
        EntityTag.require(ifMatch, contract.versionNumber());
        Contracts.requireStanding(contract);
        Annulment open = contract.annulment();
        if (open != null && open.isOpen()) {
            throw SubjectProblem.ANNULMENT_STATE.with();
        }
        Integer breach = whole ? null : Fault.among(contract.events()).map(Fault::index).orElseThrow(() -> CommonProblem.INVALID.with()
                .violating("what", "breach", "该合同没有可撤销的违约认定；登记有误的，请填 CONTRACT。",
                        "There is no breach to be taken back; use CONTRACT for a contract that was registered in error."));
        return contracts.saved(caller, "contract.annulment",
                contract.annulling(Annulment.proposed(breach, proposal.reason(), caller, desk.now())));
    }

    Contract approve(Caller caller, String id, @Nullable String ifMatch) {
        Contract contract = contracts.visible(caller, id);
        Annulment approved = open(caller, contract, ifMatch).approved(caller, desk.now());
        return contracts.saved(caller, "contract.annul",
                approved.event() == null ? whole(caller, contract, approved) : breach(caller, contract, approved));
    }

    private Contract whole(Caller caller, Contract contract, Annulment approved) {
        return contract.annulled(approved).then(contracts.event(caller, Event.Kind.ANNULLED, Contract.State.ANNULLED.zh(),
                approved.reason(), desk.today()));
    }

    private Contract breach(Caller caller, Contract contract, Annulment approved) {
        if (Fault.among(contract.events()).filter(fault -> approved.event() != null && fault.index() == approved.event()).isEmpty()) {
            throw SubjectProblem.ANNULMENT_STATE.with();
        }
        Contract changed = contract.breached(null).annulling(approved);
        return changed.then(contracts.event(caller, Event.Kind.BREACH_ANNULLED, changed.state().zh(),
                "违约认定有误，已撤销：" + approved.reason(), desk.today()));
    }

    Contract reject(Caller caller, String id, @Nullable String ifMatch, @Nullable String why) {
        Contract contract = contracts.visible(caller, id);
        Annulment rejected = open(caller, contract, ifMatch).rejected(caller, desk.now(), why);
        return contracts.saved(caller, "contract.annulment-reject", contract.annulling(rejected));
    }

    private static Annulment open(Caller caller, Contract contract, @Nullable String ifMatch) {
        PerformanceDesk.requireSupervisor(caller, contract.body());
        EntityTag.require(ifMatch, contract.versionNumber());
        Annulment open = contract.annulment();
        if (open == null || !open.isOpen()) {
            throw SubjectProblem.ANNULMENT_STATE.with();
        }
        return open;
    }
}
