package cn.publiccredit.report.issuing;

import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.report.source.Identity;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;

/**
 * By what right a report is drawn, which must be there before any service is asked. What the caller may see is decided by the
 * services that own the data, who get the caller's own token; the report says how far that goes.
 */
enum Basis {
    OWN("信息主体本人查询，包含平台归集的该主体全部信息"),
    CONSENT("经信息主体授权查询，包含授权范围内的全部信息及依法公开的信息"),
    PROVINCE("省级平台查询，包含全省归集的该主体信息"),
    CITY("市级平台查询，包含本行政区划内来源单位提供的信息及依法公开的信息"),
    DEPARTMENT("行政机关查询，包含本单位提供的信息及目录允许政务共享的信息");

    private final String scope;

    Basis(String scope) {
        this.scope = scope;
    }

    /** What the right covers, as the report prints it. */
    String scope() {
        return scope;
    }

    /** @throws cn.publiccredit.support.problem.Problem 403 when there is none */
    static Basis of(Caller caller, Identity subject, IssueRequest.Checked request) {
        if (subject.isOwnedBy(caller)) {
            return OWN;
        }
        if (caller.is(Role.PROVINCE_OPERATOR)) {
            return PROVINCE;
        }
        if (caller.is(Role.CITY_OPERATOR)) {
            return CITY;
        }
        if (caller.is(Role.DEPARTMENT_USER)) {
            return DEPARTMENT;
        }
        if (!caller.is(Role.BANK, Role.PLATFORM_ENTERPRISE)) {
            throw CommonProblem.FORBIDDEN.with();
        }
        if (request.purpose().consent() == null) {
            throw ReportProblem.CONSENT_REQUIRED.with();
        }
        return CONSENT;
    }
}
