-- 打包审批: like projects of a place, the figures that they share, and what was decided of each.
create table steward.batch (
    id           uuid primary key,
    region       text not null,
    project_type text not null,
    opened_on    date not null,
    version      bigint not null
);

create index batch_by_place on steward.batch (region, id);

create table steward.batch_member (
    batch   uuid not null references steward.batch,
    project uuid not null references steward.project,
    region  text not null,
    decided text[] not null,
    primary key (batch, project)
);

create index batch_member_by_project on steward.batch_member (project);

create table steward.batch_figure (
    batch   uuid not null references steward.batch,
    region  text not null,
    meaning text not null,
    value   numeric not null,
    primary key (batch, meaning)
);

call database.wall('steward.batch_member', 'steward.sees_project(project)');

-- Asked for enterprises only: they see what a project of theirs belongs to.
create function steward.sees_batch(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from steward.batch_member where batch = $1);
end
$$;

call database.wall('steward.batch', 'steward.sees_batch(id)');
call database.wall('steward.batch_figure', 'steward.sees_batch(batch)');
