package org.xiangmuzhang.database;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Tells PostgreSQL before each statement how much its thread sees, when that is not what the
 * session knows already. What is told inside a transaction ends with it by itself. A connection
 * goes back to its pool with the sight of the platform.
 */
final class SightedDataSource extends DelegatingDataSource {

    SightedDataSource(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return sighted(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return sighted(super.getConnection(user, password));
    }

    private static Connection sighted(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        SightedDataSource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new Session(connection));
    }

    private static final class Session implements InvocationHandler {

        private final Connection connection;

        /** What the session was told outside of transactions. */
        private String lasting = Sight.ALL.setting();

        /** What holds now; unknown after a roll-back to a savepoint, which takes it back. */
        private @Nullable String told = lasting;

        Session(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "equals" -> {
                    return arguments != null && proxy == arguments[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(proxy);
                }
                case "createStatement", "prepareStatement", "prepareCall" -> tell(Sight.current());
                case "close" -> giveBack();
                default -> {}
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            } finally {
                switch (method.getName()) {
                    case "commit" -> told = lasting;
                    case "rollback" -> told = arguments == null ? lasting : null;
                    case "setAutoCommit" -> {
                        if (connection.getAutoCommit()) {
                            told = lasting; // what was open is committed
                        }
                    }
                    default -> {}
                }
            }
        }

        private void tell(Sight sight) throws SQLException {
            if (sight.setting().equals(told)) {
                return;
            }
            boolean inTransaction = !connection.getAutoCommit();
            try (PreparedStatement statement =
                    connection.prepareStatement("select set_config('xiangmuzhang.sight', ?, ?)")) {
                statement.setString(1, sight.setting());
                statement.setBoolean(2, inTransaction);
                statement.execute();
            }
            told = sight.setting();
            if (!inTransaction) {
                lasting = told;
            }
        }

        /** A session that cannot be told any more is ended: the pool would hand it out blind. */
        private void giveBack() throws SQLException {
            String all = Sight.ALL.setting();
            if (connection.isClosed() || all.equals(told) && all.equals(lasting)) {
                return;
            }
            try {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                    told = lasting;
                }
                tell(Sight.ALL);
            } catch (SQLException e) {
                connection.abort(Runnable::run);
            }
        }
    }
}
