-- What somebody did, for that person to take away.
create index event_by_actor on eventlog.event ((metadata ->> 'actor'), global_index);
