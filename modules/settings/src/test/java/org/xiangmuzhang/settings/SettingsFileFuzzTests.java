package org.xiangmuzhang.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.ChangingSettings.Proposed;
import org.xiangmuzhang.settings.ChangingSettings.Standing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever comes as a file of settings is one, and reads the same again, or is refused. */
class SettingsFileFuzzTests {

    @FuzzTest
    void whole(byte[] sent) {
        List<Proposed> read;
        try {
            read = SettingsFile.read(sent);
        } catch (Refusal refused) {
            assertThat(refused.rule()).isEqualTo("setting-file-form");
            return;
        }
        for (Proposed one : read) {
            readsTheSameAgainOrIsRefused(one);
        }
    }

    private static void readsTheSameAgainOrIsRefused(Proposed one) {
        Values values;
        try {
            values = one.values().apply(SettingTests.LADDER);
        } catch (Refusal refused) {
            assertThat(refused.rule()).matches("setting-.*|ladder-rises");
            return;
        }
        List<Standing> standing = List.of(new Standing(SettingTests.LADDER, values, null, null));
        String csv = SettingsFile.csv(standing);
        String json = SettingsFile.of(new Region("140500"), standing).json();
        for (String file : List.of(csv, json)) {
            assertThat(SettingsFile.read(file.getBytes(StandardCharsets.UTF_8)))
                    .singleElement()
                    .extracting(again -> again.values().apply(SettingTests.LADDER))
                    .isEqualTo(values);
        }
    }
}
