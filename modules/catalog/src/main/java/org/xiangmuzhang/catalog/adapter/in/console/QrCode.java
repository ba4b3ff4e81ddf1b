package org.xiangmuzhang.catalog.adapter.in.console;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import org.jspecify.annotations.Nullable;

/**
 * A code to be read by a phone, as the parts of a picture.
 *
 * @param text what is read
 * @param side of the square in modules, with the quiet zone of four around it
 * @param path of an SVG: one rectangle for each run of dark modules
 */
public record QrCode(String text, int side, String path) {

    private static final int QUIET = 4;

    /** The code of a text, or null when it is too long for any. */
    static @Nullable QrCode of(String text) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            return null;
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append(
                            "M%d %dh%dv1h-%dz"
                                    .formatted(from + QUIET, y + QUIET, x - from, x - from));
                }
            }
        }
        return new QrCode(text, modules.getWidth() + 2 * QUIET, path.toString());
    }
}
