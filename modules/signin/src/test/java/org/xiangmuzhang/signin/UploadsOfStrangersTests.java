package org.xiangmuzhang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A form with files of which only the beginning is sent: who answers has not read it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UploadsOfStrangersTests {

    @LocalServerPort private int port;

    @ParameterizedTest
    @CsvSource({
        "/console/who, multipart/form-data; boundary=b, 302",
        "/console/sign-out, multipart/form-data; boundary=b, 302",
        "/console/who, ' Multipart/Form-Data; boundary=b', 302",
        "/sign-in, multipart/form-data; boundary=b, 302",
        "/, multipart/form-data; boundary=b, 302",
        "/console/nothing.css, multipart/form-data; boundary=b, 302",
        "/oauth2/token, multipart/form-data; boundary=b, 415",
        "/oauth2/authorize, multipart/form-data; boundary=b, 415",
        "/api/me, multipart/form-data; boundary=b, 401",
        "/actuator/metrics, multipart/form-data; boundary=b, 401"
    })
    void strangerIsAnsweredBeforeTheFormIsRead(String path, String type, int status)
            throws IOException {
        assertThat(beginning(path, type, "")).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void strangerWithASessionOfNobodyIsAStrangerStill() throws IOException {
        Browser browser = new Browser(port);
        browser.csrf("/sign-in");

        assertThat(beginning("/console/who", "multipart/form-data; boundary=b", cookies(browser)))
                .startsWith("HTTP/1.1 302");
    }

    /** So that the answers above are none that come whatever happens. */
    @Test
    void formOfWhoHasSignedInIsReadToItsEnd() throws IOException {
        Browser browser = new Browser(port);
        browser.signIn("clerk-140500", DemoUsers.PASSWORD);

        assertThat(beginning("/console/who", "multipart/form-data; boundary=b", cookies(browser)))
                .isEqualTo("waits for more");
    }

    private static String cookies(Browser browser) {
        return browser.cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The first line of what comes back before the rest is sent. */
    private String beginning(String path, String type, String cookies) throws IOException {
        String request =
                """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Accept: text/html\r
                Content-Type: %s\r
                Content-Length: 900000\r
                Cookie: %s\r
                \r
                --b\r
                Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                \r
                %s\
                """
                        .formatted(path, type, cookies, "x".repeat(100_000));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(4_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            byte[] answer = new byte[16];
            int read = socket.getInputStream().readNBytes(answer, 0, 12);
            return new String(answer, 0, read, StandardCharsets.UTF_8);
        } catch (SocketTimeoutException unanswered) {
            return "waits for more";
        }
    }
}
