package cn.publiccredit.report.archive;

/**
 * Where a file's bytes are.
 *
 * @param sha256 over all bytes, hexadecimal
 * @param size bytes
 * @param parts pieces it is stored in
 */
public record StoredFile(String sha256, long size, int parts) {}
