package cn.publiccredit.subject.performance;

import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Government contracts, policy promises and arrears; who sees which follows from whose they are. */
@RestController
class PerformanceController {

    private static final String CURRENCY = "CNY";

    private final Contracts contracts;
    private final ArrearsDesk arrears;
    private final Rates rates;
    private final PerformanceDesk desk;
    private final ServiceSettings service;

    PerformanceController(Contracts contracts, ArrearsDesk arrears, Rates rates, PerformanceDesk desk, ServiceSettings service) {
        this.contracts = contracts;
        this.arrears = arrears;
        this.rates = rates;
        this.desk = desk;
        this.service = service;
    }

    /** @param on the day it names; today when null */
    record Finding(@Nullable LocalDate on, @Nullable String facts) {}

    record Payment(@Nullable BigDecimal amount, @Nullable LocalDate on, @Nullable String evidence) {}

    record Yuan(String amount, String currency) {

        static @Nullable Yuan of(@Nullable BigDecimal amount) {
            return amount == null ? null : new Yuan(amount.toPlainString(), CURRENCY);
        }
    }

    record EventView(String status, @Nullable String facts, LocalDate on, String actor, OffsetDateTime at) {

        static List<EventView> of(List<Event> events) {
            return events.stream().map(e -> new EventView(e.status(), e.facts(), e.on(), e.actorName(),
                    e.at().atZone(TimeConfiguration.ZONE).toOffsetDateTime())).toList();
        }
    }

    record MilestoneView(
            int index,
            String name,
            LocalDate dueOn,
            @Nullable Yuan amount,
            @Nullable LocalDate doneOn,
            @Nullable String evidence,
            boolean overdue) {}

    /** @param inRecord whether all that happened is in the body's credit record */
    record ContractView(
            String id,
            Contract.Kind kind,
            String number,
            String title,
            Party body,
            Counterparty counterparty,
            LocalDate signedOn,
            @Nullable Yuan amount,
            List<MilestoneView> milestones,
            Contract.State state,
            boolean overdue,
            @Nullable String breach,
            List<EventView> events,
            boolean inRecord,
            long version) {

        static ContractView of(Contract c, LocalDate today) {
            List<MilestoneView> steps = new java.util.ArrayList<>();
            for (int i = 0; i < c.milestones().size(); i++) {
                Contract.Milestone m = c.milestones().get(i);
                steps.add(new MilestoneView(i, m.name(), m.dueOn(), Yuan.of(m.amount()), m.doneOn(), m.evidence(),
                        m.isOverdue(today)));
            }
            return new ContractView(c.id(), c.kind(), c.number(), c.title(), c.body(), c.counterparty(), c.signedOn(),
                    Yuan.of(c.amount()), steps, c.state(), steps.stream().anyMatch(MilestoneView::overdue), c.breach(),
                    EventView.of(c.events()), c.filed() == c.events().size(), c.versionNumber());
        }
    }

    record PaymentView(Yuan amount, LocalDate on, @Nullable String evidence) {}

    /** @param daysOverdue since the day it was due; 0 once settled */
    record ArrearsView(
            String id,
            String number,
            Party body,
            Counterparty counterparty,
            String about,
            Yuan amount,
            Yuan outstanding,
            LocalDate dueOn,
            long daysOverdue,
            Arrears.State state,
            List<PaymentView> payments,
            List<EventView> events,
            boolean inRecord,
            long version) {

        static ArrearsView of(Arrears a, LocalDate today) {
            boolean over = a.state() == Arrears.State.SETTLED || a.state() == Arrears.State.DISMISSED;
            return new ArrearsView(a.id(), a.number(), a.body(), a.counterparty(), a.about(),
                    new Yuan(a.amount().toPlainString(), CURRENCY), new Yuan(a.outstanding().toPlainString(), CURRENCY),
                    a.dueOn(), over ? 0 : java.time.temporal.ChronoUnit.DAYS.between(a.dueOn(), today), a.state(),
                    a.payments().stream().map(p -> new PaymentView(
                            new Yuan(p.amount().toPlainString(), CURRENCY), p.on(), p.evidence())).toList(),
                    EventView.of(a.events()), a.filed() == a.events().size(), a.versionNumber());
        }
    }

