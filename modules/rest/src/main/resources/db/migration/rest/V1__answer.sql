create table rest.answer (
    caller      text not null,
    key         text not null,
    region      text not null default '000000',
    method      text not null,
    path        text not null,
    fingerprint text not null,
    status      int,
    headers     jsonb,
    body        bytea,
    at          timestamptz not null,
    primary key (caller, key)
);

create index answer_by_age on rest.answer (at);
