package cn.publiccredit.support.problem;

import org.springframework.http.HttpStatus;

/**
 * What a {@link ProblemCode} says: a stable code, the HTTP status and the message patterns in both languages.
 *
 * @param code stable code such as {@code subject.batch.unknown-item}
 * @param zh {@link java.text.MessageFormat} pattern in Simplified Chinese that names what is wrong and what to do
 * @param en the same in English
 */
public record ProblemText(String code, HttpStatus status, String zh, String en) {}
