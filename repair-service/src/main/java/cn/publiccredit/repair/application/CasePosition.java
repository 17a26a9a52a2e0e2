package cn.publiccredit.repair.application;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/** After which case a page begins, newest first. */
record CasePosition(@Nullable Instant createdAt, String id) {

    static CasePosition of(Paging paging) {
        return paging.cursor(2).map(CasePosition::at).orElseGet(() -> new CasePosition(null, ""));
    }

    static Cursor after(RepairCase last) {
        return Cursor.at(last.createdAt.toString(), last.id);
    }

    private static CasePosition at(Cursor cursor) {
        try {
            return new CasePosition(Instant.parse(cursor.first()), cursor.values().get(1));
        } catch (DateTimeException e) {
            throw CommonProblem.MALFORMED.with(Words.parameter("after")).because(e);
        }
    }

    Criteria criteria(String field) {
        if (createdAt == null) {
            return where(field).exists(true);
        }
        return new Criteria().orOperator(
                where(field).lt(createdAt), where(field).is(createdAt).and("_id").lt(id));
    }
}
