package planted.skipped;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.xiangmuzhang.practices.Practice;

/** Each would be skipped; the build looks for tests in org.xiangmuzhang alone. */
class OffenderTests {

    @Test
    @Disabled
    void off() {}

    @Test
    @DisabledOnOs(OS.LINUX)
    void offHere() {}

    @Practice("PR-024")
    void noTest() {}

    @Test
    @Practice("PR-024")
    void perhaps() {
        Assumptions.assumeTrue(getClass().isInterface());
    }

    @Disabled
    static class AllOff {
        @Test
        void inside() {}
    }
}
