package org.xiangmuzhang.rest;

import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.edge.BodyTooSlowException;

import tools.jackson.core.JacksonException;

import java.io.EOFException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells from what was thrown what is wrong with the request. */
final class Problems {

    /** Losers of a race, by name: this module does not know the event store. */
    private static final Set<String> RACES =
            Set.of(
                    "org.axonframework.modelling.command.ConcurrencyException",
                    "org.axonframework.modelling.command.ConflictingAggregateVersionException");

    /** A parameter whose name has characters that no name has. */
    private static final String REJECTED =
            "org.springframework.security.web.firewall.RequestRejectedException";

    private Problems() {}

    static Problem of(Throwable thrown) {
        if (find(thrown, BodyTooSlowException.class) != null) {
            return Problem.of(408, "body-too-slow");
        }
        if (find(thrown, HttpMessageNotReadableException.class) != null) {
            JacksonException json = find(thrown, JacksonException.class);
            return json == null ? Problem.of(400, "body-missing") : JsonProblems.of(json);
        }
        MethodArgumentTypeMismatchException mismatch =
                find(thrown, MethodArgumentTypeMismatchException.class);
        if (mismatch != null) {
            return parameter(mismatch);
        }
        Refusal refusal = find(thrown, Refusal.class);
        if (refusal != null) {
            return Problem.of(refusal);
        }
        if (find(thrown, SizeException.class) != null
                || find(thrown, MaxUploadSizeExceededException.class) != null) {
            return Problem.at("/file", 413, "upload-too-large");
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Problem problem = known(cause);
            if (problem != null) {
                return problem;
            }
        }
        return Problem.of(500, "internal-error");
    }

    private static @Nullable Problem known(Throwable thrown) {
        return switch (thrown) {
            case NoResourceFoundException e -> Problem.of(404, "route-unknown");
            case NoHandlerFoundException e -> Problem.of(404, "route-unknown");
            case HttpRequestMethodNotSupportedException e -> methodNotAllowed(e);
            case HttpMediaTypeNotSupportedException e ->
                    Problem.of(415, "media-type-unsupported", joined(e.getSupportedMediaTypes()))
                            .with(HttpHeaders.ACCEPT, joined(e.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException e ->
                    Problem.of(406, "not-acceptable", joined(e.getSupportedMediaTypes()));
            case MissingServletRequestParameterException e ->
                    Problem.at(
                            "/" + e.getParameterName(),
                            422,
                            "parameter-missing",
                            e.getParameterName());
            case MissingServletRequestPartException e ->
                    Problem.at(
                            "/" + e.getRequestPartName(),
                            422,
                            "part-missing",
                            e.getRequestPartName());
            case MissingRequestHeaderException e ->
                    Problem.of(400, "header-missing", e.getHeaderName());
            case BindingResult e -> values(e);
            case MultipartException e -> Problem.of(400, "multipart-unreadable");
            case FileUploadException e -> Problem.of(400, "multipart-unreadable");
            case EOFException e -> Problem.of(400, "request-unreadable");
            case ClientAbortException e -> Problem.of(400, "request-unreadable");
            case InvalidParameterException e -> byStatus(e.getErrorCode());
            case ErrorResponse e -> byStatus(e.getStatusCode().value());
            case ConcurrencyFailureException e -> race();
            case DuplicateKeyException e -> race();
            case CannotCreateTransactionException e -> unavailable();
            case NonTransientDataAccessResourceException e -> unavailable();
            case TransientDataAccessResourceException e -> unavailable();
            case QueryTimeoutException e -> unavailable();
            case SQLException e -> sql(e);
            default -> byName(thrown.getClass().getName());
        };
    }

    /** What libraries throw that this module does not know. */
    private static @Nullable Problem byName(String thrown) {
        if (thrown.equals(REJECTED)) {
            return Problem.of(400, "request-unreadable");
        }
        return RACES.contains(thrown) ? race() : null;
    }

    /** What a bare status says, for errors that only have one. */
    static Problem byStatus(int status) {
        return switch (status) {
            case 401 -> Problem.of(401, "sign-in-required");
            case 403 -> Problem.of(403, "access-denied");
            case 404 -> Problem.of(404, "route-unknown");
            case 405 -> Problem.of(405, "method-not-allowed", "", "");
            case 406 -> Problem.of(406, "not-acceptable", "");
            case 413 -> Problem.of(413, "upload-too-large");
            case 415 -> Problem.of(415, "media-type-unsupported", "");
            case 503 -> unavailable();
            default ->
                    status >= 400 && status < 500
                            ? Problem.of(status, "request-unreadable")
                            : Problem.of(500, "internal-error");
        };
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException e) {
        String[] supported = e.getSupportedMethods();
        String allowed = supported == null ? "" : String.join(", ", supported);
        return Problem.of(405, "method-not-allowed", e.getMethod(), allowed)
                .with(HttpHeaders.ALLOW, allowed);
    }

    private static Problem parameter(MethodArgumentTypeMismatchException e) {
        Refusal refusal = find(e, Refusal.class);
        if (refusal != null) {
            return Problem.at(
                    "/" + e.getName(), 422, refusal.rule(), refusal.arguments().toArray());
        }
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.of(404, "route-unknown");
        }
        return Problem.at(
                "/" + e.getName(), 422, "wrong-type", JsonProblems.wanted(e.getRequiredType()));
    }

    private static Problem values(BindingResult result) {
        List<String> pointers =
                result.getFieldErrors().stream()
                        .map(FieldError::getField)
                        .map("/"::concat)
                        .toList();
        return new Problem(422, "value-invalid", pointers, List.of(), Map.of());
    }

    private static @Nullable Problem sql(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            // not the server's word but the pool's: its connection is gone
            return unavailable();
        }
        return switch (state) {
            // unique, serialization, deadlock, lock not available
            case "23505", "40001", "40P01", "55P03" -> race();
            // the transaction, or its idling, took longer than the log may be held
            case "25P03", "25P04" -> unavailable();
            default ->
                    switch (state.substring(0, 2)) {
                        // the value itself: too long, out of range, not a character
                        case "22" -> Problem.of(422, "value-not-storable");
                        // connection, resources, operator's shutdown
                        case "08", "53", "57" -> unavailable();
                        default -> null;
                    };
        };
    }

    private static Problem race() {
        return Problem.of(409, "changed-meanwhile");
    }

    private static Problem unavailable() {
        return Problem.of(503, "unavailable").with(HttpHeaders.RETRY_AFTER, "1");
    }

    private static String joined(Collection<MediaType> types) {
        return StringUtils.collectionToDelimitedString(types, ", ");
    }

    static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
