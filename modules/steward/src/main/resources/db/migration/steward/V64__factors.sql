-- What projects need beside their approvals, from which department, by when.
create table steward.factor (
    id         uuid primary key,
    region     text not null,
    project    uuid not null references steward.project,
    kind       text not null,
    amount     numeric,
    department text not null,
    needed     date not null,
    state      text not null check (state in ('MISSING', 'PROMISED', 'SUPPLIED', 'DROPPED')),
    missing    boolean not null check (missing = (state in ('MISSING', 'PROMISED'))),
    file       uuid,
    version    bigint not null
);

create index factor_by_project on steward.factor (project, needed, id);
create index factor_missing on steward.factor (region, needed, id) where missing;
create index factor_by_file on steward.factor (file) where file is not null;

call database.wall('steward.factor', 'steward.sees_project(project)');
