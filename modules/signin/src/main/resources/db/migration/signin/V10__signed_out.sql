-- Tokens of a person that were issued before are good no more.
create table signin.signed_out (
    person uuid primary key,
    region text not null default '000000',
    at     timestamptz not null
);

alter table signin.sign_in add login text;
create index sign_in_by_login on signin.sign_in (login);
