-- A system that acts for a person.
create table signin.client (
    client_id   text primary key,
    region      text not null default '000000',
    secret_hash text not null,
    person      uuid not null
);

create index client_of_person on signin.client (person);

-- The key of the issuer inside the application.
create table signin.signing_key (
    only_row boolean primary key check (only_row),
    region   text not null default '000000',
    jwk      text not null
);
