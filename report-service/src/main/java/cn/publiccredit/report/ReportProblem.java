package cn.publiccredit.report;

import cn.publiccredit.support.problem.ProblemCode;
import cn.publiccredit.support.problem.ProblemText;
import org.springframework.http.HttpStatus;

/** Errors that only this service answers with. */
public enum ReportProblem implements ProblemCode {
    INCOMPLETE("report.incomplete", HttpStatus.SERVICE_UNAVAILABLE,
            "以下信息来源暂时无法查询：{0}。报告必须完整才能出具，本次未出具任何报告，请稍后重试。",
            "These sources cannot be asked at the moment: {1}. A report is complete or is not issued; retry later."),
    TEMPLATE_UNKNOWN("report.template.unknown", HttpStatus.UNPROCESSABLE_CONTENT,
            "没有名为 {0} 的报告模板，目前可用：{1}。", "There is no report template {0}; there are: {1}."),
    TEMPLATE_NOT_FOR_SUBJECT("report.template.not-for-subject", HttpStatus.UNPROCESSABLE_CONTENT,
            "报告模板 {0} 不适用于该主体，请改用与主体类别相符的模板。",
            "Report template {0} is not for subjects of this kind; use one that is."),
    CONSENT_REQUIRED("consent.required", HttpStatus.FORBIDDEN,
            "金融机构和平台企业查询完整报告须先取得该主体的授权，请在 consent 字段填写有效授权编号。",
            "Banks and platform enterprises need the subject's consent for a full report; give its id in consent."),
    CONSENT_TOO_NARROW("consent.required", HttpStatus.FORBIDDEN,
            "该授权未涵盖完整报告的全部信息项，请由信息主体重新授权（items 填写 *，并以本报告模板或不限模板授权）。",
            "This consent does not cover everything in a full report; ask the subject for one with items * for this template."),
    TOO_MANY_RECORDS("report.too-many-records", HttpStatus.UNPROCESSABLE_CONTENT,
            "该主体的信用信息超过 {0} 条，无法在一份报告中完整列出，请联系平台运营机构以批量方式办理。",
            "The subject has more than {0} records, too many for one report; ask the platform's operator for a bulk extract."),
    PDF_NOT_READY("report.pdf.not-ready", HttpStatus.SERVICE_UNAVAILABLE,
            "报告已出具，PDF 文件正在生成，请稍后再次下载。", "The report is issued and its PDF is being made; fetch it again soon."),
    TOO_MANY_ATTEMPTS("report.verification.too-many-attempts", HttpStatus.TOO_MANY_REQUESTS,
            "该编号查验次数过多，请稍后再试。", "This number was tried too often; try again later."),
    FORM_TOO_LARGE("report.form.too-large", HttpStatus.CONTENT_TOO_LARGE,
            "以表单（multipart）提交的不得超过 {0}：表单只在内存中处理，不落盘。请将 PDF 文件直接作为请求正文提交（Content-Type: application/pdf）。",
            "A form may have {0} at most, since forms are held in memory and never on disk. Send the PDF itself as the body (Content-Type:"
                    + " application/pdf)."),
    FORMS_BUSY("report.form.busy", HttpStatus.SERVICE_UNAVAILABLE,
            "同时以表单提交的文件过多，请稍后重试，或将 PDF 文件直接作为请求正文提交。",
            "Too many forms are being sent at the moment; retry later, or send the PDF itself as the body."),
    FILE_MISSING("report.verification.file-missing", HttpStatus.BAD_REQUEST,
            "请上传需要查验的 PDF 文件（表单字段 file，或以 application/pdf 直接提交）。",
            "Send the PDF to be verified: form field file, or as application/pdf.");

    private final ProblemText text;

    ReportProblem(String code, HttpStatus status, String zh, String en) {
        this.text = new ProblemText(code, status, zh, en);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
