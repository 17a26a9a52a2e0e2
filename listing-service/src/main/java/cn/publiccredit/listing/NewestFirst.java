package cn.publiccredit.listing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Reads pages of a collection newest first, by a time field and then by id, which makes the order total. */
public record NewestFirst<T>(Class<T> type, String field, Function<T, Instant> time, Function<T, String> id) {

    /** One page of the documents that meet all criteria. */
    public Page<T> page(MongoTemplate mongo, List<Criteria> filter, Paging paging) {
        List<Criteria> all = new ArrayList<>(filter);
        paging.cursor(2).ifPresent(cursor -> all.add(after(cursor)));
        Criteria criteria = all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
        Query query = Query.query(criteria).with(sort()).limit(paging.limitPlusOne());
        return Page.of(mongo.find(query, type), paging, this::positionOf);
    }

    public Sort sort() {
        return Sort.by(Sort.Order.desc(field), Sort.Order.desc("_id"));
    }

    private Cursor positionOf(T item) {
        return Cursor.at(Long.toString(time.apply(item).toEpochMilli()), id.apply(item));
    }

    private Criteria after(Cursor cursor) {
        Instant reached = Instant.ofEpochMilli(millis(cursor.first()));
        return new Criteria().orOperator(
                where(field).lt(reached), where(field).is(reached).and("_id").lt(cursor.values().getLast()));
    }

    private static long millis(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException forged) {
            throw CommonProblem.MALFORMED.with(Words.parameter("after")).because(forged);
        }
    }
}
