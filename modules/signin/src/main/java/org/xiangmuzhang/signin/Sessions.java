package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.xiangmuzhang.parties.ShortLived;

import java.util.Objects;
import java.util.Set;

/**
 * Sessions stand in the database, so that any node may answer the next request. What they hold is
 * sealed under the key of a day, and they are found by a hash of the login: no copy of the database
 * tells who was signed in.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "signin.session", maxInactiveIntervalInSeconds = 1800)
class Sessions {

    private static final String ABOUT = "session";

    /** By what a login is found where it must not stand. */
    static final String HASH = "encode(sha256(convert_to(cast(? as text), 'UTF8')), 'hex')";

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> forPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> namingNobody(
            ShortLived sealing) {
        return sessions -> {
            sessions.setCreateSessionQuery(
                    "insert into %TABLE_NAME% (primary_id, session_id, creation_time,"
                            + " last_access_time, max_inactive_interval, expiry_time,"
                            + " principal_name) values (?, ?, ?, ?, ?, ?, "
                            + HASH
                            + ")");
            sessions.setUpdateSessionQuery(
                    "update %TABLE_NAME% set session_id = ?, last_access_time = ?,"
                            + " max_inactive_interval = ?, expiry_time = ?, principal_name = "
                            + HASH
                            + " where primary_id = ?");
            sessions.setListSessionsByPrincipalNameQuery(
                    "select s.primary_id, s.session_id, s.creation_time, s.last_access_time,"
                            + " s.max_inactive_interval, sa.attribute_name, sa.attribute_bytes"
                            + " from %TABLE_NAME% s left join %TABLE_NAME%_attributes sa"
                            + " on s.primary_id = sa.session_primary_id where s.principal_name = "
                            + HASH);
            sessions.setConversionService(sealed(sealing));
        };
    }

    /** What opens no more, because its day is over, is not there: its caller signs in again. */
    private static ConversionService sealed(ShortLived sealing) {
        SerializingConverter writing = new SerializingConverter();
        DeserializingConverter reading =
                new DeserializingConverter(Sessions.class.getClassLoader());
        Converter<Object, byte[]> closing =
                value -> sealing.seal(Objects.requireNonNull(writing.convert(value)), ABOUT);
        GenericConversionService both = new GenericConversionService();
        both.addConverter(Object.class, byte[].class, closing);
        both.addConverter(new Opening(sealing, reading));
        return both;
    }

    private record Opening(ShortLived sealing, DeserializingConverter reading)
            implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(
                @Nullable Object sealed, TypeDescriptor from, TypeDescriptor to) {
            byte[] opened =
                    sealed instanceof byte[] bytes ? sealing.open(bytes, ABOUT).orElse(null) : null;
            return opened == null ? null : reading.convert(opened);
        }
    }
}
