-- Whoever never had a post is kept from when he was added; of those who are here already the time
-- begins now.
alter table parties.person add column added_at timestamptz not null default now();
