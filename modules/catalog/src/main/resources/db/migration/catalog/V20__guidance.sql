-- A guide that an editor works on; replaced whole with every change.
create table catalog.guide_draft (
    region     text        not null,
    code       text        not null,
    version    bigint      not null,
    content    jsonb       not null,
    changed_by uuid        not null,
    changed_at timestamptz not null,
    primary key (region, code)
);

-- A guide as it was proposed, and published unless it was dropped; its content never changes. Who
-- proposed and who decided stands with the proposal of that number; what came with the platform has
-- none.
create table catalog.guide_version (
    region     text  not null,
    code       text  not null,
    number     int   not null,
    name_zh    text  not null,
    name_en    text  not null,
    content    jsonb not null,
    from_day   date  not null,
    until_day  date,
    proposal   int,
    state      text  not null check (state in ('PROPOSED', 'PUBLISHED', 'DROPPED')),
    decided_at timestamptz,
    primary key (region, code, number),
    check (until_day >= from_day),
    check ((state = 'PROPOSED') = (decided_at is null))
);

create unique index guide_version_by_proposal
    on catalog.guide_version (region, code, proposal) where proposal is not null;
create index guide_version_published
    on catalog.guide_version (region, code, number desc) where state = 'PUBLISHED';
