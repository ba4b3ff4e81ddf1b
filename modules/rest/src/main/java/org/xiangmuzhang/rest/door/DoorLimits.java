package org.xiangmuzhang.rest.door;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What one node lets in.
 *
 * @param commands changes done at once; each holds a connection to the database
 * @param reads requests answered at once that change nothing
 * @param signIns sign-ins and requests for tokens at once
 * @param strangers requests at once of those who have not signed in, for what is open to all
 * @param provisioning requests of the identity provider at once
 * @param client requests of one client at once, whatever they are
 * @param waiting how many wait in each lane
 * @param patience how long they wait
 * @param retryAfter when a client turned away may come again
 */
@ConfigurationProperties("xiangmuzhang.door")
record DoorLimits(
        @DefaultValue("10") int commands,
        @DefaultValue("16") int reads,
        @DefaultValue("4") int signIns,
        @DefaultValue("8") int strangers,
        @DefaultValue("2") int provisioning,
        @DefaultValue("8") int client,
        @DefaultValue("32") int waiting,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("1s") Duration retryAfter) {

    Lane lane(int atOnce) {
        return new Lane(atOnce, waiting, patience);
    }
}
