-- The issuer inside the application: one key of the installation, and systems bound to a person.
create table signin.signing_key (
    only_row boolean primary key check (only_row),
    jwk      text not null
);

create table signin.client (
    client_id   text primary key,
    region      text not null,
    secret_hash text not null,
    login       text not null
);
