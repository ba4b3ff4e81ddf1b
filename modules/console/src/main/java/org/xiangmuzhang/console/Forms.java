package org.xiangmuzhang.console;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

import java.util.Map;

/** The forms of the page that is being shown. */
@Component("forms")
public final class Forms {

    static final String REFUSED = Form.class.getName();

    private static final String KEPT = FormOn.class.getName();

    private final HttpServletRequest request;

    Forms(HttpServletRequest request) {
        this.request = request;
    }

    /** The form of this name: as it was sent when it has just been refused, else empty. */
    public Form of(String name) {
        Map<String, ?> handed = RequestContextUtils.getInputFlashMap(request);
        return handed != null
                        && handed.get(REFUSED) instanceof Form form
                        && form.name().equals(name)
                ? form
                : Form.fresh(name);
    }

    /** Keeps a value for the form in case it is refused, beside what was typed. */
    public void keep(String field, String value) {
        request.setAttribute(KEPT + "." + field, value);
    }

    static Map<String, String> kept(HttpServletRequest request) {
        Map<String, String> kept = new java.util.HashMap<>();
        for (String name : java.util.Collections.list(request.getAttributeNames())) {
            if (name.startsWith(KEPT + ".") && request.getAttribute(name) instanceof String value) {
                kept.put(name.substring(KEPT.length() + 1), value);
            }
        }
        return kept;
    }
}
