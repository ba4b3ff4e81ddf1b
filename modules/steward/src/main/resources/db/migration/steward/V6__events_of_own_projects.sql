-- Asked for enterprises only: see intake.sees_application.
create function steward.sees_project(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from steward.project where id = $1);
end
$$;

-- To an enterprise the log shows the events of its own projects; whose a project is, is kept here.
alter policy sight on eventlog.event using (
    (select database.sees_all())
    or region = any ((select database.regions_seen())::text[])
    or ((select database.enterprise_seen()) is not null
        and project is not null and steward.sees_project(project)));
