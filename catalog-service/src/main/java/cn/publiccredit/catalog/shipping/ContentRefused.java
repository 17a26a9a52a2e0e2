package cn.publiccredit.catalog.shipping;

import java.util.List;

/** Shipped content that may not be published; the service does not start with it. */
final class ContentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    ContentRefused(List<String> reasons) {
        super("目录内容有误，服务不启动 / catalogue content refused: " + String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
