package cn.publiccredit.subject;

import cn.publiccredit.support.problem.ProblemCode;
import cn.publiccredit.support.problem.ProblemText;
import org.springframework.http.HttpStatus;

/** Errors that only this service answers with. */
public enum SubjectProblem implements ProblemCode {
    SUBJECT_NOT_FOUND("subject.not-found", HttpStatus.NOT_FOUND,
            "没有找到该信用主体，或其不在您的查询范围内；请核对统一社会信用代码。",
            "There is no such subject, or it is beyond what you may read; check the code."),
    RECORD_NOT_FOUND("subject.record.not-found", HttpStatus.NOT_FOUND,
            "没有找到该信用记录，或其不在您的查询范围内；请核对记录编号。",
            "There is no such record, or it is beyond what you may read; check its id."),
    RECORD_WITHDRAWN("subject.record.withdrawn", HttpStatus.CONFLICT,
            "该记录已由来源单位撤销，不再公示和共享，无须再停止。",
            "Its source has withdrawn this record; it is neither public nor shared any more, so there is nothing to stop."),
    RECORD_REPAIRED("subject.record.repaired", HttpStatus.CONFLICT,
            "该记录已由另一修复案件处理，请核对案件编号。",
            "Another repair case has decided about this record already; check the case's id."),
    CONSENT_REQUIRED("consent.required", HttpStatus.FORBIDDEN,
            "查询该主体的非公开信用信息须有其有效授权。请主体登录本平台，在“授权管理”中向贵单位授权所查事项（授权用途须与查询用途一致），"
                    + "再将授权编号填入请求头 Credit-Consent 后重试；仅需公开信息的，请使用公开查询接口。",
            "Non-public information of this subject needs its live consent. Ask the subject to sign in and give your "
                    + "organisation consent for these items and this purpose, then send the consent's id in Credit-Consent; "
                    + "for public information use the public endpoints."),
    CONSENT_NOT_FOUND("subject.consent.not-found", HttpStatus.NOT_FOUND,
            "没有找到该授权，请核对授权编号；只能查看本主体给出的或给予本单位的授权。",
            "There is no such consent; check its id. Only consents of your own or to your organisation are shown."),
    CONSENT_OVER("subject.consent.over", HttpStatus.CONFLICT,
            "该授权已到期，无须撤销。", "This consent has expired, so there is nothing to revoke."),
    MERGE_NOT_FOUND("subject.merge.not-found", HttpStatus.NOT_FOUND,
            "没有找到该主体的合并申请，请核对被并入主体的代码。", "There is no merger of this subject; check its code."),
    MERGE_OPEN("subject.merge.open", HttpStatus.CONFLICT,
            "主体 {0} 已有待批准或已生效的合并；请先处理该合并，确需改并的先撤销。",
            "A merger of subject {0} is open or in effect already; decide about it, or undo it first."),
    MERGE_SURVIVOR("subject.merge.survivor", HttpStatus.CONFLICT,
            "存续主体 {0} 本身正被并入或已并入 {1}；请直接并入 {1}，或先处理该合并。",
            "The surviving subject {0} is itself being merged into {1}; merge into {1}, or decide about that first."),
    MERGE_STATE("subject.merge.state", HttpStatus.CONFLICT,
            "该合并当前状态不允许此操作，请刷新后查看其状态。", "The merger's state does not allow this; read it again."),
    SAME_PERSON("subject.same-person", HttpStatus.FORBIDDEN,
            "提出者本人不能批准或驳回，请由另一位运营人员办理。",
            "Whoever proposed may not decide; another operator has to."),
    CODE_CASE_NOT_FOUND("subject.code-case.not-found", HttpStatus.NOT_FOUND,
            "没有找到该代码问题，或其不在您的行政区划内；请在台账中重新选择。",
            "There is no such code case, or it is beyond your division; choose one from the desk."),
    CODE_CASE_STATE("subject.code-case.state", HttpStatus.CONFLICT,
            "该代码问题的当前状态不允许此操作：待办的先受理，已办结的先重新打开。",
            "The case's state does not allow this: take it first, or reopen it when it is settled."),
    COMMITMENT_NOT_FOUND("subject.commitment.not-found", HttpStatus.NOT_FOUND,
            "没有找到该信用承诺，或其不在您的查询范围内；请核对承诺编号。",
            "There is no such commitment, or it is beyond what you may read; check its id."),
    COMMITMENT_STATE("subject.commitment.state", HttpStatus.CONFLICT,
            "该承诺当前为“{0}”，不能作此认定，请刷新后查看其状态。",
            "The commitment's state ({0}) does not allow this finding; read it again."),
    COMMITMENT_EXCLUDED("subject.commitment.excluded", HttpStatus.CONFLICT,
            "该主体违背的承诺 {0} 尚未整改，整改履行前不适用此类承诺，请按一般程序办理。",
            "The subject broke its commitment {0} and has not put it right; until then it cannot make one of this kind: use the ordinary procedure."),
    COMMITMENT_SETTLED("subject.commitment.follow-up", HttpStatus.CONFLICT,
            "该承诺没有待办的列入名单建议，请刷新后查看。",
            "There is no listing to be considered for this commitment, or it was settled; read it again."),
    PERFORMANCE_NOT_FOUND("subject.performance.not-found", HttpStatus.NOT_FOUND,
            "没有找到该合同、承诺事项或欠款，或其不在您的查询范围内；请核对编号。",
            "There is no such contract, promise or arrears, or it is beyond what you may read; check its id."),
    CONTRACT_KNOWN("subject.performance.contract-known", HttpStatus.CONFLICT,
            "该合同（承诺）{0} 已登记（同一义务单位、相对方、签订日期和编号），请在 {1} 中办理；登记有误的，请申请撤销原登记。",
            "Contract {0} is registered already (same body, counterparty, day of signing and number); go on at {1}, or have that registration annulled."),
    PERFORMANCE_STATE("subject.performance.state", HttpStatus.CONFLICT,
            "当前状态为“{0}”，不能进行此操作，请刷新后查看。", "The state ({0}) does not allow this; read it again."),
    ANNULMENT_STATE("subject.annulment.state", HttpStatus.CONFLICT,
            "撤销申请的当前状态不允许此操作：已有待批准的申请须先批准或驳回，没有待批准的申请或所申请撤销的认定已变化的，请刷新后重新申请。",
            "The state of the proposal does not allow this: an open one has to be decided about first; where none is open, or what it was about has changed, read it again and propose anew."),
    UNKNOWN_ITEM("subject.batch.unknown-item", HttpStatus.UNPROCESSABLE_CONTENT,
            "信用目录中没有代码为 {0} 的事项，请在目录中核对事项代码（如 XK、CF、DJ）后重新上传。",
            "The catalogue has no item {0}; look its code up (such as XK, CF, DJ) and upload again."),
    FORMAT_NOT_SUPPORTED("subject.batch.format", HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "不支持上传 {0} 类型的文件，请上传 CSV（text/csv）、XLSX"
                    + "（application/vnd.openxmlformats-officedocument.spreadsheetml.sheet）或 NDJSON（application/x-ndjson）。",
            "Files of type {0} cannot be uploaded; upload CSV (text/csv), XLSX "
                    + "(application/vnd.openxmlformats-officedocument.spreadsheetml.sheet) or NDJSON (application/x-ndjson)."),
    CODING_NOT_SUPPORTED("subject.batch.coding", HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "不支持压缩方式（Content-Encoding）{0}，请用 gzip 压缩或不压缩后上传。",
            "The Content-Encoding {0} is not supported; upload with gzip or without any."),
    FILE_TOO_LARGE("subject.batch.too-large", HttpStatus.CONTENT_TOO_LARGE,
            "文件超过单个文件的上限 {0}，请拆分为多个文件分别上传。",
            "The file exceeds the limit of {0}; split it and upload the parts."),
    FORM_TOO_LARGE("subject.form.too-large", HttpStatus.CONTENT_TOO_LARGE,
            "以表单（multipart）提交的不得超过 {0}：表单只在内存中处理，不落盘。请将文件直接作为请求正文提交（Content-Type 填文件类型，文件名填入 Content-Disposition）；授权书请压缩后提交。",
            "A form may have {0} at most, since forms are held in memory and never on disk. Send the file itself as the body, with its Content-Type"
                    + " and its name in Content-Disposition; make a signed paper smaller."),
    FORMS_BUSY("subject.form.busy", HttpStatus.SERVICE_UNAVAILABLE,
            "同时以表单提交的文件过多，请稍后重试，或将文件直接作为请求正文提交。",
            "Too many forms are being sent at the moment; retry later, or send the file itself as the body."),
    PUSHES_BUSY("subject.push.busy", HttpStatus.SERVICE_UNAVAILABLE,
            "同时推送的请求过多，本次未作处理，请稍后原样重试，或将记录汇成文件上传。",
            "Too many records are being pushed at the moment and these were not looked at; retry later, or upload them as a file."),
    UPLOAD_INCOMPLETE("subject.batch.incomplete", HttpStatus.BAD_REQUEST,
            "文件未上传完整，未保存任何内容，请重新上传。", "The upload broke off and nothing was kept; upload again."),
    FILE_MISSING("subject.batch.file-missing", HttpStatus.BAD_REQUEST,
            "表单中没有名为 file 的文件，请选择文件后重新上传。", "The form has no file part named file; add it and upload again."),
    CODE_CASE_SHARED("subject.code-case.shared", HttpStatus.CONFLICT,
            "该问题还涉及本市（县）以外的信源单位，不能由本市（县）单独办结或排除；请报省级平台办理。",
            "Sources outside your city (county) are part of this case too, so you cannot resolve or dismiss it alone; "
                    + "ask the province to."),
    ARREARS_KNOWN("subject.arrears.known", HttpStatus.CONFLICT,
            "该笔欠款已由债权人或欠款单位报送，编号 {0}，请勿重复报送；同日到期、金额相同的另一笔欠款，请与该笔合并报送或联系核实单位。",
            "This debt was reported already, as {0}. Another one of the same amount due on the same day is to be reported with it; "
                    + "or ask whoever confirms it."),
    NO_SOURCE("subject.batch.no-source", HttpStatus.FORBIDDEN,
            "您的账号未登记所属单位的统一社会信用代码或行政区划，无法作为数据来源单位上传，请联系管理员补全账号信息。",
            "Your account has no employer code or division, so it cannot be a source; ask your administrator to complete it."),
    NOT_A_SUPPLIER("subject.batch.not-supplier", HttpStatus.FORBIDDEN,
            "本单位未登记为“{0}”（{1}）的信源单位，不能报送；请核对所选条目，确需报送的，请联系省公共信用信息中心登记。",
            "Your organisation is not registered as a source of {0} ({1}); check the item, or have the province register you."),
    BATCH_NOT_FOUND("subject.batch.not-found", HttpStatus.NOT_FOUND,
            "没有找到该批次，请核对批次编号；只能查看本单位或本行政区划内的批次。",
            "There is no such batch; check its id. Only batches of your own organisation or division are shown."),
    BATCH_NOT_FINISHED("subject.batch.not-finished", HttpStatus.CONFLICT,
            "该批次尚未处理完毕，请在处理完成后下载退回文件。", "The batch is not finished yet; download its rejects when it is."),
    CHARSET_NOT_SUPPORTED("subject.batch.charset", HttpStatus.BAD_REQUEST,
            "退回文件只能以 UTF-8 或 GB18030 编码下载，请修改参数 charset。",
            "Rejects can be had in UTF-8 or GB18030 only; change the parameter charset."),
    REJECT_FORMAT_NOT_SUPPORTED("subject.batch.reject-format", HttpStatus.BAD_REQUEST,
            "退回文件只能以 csv 或 xlsx 格式下载，请修改参数 format。",
            "Rejects can be had as csv or xlsx only; change the parameter format."),
    TOO_MANY_REJECTS("subject.batch.too-many-rejects", HttpStatus.CONFLICT,
            "退回的行超过一个工作表所能容纳的 {0} 行，请以 CSV 格式下载（format=csv）。",
            "There are more rejects than the {0} rows that a sheet holds; download them as CSV (format=csv)."),
    BATCH_FINISHED("subject.batch.finished", HttpStatus.CONFLICT,
            "该批次已处理完毕，不能取消；已接收的记录如有错误，请上传“操作类型”为“变更”或“撤销”的文件。",
            "The batch is finished and cannot be cancelled; to mend what was accepted upload rows that change or withdraw it."),
    FILE_DELETED("subject.batch.file-deleted", HttpStatus.GONE,
            "该批次的文件、退回行和提示已超过保存期限并已删除，请重新上传原文件。",
            "The batch's file, rejects and warnings were deleted because their time was over; upload the file again.");

    private final ProblemText text;

    SubjectProblem(String code, HttpStatus status, String zh, String en) {
        this.text = new ProblemText(code, status, zh, en);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
