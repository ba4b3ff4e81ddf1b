package org.xiangmuzhang.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

@SpringBootTest(
        classes = SampleSite.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AssetsTests {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    @LocalServerPort private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyVendoredFileIsTheOneThatWasListed() throws Exception {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(VENDOR).sorted()) {
            for (Path file : files.toList()) {
                if (!file.endsWith("SHA256SUMS")) {
                    String sum = HexFormat.of().formatHex(digest("SHA-256", bytes(file)));
                    found.add(sum + "  " + file.getFileName());
                }
            }
        }

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(VENDOR.resolve("SHA256SUMS")));
        assertThat(found).anyMatch(line -> line.endsWith("  htmx.min.js"));
        assertThat(found).anyMatch(line -> line.endsWith("  echarts.min.js"));
        assertThat(found).anyMatch(line -> line.endsWith("  LICENSE-htmx.txt"));
        assertThat(found).anyMatch(line -> line.endsWith("  LICENSE-echarts.txt"));
    }

    @Test
    void everyAssetOfAPageIsServedUnderItsHashAndVendoredScriptsMatchTheirIntegrity()
            throws Exception {
        Document page = Jsoup.parse(read("/console/projects/one").body());
        List<String> assets = new ArrayList<>();
        assets.addAll(page.select("script[src]").eachAttr("src"));
        assets.addAll(page.select("link[href]").eachAttr("href"));

        assertThat(assets).hasSize(8);
        for (String asset : assets) {
            HttpResponse<String> answer = read(asset);
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(asset).matches("/(vendor|console)/[a-z.]+-[0-9a-f]{32}\\.(js|css|svg)");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000");
        }
        List<Element> vendored = page.select("script[src^=/vendor/]");
        assertThat(vendored).hasSize(2);
        for (Element script : vendored) {
            Path file =
                    VENDOR.resolve(
                            script.attr("src").replaceAll("^/vendor/|-[0-9a-f]{32}(?=\\.)", ""));
            String hash = Base64.getEncoder().encodeToString(digest("SHA-384", bytes(file)));
            assertThat(script.attr("integrity")).isEqualTo("sha384-" + hash);
        }
    }

    @Test
    void noAssetNamesAnotherHost() throws Exception {
        Path own = Path.of("src/main/resources/static/console");
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
                        .as(file.toString())
                        .doesNotContain("http://", "https://", "@import", "eval(", "innerHTML");
            }
        }
    }

    @Test
    void errorPagesLookLikeTheRest() throws Exception {
        HttpResponse<String> missing = read("/console/nowhere");
        HttpResponse<String> broken = read("/console/broken");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(missing.body()).select("h1").text()).isEqualTo("没有找到这个页面");
        assertThat(Jsoup.parse(missing.body()).select(".languages a[hreflang=en]").attr("href"))
                .isEqualTo("/console/nowhere?lang=en");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(Jsoup.parse(broken.body()).select("h1").text()).isEqualTo("系统出了一点问题");
        assertThat(broken.body()).doesNotContain("broken on purpose", "Exception", "jsessionid");
    }

    private HttpResponse<String> read(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static byte[] digest(String algorithm, byte[] content) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance(algorithm).digest(content);
    }
}
