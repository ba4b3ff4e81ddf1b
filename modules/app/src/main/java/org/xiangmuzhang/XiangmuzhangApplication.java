package org.xiangmuzhang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.xiangmuzhang.database.BackupCommand;

/** 项目长: carries an investment project through all its approvals. */
@SpringBootApplication
public class XiangmuzhangApplication {

    /**
     * Runs the platform, or one of its commands: {@code backup --to=…}, {@code restore --from=…}.
     */
    public static void main(String[] arguments) {
        if (BackupCommand.handles(arguments)) {
            System.exit(BackupCommand.run(arguments));
        }
        SpringApplication.run(XiangmuzhangApplication.class, arguments);
    }
}
