package cn.publiccredit.catalog.shipping;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells operators at start which content is wrong, instead of a stack trace. */
class ContentRefusedAnalyzer extends AbstractFailureAnalyzer<ContentRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ContentRefused refused) {
        return new FailureAnalysis(
                "随程序发布的目录内容不能发布 / shipped catalogue content cannot be published:\n  - "
                        + String.join("\n  - ", refused.reasons()),
                "请改正上列文件；已发布版本不可修改，如需变更请增加新版本。 / Correct these files; a published version never"
                        + " changes, so give a change a new version.",
                refused);
    }
}
