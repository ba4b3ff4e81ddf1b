package planted.skipped;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.practices.Practice;

class Offender {

    @Test
    @Practice("PR-024")
    void standsWhereNobodyLooks() {}
}
