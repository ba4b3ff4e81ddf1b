package org.xiangmuzhang.webhooks;

import java.util.Map;
import java.util.UUID;

/**
 * What happened, in the JSON form of CloudEvents 1.0.
 *
 * @param source the place whose hall has the matter
 * @param type public name of the kind
 * @param subject the application
 * @param time as RFC 3339 writes it
 * @param data ids, codes, dates and states
 */
record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        Map<String, Object> data) {

    /** Media type of such a body. */
    static final String MEDIA_TYPE = "application/cloudevents+json";
}
