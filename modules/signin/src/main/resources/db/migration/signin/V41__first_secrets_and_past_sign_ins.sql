-- A secret that works once: whoever has no password sets one with it.
create table signin.first_secret (
    person  uuid        primary key,
    region  text        not null default '000000',
    hash    text        not null,
    until   timestamptz not null,
    tries   int         not null default 0
);

-- Sign-ins that were tried: by whom and when, how it ended, and roughly from what.
create table signin.past_sign_in (
    id      uuid        primary key,
    region  text        not null,
    person  uuid        not null,
    at      timestamptz not null,
    outcome text        not null,
    network text        not null,
    device  text
);

create index past_sign_in_of on signin.past_sign_in (person, id);
