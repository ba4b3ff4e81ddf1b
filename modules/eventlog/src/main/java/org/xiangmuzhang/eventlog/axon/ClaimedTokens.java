package org.xiangmuzhang.eventlog.axon;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;

import java.sql.Connection;
import java.sql.ResultSet;

/**
 * Consumers' positions in {@code eventlog.token}, committed with their effects. Only the node that
 * holds a segment's claim moves its position: one that was paused until another took over, and
 * perhaps died in turn, is turned away with all its effects instead of setting the position back.
 */
final class ClaimedTokens extends JdbcTokenStore {

    ClaimedTokens(ConnectionProvider connections, Serializer serializer) {
        this(settings(connections, serializer));
    }

    ClaimedTokens(Builder settings) {
        super(settings);
    }

    static Builder settings(ConnectionProvider connections, Serializer serializer) {
        return builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .contentType(String.class)
                .schema(
                        TokenSchema.builder()
                                .setTokenTable("eventlog.token")
                                .setProcessorNameColumn("processor_name")
                                .setTokenTypeColumn("token_type")
                                .build());
    }

    /** Asked only when the claim is no longer this node's: Axon would claim it again here. */
    @Override
    protected void updateToken(
            Connection connection,
            ResultSet resultSet,
            TrackingToken token,
            String processorName,
            int segment) {
        throw new UnableToClaimTokenException(
                "The claim on %s[%d] was lost".formatted(processorName, segment));
    }
}
