-- Sessions of several departments about one project. What was written stands among the remarks;
-- the events name it.
create table steward.joint_session (
    id           uuid primary key,
    region       text not null,
    project      uuid not null references steward.project,
    kind         text not null,
    mock         boolean not null,
    part         text not null,
    building     text,
    building_use text,
    previous     uuid references steward.joint_session,
    root         uuid not null,
    place        uuid,
    hall         text not null,
    file         uuid,
    called_on    date not null,
    answer_by    date not null,
    minutes      int not null,
    times        timestamptz[] not null,
    state        text not null check (state in ('CALLED', 'FIXED', 'CONCLUDED', 'CANCELLED')),
    running      boolean not null check (running = (state in ('CALLED', 'FIXED'))),
    at           timestamptz,
    opinions_by  date,
    outcome      text,
    conclusion   uuid,
    concluded_on date,
    version      bigint not null
);

create index joint_session_by_place on steward.joint_session (region, id);
create index joint_session_running on steward.joint_session (region, id) where running;
create index joint_session_by_project on steward.joint_session (project, id);
create index joint_session_by_file on steward.joint_session (file) where file is not null;
-- One goes on at a time with what is left open.
create unique index joint_session_follow_up on steward.joint_session (region, root)
    where running and previous is not null;

create table steward.session_invitation (
    session    uuid not null references steward.joint_session,
    region     text not null,
    project    uuid not null,
    department text not null,
    items      text[] not null,
    suits      timestamptz[],
    verdict    text,
    remark     uuid,
    primary key (session, department)
);

create index session_invitation_by_unit
    on steward.session_invitation (region, department, session);

-- What departments want put right.
create table steward.session_point (
    id         uuid primary key,
    region     text not null,
    project    uuid not null references steward.project,
    root       uuid not null references steward.joint_session,
    department text not null,
    text       uuid not null,
    due        date not null,
    state      text not null check (state in ('OPEN', 'MENDED', 'CLOSED')),
    open       boolean not null check (open = (state <> 'CLOSED')),
    file       uuid,
    version    bigint not null
);

create index session_point_by_root on steward.session_point (root, due, id);
create index session_point_by_project on steward.session_point (project, due, id) where open;
create index session_point_by_place on steward.session_point (region, due, id) where open;
create index session_point_by_file on steward.session_point (file) where file is not null;

call database.wall('steward.joint_session', 'steward.sees_project(project)');
call database.wall('steward.session_invitation', 'steward.sees_project(project)');
call database.wall('steward.session_point', 'steward.sees_project(project)');
