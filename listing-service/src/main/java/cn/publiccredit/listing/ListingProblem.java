package cn.publiccredit.listing;

import cn.publiccredit.support.problem.ProblemCode;
import cn.publiccredit.support.problem.ProblemText;
import org.springframework.http.HttpStatus;

/** Errors that only the listing service answers with. */
public enum ListingProblem implements ProblemCode {
    CASE_STATE("listing.case.state", HttpStatus.CONFLICT,
            "案件当前状态为“{0}”，不能{1}；现在可以：{2}。",
            "The case is {3}; it cannot be taken further by “{4}” now. Possible now: {5}."),
    FOUR_EYES("listing.case.four-eyes", HttpStatus.CONFLICT,
            "列入名单须由他人复核：您已是本案的{0}，请由另一名审批人员审批。",
            "Listing needs a second person: you are the {1} of this case, so another approver must decide."),
    NOTICE_PERIOD("listing.case.notice-period", HttpStatus.CONFLICT,
            "告知期至 {0} 届满，届满前不能认定；当事人已书面放弃陈述、申辩的，请先登记其意见（waived: true）。",
            "The notice period ends after {0}; determine after it, or first record the subject's waiver (waived: true)."),
    ENTRY_EXITED("listing.entry.exited", HttpStatus.CONFLICT,
            "该条目已于 {0} 因其他决定（{1}）退出名单，不能重复退出。",
            "This entry has already left the list on {0} by another decision ({1}).");

    private final ProblemText text;

    ListingProblem(String code, HttpStatus status, String zh, String en) {
        this.text = new ProblemText(code, status, zh, en);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
