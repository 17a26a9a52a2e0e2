package cn.publiccredit.support.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which service this is.
 *
 * @param name the short name in paths: {@code catalog}, {@code subject}, {@code listing}, {@code repair}, {@code report}
 * @param title the name that people read, in Chinese
 */
@ConfigurationProperties(prefix = "credit.service", ignoreUnknownFields = false)
public record ServiceSettings(String name, String title) {

    /** What all paths of this service begin with, such as {@code /api/subject/v1}. */
    public String prefix() {
        return "/api/" + name + "/v1";
    }
}
