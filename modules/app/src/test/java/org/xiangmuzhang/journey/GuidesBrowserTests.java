package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xiangmuzhang.journey.Browser.Width;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/** A stranger with a phone is guided to a notice, and its code opens the same on another phone. */
@ExtendWith(Chromium.class)
class GuidesBrowserTests {

    private static final Platform PLATFORM = Platform.shared();

    @Test
    void guidesAStrangerOnAPhoneAndTheCodeOpensTheSameAnswers(Browser browser) throws Exception {
        Browser phone = browser.at(PLATFORM.address());
        phone.to(Width.PHONE);
        phone.open("/guides?region=140502");
        phone.follow("a[href*='BUILD-ROAD']");
        for (String answer : List.of("YES", "NO", "900", "REGISTER", "0.3")) {
            if (answer.matches("[\\d.]+")) {
                phone.one("#answer").fill(answer);
            } else {
                phone.one("input[name=answer][value=" + answer + "]").press("Space");
            }
            phone.follow("button[name=send]");
        }
        phone.one("input[value=GREEN]").press("Space");
        phone.follow("button[name=send]");

        assertThat(phone.one("h1").innerText()).contains("一次性告知");
        List<String> items = phone.all("tbody th").allInnerTexts();
        assertThat(items).hasSizeGreaterThan(40);
        assertThat(phone.findings("guide-phone", Width.PHONE, true)).isEmpty();

        Page paper = phone.page();
        paper.setViewportSize(794, 1123);
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(phone.wrong(false)).as("on A4").isEmpty();
        assertThat(phone.one(".masthead").isVisible()).isFalse();
        assertThat(phone.one(".guide__code svg").isVisible()).isTrue();
        paper.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots/guide-print.png")));
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        phone.to(Width.PHONE);

        byte[] picture = phone.one(".guide__code svg").screenshot();
        String address = scanned(picture);
        assertThat(address).startsWith(PLATFORM.address() + "/guides/BUILD-ROAD");
        Browser other = browser.at(PLATFORM.address());
        other.to(Width.PHONE);
        assertThat(other.open(address.substring(PLATFORM.address().length()))).isEqualTo(200);
        assertThat(other.all("tbody th").allInnerTexts()).isEqualTo(items);
        assertThat(other.page().context().cookies())
                .as("nothing is kept for who only reads")
                .noneMatch(cookie -> cookie.name.contains("SESSION"));
    }

    private static String scanned(byte[] picture) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }
}
