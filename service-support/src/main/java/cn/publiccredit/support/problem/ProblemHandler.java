package cn.publiccredit.support.problem;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place where failures become answers; nothing internal leaves with them. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> told(Problem problem, HttpServletRequest request) {
        if (problem.code().status().is5xxServerError()) {
            log.warn("{} {} answered {}", request.getMethod(), request.getRequestURI(), problem.code().code(), problem);
        }
        return writer.answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> relayed(RelayedProblem relayed) {
        return ResponseEntity.status(relayed.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(relayed.body());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            String field = path(unknown);
            return answer(CommonProblem.INVALID.with().violating(field, "unknown-field",
                    "字段 " + field + " 不存在，请删除或改用接口文档中的字段名。",
                    "There is no field " + field + "; remove it or use a name of the API document."), request);
        }
        if (e.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            String field = path(wrong);
            return answer(CommonProblem.INVALID.with().violating(field, "wrong-value",
                    "字段 " + field + " 的值类型、格式或取值不正确，请按接口文档填写。",
                    "The value of " + field + " has the wrong type, format or value; see the API document."), request);
        }
        Words what = e.getCause() instanceof JacksonException
                ? new Words("不是合法的 JSON", "it is no valid JSON")
                : new Words("缺少请求体或请求体不完整", "its body is missing or incomplete");
        return answer(CommonProblem.MALFORMED.with(what), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
        List<Violation> broken = e.getBindingResult().getFieldErrors().stream()
                .map(f -> new Violation(f.getField(), String.valueOf(f.getCode()),
                        "字段 " + f.getField() + " " + f.getDefaultMessage(), f.getField() + ": " + f.getDefaultMessage()))
                .toList();
        return answer(CommonProblem.INVALID.with().violating(broken), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> wrongParameter(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        String name = e.getName();
        return answer(CommonProblem.MALFORMED.with(Words.parameter(name)).violating(name, "wrong-value",
                "参数 " + name + " 的格式或取值不正确，请按接口文档填写。",
                "Parameter " + name + " has the wrong format or value; see the API document."), request);
    }

    @ExceptionHandler({ServletRequestBindingException.class, MultipartException.class})
    ResponseEntity<ProblemBody> missing(Exception e, HttpServletRequest request) {
        if (e instanceof MaxUploadSizeExceededException) {
            return answer(CommonProblem.TOO_LARGE.with(), request);
        }
        Words what = e instanceof MissingRequestValueException
                ? new Words("缺少必填参数", "a required parameter is missing")
                : new Words("参数或上传内容不完整", "a parameter or the upload is incomplete");
        return answer(CommonProblem.MALFORMED.with(what).because(e), request);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemBody> nothingThere(HttpServletRequest request) {
        return answer(CommonProblem.NOT_FOUND.with(), request);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<ProblemBody> wrongMethod(HttpServletRequest request) {
        return answer(CommonProblem.METHOD_NOT_ALLOWED.with(), request);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<ProblemBody> wrongType(HttpServletRequest request) {
        return answer(CommonProblem.UNSUPPORTED_MEDIA_TYPE.with(), request);
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<ProblemBody> notAcceptable(HttpServletRequest request) {
        return answer(CommonProblem.NOT_ACCEPTABLE.with(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> lostRace(OptimisticLockingFailureException e, HttpServletRequest request) {
        return answer(CommonProblem.CONFLICT.with().because(e), request);
    }

    @ExceptionHandler({DataAccessException.class, MongoException.class})
    ResponseEntity<ProblemBody> storeFailed(Exception e, HttpServletRequest request) {
        return told(CommonProblem.STORE_UNAVAILABLE.with().because(e), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unexpected(Exception e, HttpServletRequest request) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(CommonProblem.UNEXPECTED.with(), request);
    }

    private ResponseEntity<ProblemBody> answer(Problem problem, HttpServletRequest request) {
        return writer.answer(problem, request);
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(r -> r.getPropertyName() != null ? r.getPropertyName() : Integer.toString(r.getIndex()))
                .collect(Collectors.joining("."));
    }
}
