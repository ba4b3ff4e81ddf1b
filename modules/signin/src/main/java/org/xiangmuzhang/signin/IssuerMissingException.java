package org.xiangmuzhang.signin;

/** Production was asked for, and nobody was named who issues tokens. */
class IssuerMissingException extends RuntimeException {

    IssuerMissingException() {
        super(
                "In profile production the property "
                        + IssuerChoice.OWN
                        + " must name an OpenID Connect issuer; the application does not start"
                        + " with users of its own.");
    }
}
