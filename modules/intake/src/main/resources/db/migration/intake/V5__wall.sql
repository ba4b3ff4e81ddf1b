-- Asked for enterprises only, and by a function, so that the platform's statements neither plan nor
-- lock more than their own tables.
create function intake.sees_application(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from intake.application where id = $1);
end
$$;

create function intake.sees_task(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from intake.task where id = $1);
end
$$;

call database.wall('intake.application', 'enterprise = (select database.enterprise_seen())');
call database.wall('intake.material', 'intake.sees_application(application)');
call database.wall('intake.task', 'intake.sees_application(application)');
call database.wall('intake.procedure', 'intake.sees_task(task)');
call database.wall('intake.pinned_material', 'intake.sees_task(task)');
call database.wall('intake.pinned_parcel', 'intake.sees_task(task)');
