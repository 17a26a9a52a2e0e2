package cn.publiccredit.support;

import cn.publiccredit.support.audit.AuditConfiguration;
import cn.publiccredit.support.catalogue.CatalogueConfiguration;
import cn.publiccredit.support.idempotency.IdempotencyConfiguration;
import cn.publiccredit.support.peer.PeerConfiguration;
import cn.publiccredit.support.problem.ProblemConfiguration;
import cn.publiccredit.support.purpose.PurposeConfiguration;
import cn.publiccredit.support.security.SecurityConfiguration;
import cn.publiccredit.support.store.DaysAsText;
import cn.publiccredit.support.store.StoreConfiguration;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.web.WebConfiguration;
import cn.publiccredit.support.work.WorkConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Put on a service's application class: everything that all services do the same way. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Import({
    TimeConfiguration.class,
    DaysAsText.class,
    StoreConfiguration.class,
    ProblemConfiguration.class,
    WebConfiguration.class,
    PurposeConfiguration.class,
    SecurityConfiguration.class,
    IdempotencyConfiguration.class,
    AuditConfiguration.class,
    PeerConfiguration.class,
    WorkConfiguration.class,
    CatalogueConfiguration.class
})
public @interface ServiceSupport {}
