-- Asked for enterprises only, and by a function: a statement on clocks must not lock tasks.
create function supervision.sees_task(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from supervision.task where id = $1);
end
$$;

call database.wall('supervision.task', 'enterprise = (select database.enterprise_seen())');
call database.wall('supervision.holding', 'supervision.sees_task(task)');
call database.wall('supervision.clock', 'supervision.sees_task(task)');
call database.wall('supervision.light', 'supervision.sees_task(task)');
call database.wall('supervision.rating', 'enterprise = (select database.enterprise_seen())');
