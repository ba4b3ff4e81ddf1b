-- Drafts that nobody has gone on with are removed after a term, one by one.
alter table catalog.item_draft add column id uuid not null default gen_random_uuid() unique;
alter table catalog.guide_draft add column id uuid not null default gen_random_uuid() unique;
