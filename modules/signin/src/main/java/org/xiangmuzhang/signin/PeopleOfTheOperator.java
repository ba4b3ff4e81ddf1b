package org.xiangmuzhang.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.Enrolling;
import org.xiangmuzhang.parties.Enrolment;
import org.xiangmuzhang.parties.EnrolmentList;
import org.xiangmuzhang.parties.EnrolmentsRefusedException;

import java.io.IOException;
import java.util.List;

/** The people, posts and enterprises that the operator lists, taken before anybody is served. */
@Component
@ConditionalOnProperty("xiangmuzhang.people")
class PeopleOfTheOperator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleOfTheOperator.class);

    private final Enrolling enrolling;
    private final Resource list;

    PeopleOfTheOperator(Enrolling enrolling, @Value("${xiangmuzhang.people}") Resource list) {
        this.enrolling = enrolling;
        this.list = list;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Enrolment> rows = EnrolmentList.read(content());
        int added = enrolling.enrol(rows, null).size();
        LOG.info("Read {} posts from {}; {} people are new", rows.size(), list, added);
    }

    private byte[] content() {
        try {
            return list.getContentAsByteArray();
        } catch (IOException e) {
            throw new EnrolmentsRefusedException(
                    List.of("The list cannot be read from " + list.getDescription() + "."));
        }
    }
}
