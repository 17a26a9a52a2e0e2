package cn.publiccredit.subject.collection;

import cn.publiccredit.support.work.Work;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An upload under way: remembered until its batch stands, so that the pieces of one that broke off are cleared away.
 *
 * @param id under which its pieces are kept
 * @param batch the batch that it is to become
 */
@Document("uploads")
record Upload(@Id String id, String batch, Work work) {}
