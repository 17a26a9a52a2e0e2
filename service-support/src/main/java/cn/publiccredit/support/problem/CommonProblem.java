package cn.publiccredit.support.problem;

import org.springframework.http.HttpStatus;

/** Errors that every service can answer with. */
public enum CommonProblem implements ProblemCode {
    UNAUTHENTICATED("request.unauthenticated", HttpStatus.UNAUTHORIZED,
            "请先登录，或在请求中携带有效的访问令牌。", "Sign in, or send a valid access token."),
    FORBIDDEN("request.forbidden", HttpStatus.FORBIDDEN,
            "您的角色无权进行此操作；如确需办理，请联系本单位管理员申请相应角色。",
            "Your role may not do this; ask your administrator for the role you need."),
    NOT_FOUND("request.not-found", HttpStatus.NOT_FOUND,
            "没有找到所请求的内容，请核对地址或编号。", "Nothing was found there; check the address or the number."),
    METHOD_NOT_ALLOWED("request.method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED,
            "该地址不支持此请求方法。", "This address does not support that method."),
    UNSUPPORTED_MEDIA_TYPE("request.unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "不支持该内容类型（Content-Type），请改用接口文档中列出的类型。",
            "This content type is not supported; use one that the API document lists."),
    NOT_ACCEPTABLE("request.not-acceptable", HttpStatus.NOT_ACCEPTABLE,
            "无法按要求的格式（Accept）返回，请改用接口文档中列出的格式。",
            "The answer cannot be given in that format; ask for one that the API document lists."),
    TOO_LARGE("request.too-large", HttpStatus.CONTENT_TOO_LARGE,
            "请求内容过大，请分成较小的请求提交。", "The request is too large; send it in smaller parts."),
    MALFORMED("request.malformed", HttpStatus.BAD_REQUEST,
            "请求内容无法识别：{0}。请按接口文档修改后重新提交。",
            "The request cannot be read: {0}. Correct it after the API document and send it again."),
    INVALID("request.invalid", HttpStatus.UNPROCESSABLE_CONTENT,
            "请求内容有误，请按 violations 中的说明修改后重新提交。",
            "The request breaks rules; see violations, correct it and send it again."),
    PURPOSE_REQUIRED("purpose.required", HttpStatus.BAD_REQUEST,
            "查询非公开信用信息必须说明查询用途：GET 请求请填写请求头 Credit-Purpose，POST 请求请填写 purpose 字段。",
            "Reading non-public credit information needs a purpose: header Credit-Purpose on GET, field purpose on POST."),
    PRECONDITION_REQUIRED("request.precondition-required", HttpStatus.PRECONDITION_REQUIRED,
            "修改前请先读取最新内容，并在请求头 If-Match 中带上其 ETag。",
            "Read the latest state first and send its ETag in If-Match."),
    STALE("request.stale", HttpStatus.PRECONDITION_FAILED,
            "内容已被他人修改，请刷新后在最新内容上重新操作。",
            "Somebody changed this meanwhile; read it again and repeat your change on the latest state."),
    CONFLICT("request.conflict", HttpStatus.CONFLICT,
            "他人正在同时修改同一内容，请刷新后重试。", "Somebody is changing the same thing; read it again and retry."),
    KEY_REUSED("request.idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT,
            "该 Idempotency-Key 已用于另一内容的请求，请更换后重新提交。",
            "This Idempotency-Key was used with another body; use a new key."),
    IN_PROGRESS("request.in-progress", HttpStatus.CONFLICT,
            "相同 Idempotency-Key 的请求正在处理，请稍后用同一个键重试以取得结果。",
            "A request with this Idempotency-Key is being worked on; retry with the same key for its answer."),
    AUDIT_UNAVAILABLE("audit.unavailable", HttpStatus.SERVICE_UNAVAILABLE,
            "审计日志暂时无法写入，为保护信息主体权益，本次查询已拒绝，请稍后重试。",
            "The audit trail cannot be written at the moment, so this access is refused; retry later."),
    STORE_UNAVAILABLE("store.unavailable", HttpStatus.SERVICE_UNAVAILABLE,
            "数据存储暂时不可用，请稍后重试；本次操作未生效。",
            "The data store is unavailable at the moment; nothing was changed, retry later."),
    PEER_UNAVAILABLE("peer.unavailable", HttpStatus.SERVICE_UNAVAILABLE,
            "{0}暂时不可用，无法给出完整结果，请稍后重试。",
            "{1} is unavailable at the moment, so no complete answer can be given; retry later."),
    UNEXPECTED("request.failed", HttpStatus.INTERNAL_SERVER_ERROR,
            "系统处理出错，问题已记录，请稍后重试；如反复出现，请将页面上的关联编号告知运维人员。",
            "Something went wrong on our side and was logged; retry later, or give the correlation id to the operators.");

    private final ProblemText text;

    CommonProblem(String code, HttpStatus status, String zh, String en) {
        this.text = new ProblemText(code, status, zh, en);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
