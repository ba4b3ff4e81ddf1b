package planted.practice;

import org.xiangmuzhang.practices.Practice;

class Offender {

    @Practice("PR-000")
    void showsNothing() {}
}
