-- An enterprise that was found twice: one of the two is kept and stands for the other one since.
-- Nothing goes more than one step: what is kept later stands for those merged into it before, too.
alter table parties.enterprise
    add merged_into uuid references parties.enterprise,
    add merged_at timestamptz,
    add check ((merged_into is null) = (merged_at is null)),
    add check (merged_into <> id);

create index enterprise_merged on parties.enterprise (merged_into) where merged_into is not null;

-- Names that differ in width, blanks, marks or 有限责任公司 for 有限公司 only are the same name.
create function parties.name_key(text) returns text language sql immutable strict as $$
    select regexp_replace(
        replace(upper(normalize($1, nfkc)), '有限责任公司', '有限公司'),
        '[[:space:][:punct:]·、。《》〈〉「」“”‘’—…]', '', 'g')
$$;

-- Characters 9 to 17 of a unified social credit code name the body, those before who registered it.
alter table parties.enterprise
    add name_key text generated always as (parties.name_key(name)) stored,
    add body_key text generated always as (substr(code, 9, 9)) stored;
alter table parties.former_name
    add name_key text generated always as (parties.name_key(name)) stored;

create index enterprise_by_name_key on parties.enterprise (name_key) where merged_into is null;
create index enterprise_by_body_key on parties.enterprise (body_key) where merged_into is null;
create index former_name_by_key on parties.former_name (name_key);

-- Two that may be one, and why: BODY, NAME or FORMER_NAME. Closed when they were merged, or when
-- somebody found that they are two. The region is that of the first.
create table parties.look_alike (
    one       uuid not null references parties.enterprise,
    other     uuid not null references parties.enterprise,
    region    text not null,
    why       text not null,
    closed_at timestamptz,
    primary key (one, other),
    check (one < other)
);

create index look_alike_open on parties.look_alike (one, other) where closed_at is null;
create index look_alike_other on parties.look_alike (other);

-- One that resembles very many resembles none in particular.
insert into parties.look_alike (one, other, region, why)
select a.id, b.id, a.region, 'BODY'
  from parties.enterprise a
  join parties.enterprise b on b.body_key = a.body_key and b.id > a.id
 where a.body_key in (select body_key from parties.enterprise
                       group by body_key having count(*) between 2 and 20)
union all
select a.id, b.id, a.region, 'NAME'
  from parties.enterprise a
  join parties.enterprise b on b.name_key = a.name_key and b.id > a.id
 where a.name_key in (select name_key from parties.enterprise
                       group by name_key having count(*) between 2 and 20)
on conflict do nothing;

-- What an administrator proposes and a security administrator confirms. The region is that of the
-- one that is kept.
create table parties.merger (
    id              uuid primary key,
    region          text not null,
    kept            uuid not null references parties.enterprise,
    dissolved       uuid not null references parties.enterprise,
    state           text not null,
    proposed_by     uuid not null,
    proposed_at     timestamptz not null,
    reason          uuid not null,
    decided_by      uuid,
    decided_at      timestamptz,
    decision_reason uuid,
    check (kept <> dissolved),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((decided_by is null) = (decision_reason is null)),
    check (state <> 'CONFIRMED' or decided_by <> proposed_by)
);

create index merger_waiting on parties.merger (id) where state = 'PROPOSED';
create index merger_of_kept on parties.merger (kept, id);
create index merger_of_dissolved on parties.merger (dissolved, id);

create function parties.refuse_change_of_decision() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'PROPOSED' then
        raise exception 'a decision is not changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger merger_stands before update or delete on parties.merger
    for each row execute function parties.refuse_change_of_decision();

-- Asked for enterprises only, and by functions, so that the platform's statements neither plan nor
-- lock more than their own tables.
create function parties.sees_enterprise(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from parties.enterprise where id = $1);
end
$$;

create function parties.is_post_of(post uuid, of_enterprise uuid) returns boolean
    language plpgsql stable as $$
begin
    return exists (select from parties.post where id = $1 and enterprise = $2);
end
$$;

-- An enterprise sees itself, those that were merged into it, and what they were called.
alter policy sight on parties.enterprise using (
    (select database.is_known()) and ((select database.enterprise_seen()) is null
        or id = (select database.enterprise_seen())
        or merged_into = (select database.enterprise_seen())));
alter policy sight on parties.former_name using (
    (select database.is_known()) and ((select database.enterprise_seen()) is null
        or parties.sees_enterprise(enterprise)));

call database.wall('parties.look_alike', 'false');
call database.wall('parties.merger', 'state = ''CONFIRMED'' and parties.sees_enterprise(kept)');

-- Who let whom act for it, when and why, is an enterprise's own history.
create policy own on parties.act for select using (
    (select database.enterprise_seen()) is not null and post is not null
    and parties.is_post_of(post, (select database.enterprise_seen())));
create index act_of_post on parties.act (post, id) where post is not null;
