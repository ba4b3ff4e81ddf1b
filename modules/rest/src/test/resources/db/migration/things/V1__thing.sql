create table things.thing (
    id     uuid primary key,
    region text not null default '000000',
    name   text not null,
    -- checked at commit only
    single text unique deferrable initially deferred
);
