package cn.publiccredit.support.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which paths need no token.
 *
 * @param openPaths path patterns beside the public, API document and health paths that are always open
 */
@ConfigurationProperties(prefix = "credit.security", ignoreUnknownFields = false)
public record SecuritySettings(@DefaultValue List<String> openPaths) {}
