package cn.publiccredit.support.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

final class Titles {

    private Titles() {}

    static String of(HttpStatus status, Locale locale) {
        if (Languages.isEnglish(locale)) {
            return status.getReasonPhrase();
        }
        return switch (status) {
            case BAD_REQUEST -> "请求有误";
            case UNAUTHORIZED -> "未登录";
            case FORBIDDEN -> "无权操作";
            case NOT_FOUND -> "未找到";
            case METHOD_NOT_ALLOWED -> "方法不支持";
            case NOT_ACCEPTABLE -> "格式不支持";
            case CONFLICT -> "状态冲突";
            case PRECONDITION_FAILED -> "内容已变化";
            case PRECONDITION_REQUIRED -> "缺少前提条件";
            case CONTENT_TOO_LARGE -> "内容过大";
            case UNSUPPORTED_MEDIA_TYPE -> "内容类型不支持";
            case UNPROCESSABLE_CONTENT -> "内容有误";
            case TOO_MANY_REQUESTS -> "请求过于频繁";
            case SERVICE_UNAVAILABLE -> "服务暂不可用";
            default -> status.is5xxServerError() ? "系统错误" : "请求被拒绝";
        };
    }
}
