-- Rises with every approval, so that each node knows when to read again.
create table settings.head (
    region  text   primary key,
    version bigint not null
);

insert into settings.head (region, version) values ('000000', 0);

create table settings.version (
    region      text        not null,
    name        text        not null,
    number      int         not null,
    content     jsonb       not null,
    from_day    date        not null,
    until_day   date,
    state       text        not null,
    proposed_by uuid        not null,
    proposed_at timestamptz not null,
    reason      uuid        not null,
    decided_by  uuid,
    decided_at  timestamptz,
    answer      uuid,
    primary key (region, name, number),
    check (until_day >= from_day),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check (state <> 'APPROVED' or decided_by <> proposed_by)
);

create unique index version_proposed on settings.version (region, name) where state = 'PROPOSED';
create index version_approved on settings.version (region, name) where state = 'APPROVED';
