package cn.publiccredit.gateway.problem;

import org.springframework.http.HttpStatus;

/** Every error of the gateway itself; errors of the services pass through as they are. */
public enum GatewayProblem {
    UNAUTHENTICATED("gateway.unauthenticated", HttpStatus.UNAUTHORIZED,
            "未登录", "请先登录，或在请求中携带有效的访问令牌（令牌可能已过期，请重新获取）。",
            "Sign in, or send a valid access token; yours may have expired."),
    RATE_LIMITED("gateway.rate-limited", HttpStatus.TOO_MANY_REQUESTS,
            "请求过于频繁", "请求过于频繁，请在 %1$s 秒后重试；如需更高的调用额度，请联系平台运维人员。",
            "Too many requests; retry in %1$s seconds, or ask the operators for a larger budget."),
    BODY_TOO_LARGE("gateway.body-too-large", HttpStatus.CONTENT_TOO_LARGE,
            "内容过大", "请求内容超过该接口的上限 %1$s，请拆分后分次提交。",
            "The request is larger than the %1$s that this address takes; send it in parts."),
    BODY_INCOMPLETE("gateway.body-incomplete", HttpStatus.BAD_REQUEST,
            "内容不完整", "请求内容没有完整到达，请检查网络后重新提交。",
            "The request did not arrive completely; check the network and send it again."),
    BAD_REQUEST("gateway.bad-request", HttpStatus.BAD_REQUEST,
            "请求有误", "请求的地址或请求头不合规范，请按接口文档修改后重新提交。",
            "The address or a header of the request is malformed; correct it after the API document."),
    METHOD_NOT_ALLOWED("gateway.method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED,
            "方法不支持", "不支持此请求方法，请按接口文档使用 GET、POST 等方法。",
            "This method is not supported; use those of the API document."),
    NO_SUCH_API("gateway.no-such-api", HttpStatus.NOT_FOUND,
            "没有此接口", "没有这个接口，请核对地址；全部接口见 /api/docs。",
            "There is no such API; check the address, all APIs are listed at /api/docs."),
    NOT_FOUND("gateway.not-found", HttpStatus.NOT_FOUND,
            "未找到", "没有找到所请求的内容，请核对地址。", "Nothing was found there; check the address."),
    SERVICE_UNAVAILABLE("gateway.service-unavailable", HttpStatus.SERVICE_UNAVAILABLE,
            "服务暂不可用", "%1$s暂时不可用，请在 %3$s 秒后重试。",
            "The %2$s is unavailable at the moment; retry in %3$s seconds."),
    OUTCOME_UNKNOWN("gateway.service-unavailable", HttpStatus.SERVICE_UNAVAILABLE,
            "服务暂不可用", "%1$s没有给出答复，本次操作是否生效尚不能确定：请先查询结果，或在 %3$s 秒后用同一个 Idempotency-Key 重新提交。",
            "The %2$s gave no answer, so whether this took effect is not known: look first,"
                    + " or send it again with the same Idempotency-Key in %3$s seconds."),
    INTERNAL("gateway.internal-error", HttpStatus.INTERNAL_SERVER_ERROR,
            "系统错误", "网关处理出错，问题已记录，请稍后重试；如反复出现，请将关联编号（X-Correlation-Id）告知运维人员。",
            "Something went wrong in the gateway and was logged; retry later, or give the operators the X-Correlation-Id.");

    private final String code;
    private final HttpStatus status;
    private final String title;
    private final String zh;
    private final String en;

    GatewayProblem(String code, HttpStatus status, String title, String zh, String en) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.zh = zh;
        this.en = en;
    }

    /** Stable code that clients may rely on. */
    public String code() {
        return code;
    }

    public HttpStatus status() {
        return status;
    }

    String title(boolean english) {
        return english ? status.getReasonPhrase() : title;
    }

    String detail(boolean english, Object... arguments) {
        return (english ? en : zh).formatted(arguments);
    }
}
