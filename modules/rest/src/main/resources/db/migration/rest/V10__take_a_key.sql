-- Holds a key until the transaction ends, after up to ten seconds of waiting for another that holds
-- it, and tells what was answered under it; the waiting is bounded here alone.
create function rest.take(asker text, asked text) returns setof rest.answer
language plpgsql set lock_timeout = '10s' as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('rest.answer ' || asker || ' ' || asked, 0));
    return query select * from rest.answer where caller = asker and key = asked
        and at >= now() - interval '7 days';
end
$$;
