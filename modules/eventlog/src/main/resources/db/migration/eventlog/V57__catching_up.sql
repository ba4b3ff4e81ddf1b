-- A consumer that is new, or was sent back to the first event, catches up until it has once come near
-- the head: its rows are made with the flag, and whoever watches takes it away.
alter table eventlog.token add column catching_up boolean not null default false;
alter table eventlog.token alter column catching_up set default true;
