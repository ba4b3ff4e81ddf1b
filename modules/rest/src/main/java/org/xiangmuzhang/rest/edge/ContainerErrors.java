package org.xiangmuzhang.rest.edge;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;

/**
 * What the container says about requests that it cannot even read, such as a broken request line:
 * the status and nothing else, as a problem document without a language.
 */
public class ContainerErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        """
                        {"type":"urn:xiangmuzhang:problem:request-unreadable",\
                        "title":"请求无法读取 · Unreadable request","status":%d,\
                        "detail":"请求不符合 HTTP 规范。The request does not follow HTTP.",\
                        "rule":"request-unreadable","pointers":[]}
                        """
                                .formatted(status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The caller is gone", e);
        }
    }
}
