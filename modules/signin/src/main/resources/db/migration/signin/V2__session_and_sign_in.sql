-- Sessions of the console, for every node; the columns are Spring Session's.
create table signin.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        text
);

create unique index session_by_id on signin.session (session_id);
create index session_by_expiry on signin.session (expiry_time);
create index session_by_principal on signin.session (principal_name);

create table signin.session_attributes (
    session_primary_id char(36) not null references signin.session on delete cascade,
    attribute_name     text     not null,
    attribute_bytes    bytea    not null,
    primary key (session_primary_id, attribute_name)
);

-- Sign-ins at the issuer inside the application, until their codes are exchanged.
create table signin.sign_in (
    id      text primary key,
    region  text not null default '000000',
    tokens  text[] not null,
    until   timestamptz not null,
    content bytea not null
);

create index sign_in_by_token on signin.sign_in using gin (tokens);
create index sign_in_by_end on signin.sign_in (until);
