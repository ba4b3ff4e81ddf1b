package org.xiangmuzhang.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.xiangmuzhang.bombs.Zips;
import org.xiangmuzhang.kernel.Refusal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Whatever is uploaded is of the kind that its name promises, or is refused by a rule. */
class InspectionFuzzTests {

    private static final String[] NAMES = {
        "a.pdf", "a.png", "a.jpg", "a.docx", "a.xlsx", "a.ofd", "a.txt", "a.csv", "a.dwg"
    };

    /** The first byte chooses the name. */
    @FuzzTest
    void content(byte[] sent) {
        String name = NAMES[sent.length == 0 ? 0 : (sent[0] & 0xff) % NAMES.length];
        byte[] content = sent.length == 0 ? sent : Arrays.copyOfRange(sent, 1, sent.length);
        FileKind kind;
        try {
            kind = Inspection.of(ByteBuffer.wrap(content), name);
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).startsWith("file-");
            assertThat(refusal.pointers()).containsExactly("/file");
            return;
        }
        assertThat(FileKind.promisedBy(name)).contains(kind);
        assertThat(kind.looksLike(TypeByContent.of(ByteBuffer.wrap(content)))).isTrue();
    }

    @FuzzTest
    void archive(byte[] sent) {
        byte[] archive = Zips.joined(new byte[] {'P', 'K', 3, 4}, sent);
        try {
            assertThat(TypeByContent.of(ByteBuffer.wrap(archive))).contains("/");
            assertThat(Inspection.of(ByteBuffer.wrap(archive), "a.docx")).isEqualTo(FileKind.DOCX);
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).startsWith("file-");
        }
    }

    @FuzzTest
    void pdf(byte[] sent) {
        byte[] pdf = Zips.joined("%PDF-1.7\n7 0 obj\n<<".getBytes(), sent);
        try {
            assertThat(Inspection.of(ByteBuffer.wrap(pdf), "a.pdf")).isEqualTo(FileKind.PDF);
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).startsWith("file-");
        }
    }
}