    record RateList(List<Rates.Rate> items, LocalDate asOf) {}

    @Operation(summary = "登记政府合同（CONTRACT）或政策承诺（PROMISE）及其履行节点")
    @PostMapping("/performance/contracts")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> register(
            @AuthenticationPrincipal Caller caller, @RequestBody ContractRequest request) {
        Contract made = contracts.register(caller, request);
        return ResponseEntity.created(URI.create(service.prefix() + "/performance/contracts/" + made.id()))
                .eTag(EntityTag.of(made.versionNumber())).body(ContractView.of(made, desk.today()));
    }

    @GetMapping("/performance/contracts")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.SUBJECT_USER})
    Page<ContractView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) Contract.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        return Page.of(contracts.list(caller, kind, body, overdue, paging), paging, c -> Cursor.at(c.id()))
                .map(c -> ContractView.of(c, desk.today()));
    }

    @GetMapping("/performance/contracts/{id}")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.SUBJECT_USER})
    ResponseEntity<ContractView> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return answer(contracts.visible(caller, id));
    }

    @PostMapping("/performance/contracts/{id}/milestones/{index}/done")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> done(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable int index,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(contracts.done(caller, id, index, ifMatch, finding.on(), finding.facts()));
    }

    @Operation(summary = "认定违约，记入义务单位的信用记录；由上级运营人员办理")
    @PostMapping("/performance/contracts/{id}/breach")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> breach(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(contracts.breach(caller, id, ifMatch, finding.on(), finding.facts()));
    }

    @PostMapping("/performance/contracts/{id}/remedy")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> remedy(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(contracts.remedy(caller, id, ifMatch, finding.on(), finding.facts()));
    }

    @Operation(summary = "反映或登记拖欠账款")
    @PostMapping("/performance/arrears")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> report(
            @AuthenticationPrincipal Caller caller, @RequestBody ArrearsDesk.Report report) {
        Arrears made = arrears.report(caller, report);
        return ResponseEntity.created(URI.create(service.prefix() + "/performance/arrears/" + made.id()))
                .eTag(EntityTag.of(made.versionNumber())).body(ArrearsView.of(made, desk.today()));
    }

    @GetMapping("/performance/arrears")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    Page<ArrearsView> arrears(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) Arrears.@Nullable State state,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        return Page.of(arrears.list(caller, state, body, paging), paging, a -> Cursor.at(a.id()))
                .map(a -> ArrearsView.of(a, desk.today()));
    }

    @GetMapping("/performance/arrears/{id}")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> oneArrears(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return answer(arrears.visible(caller, id));
    }

    @PostMapping("/performance/arrears/{id}/confirm")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> confirm(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(arrears.confirm(caller, id, ifMatch, finding.facts()));
    }

    @PostMapping("/performance/arrears/{id}/dismiss")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> dismiss(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(arrears.dismiss(caller, id, ifMatch, finding.facts()));
    }

    @PostMapping("/performance/arrears/{id}/payments")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> pay(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Payment payment) {
        return answer(arrears.pay(caller, id, ifMatch, payment.amount(), payment.on(), payment.evidence()));
    }

    @Operation(summary = "各单位履约率和拖欠情况")
    @GetMapping("/performance/rates")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    RateList rates(@AuthenticationPrincipal Caller caller) {
        return new RateList(rates.of(caller), desk.today());
    }

    private ResponseEntity<ContractView> answer(Contract contract) {
        return ResponseEntity.ok().eTag(EntityTag.of(contract.versionNumber()))
                .body(ContractView.of(contract, desk.today()));
    }

    private ResponseEntity<ArrearsView> answer(Arrears one) {
        return ResponseEntity.ok().eTag(EntityTag.of(one.versionNumber())).body(ArrearsView.of(one, desk.today()));
    }
}
