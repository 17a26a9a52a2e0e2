package cn.publiccredit.report.archive;

import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Prints every issued report, also those whose issuer was killed before it could. */
@Configuration(proxyBeanMethods = false)
class PrintingWork {

    @Bean
    LeasedWorker reportPrinter(Workers workers, Reports reports, Printing printing) {
        return workers.worker("report-print", Reports.COLLECTION, 1, (id, lease) -> {
            reports.byId(id).ifPresent(printing::pdf);
            return new Task.Next.Done();
        });
    }
}
