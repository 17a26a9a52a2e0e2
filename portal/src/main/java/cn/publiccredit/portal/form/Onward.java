package cn.publiccredit.portal.form;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Where something leads that was done. */
public final class Onward {

    private Onward() {}

    /** To the page of what was made. @param path of the pages of its kind */
    public static String to(String path, String id) {
        return "redirect:" + path + "/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }
}
