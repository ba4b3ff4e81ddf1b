-- The second wall. A session says in xiangmuzhang.sight what it may see: nothing set means the
-- platform itself, which sees all; an array of regions, what an official's post reaches; an
-- enterprise's id, what is that enterprise's own.
create function database.sees_all() returns boolean language sql stable as $$
    select coalesce(current_setting('xiangmuzhang.sight', true), '') = ''
$$;

create function database.regions_seen() returns text[] language sql stable as $$
    select case when left(current_setting('xiangmuzhang.sight', true), 1) = '{'
                then current_setting('xiangmuzhang.sight', true)::text[] end
$$;

create function database.enterprise_seen() returns uuid language sql stable as $$
    select case when left(coalesce(nullif(current_setting('xiangmuzhang.sight', true), ''), '{'), 1)
                     <> '{'
                then current_setting('xiangmuzhang.sight', true)::uuid end
$$;

-- Whether anybody may see anything: an empty array is a caller that is not known.
create function database.is_known() returns boolean language sql stable as $$
    select current_setting('xiangmuzhang.sight', true) is distinct from '{}'
$$;

-- Shows and changes rows only within the sight: by the row's region, or for an enterprise by the
-- condition. Each function is asked once a statement, not once a row.
create procedure database.wall(walled regclass, of_enterprise text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security, force row level security', walled);
    execute format(
        'create policy sight on %s using ('
        '(select database.sees_all()) or region = any ((select database.regions_seen())::text[])'
        ' or ((select database.enterprise_seen()) is not null and (%s)))',
        walled, of_enterprise);
end
$$;
