package org.xiangmuzhang.parties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTests {

    @Test
    void namesKeepTheirFirstAndOfThreeTheLastCharacter() {
        assertThat(Masked.name("张志远")).isEqualTo("张*远");
        assertThat(Masked.name("欧阳启明")).isEqualTo("欧**明");
        assertThat(Masked.name("王芳")).isEqualTo("王*");
        assertThat(Masked.name("李")).isEqualTo("*");
        assertThat(Masked.name("")).isEqualTo("*");
        assertThat(Masked.name("𠮷野家")).isEqualTo("𠮷*家");
    }

    @Test
    void phonesKeepThreeAndFourDigits() {
        assertThat(Masked.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Masked.phone("0356-2198765")).isEqualTo("035*****8765");
        assertThat(Masked.phone("2198765")).isEqualTo("*******");
        assertThat(Masked.phone("110")).isEqualTo("***");
    }
}
