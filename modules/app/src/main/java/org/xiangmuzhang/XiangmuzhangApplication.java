package org.xiangmuzhang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 项目长: carries an investment project through all its approvals. */
@SpringBootApplication
public class XiangmuzhangApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(XiangmuzhangApplication.class, arguments);
    }
}
