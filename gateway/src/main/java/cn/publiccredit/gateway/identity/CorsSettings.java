package cn.publiccredit.gateway.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Web pages of other origins that may call the API from a browser; none by default.
 *
 * @param allowedOrigins origins such as {@code https://app.example.cn}
 */
@ConfigurationProperties(prefix = "credit.gateway.cors", ignoreUnknownFields = false)
public record CorsSettings(@DefaultValue List<String> allowedOrigins) {}
