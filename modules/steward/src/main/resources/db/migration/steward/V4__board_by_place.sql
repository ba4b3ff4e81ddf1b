-- The board is asked for by place, by enterprise or by steward, always in the order of urgency.
alter table steward.board add column enterprise uuid;
update steward.board b set enterprise = p.enterprise from steward.project p where p.id = b.project;
alter table steward.board alter column enterprise set not null;

drop index steward.board_by_urgency;
create index board_by_place on steward.board (region, urgency, project);
create index board_by_enterprise on steward.board (enterprise, urgency, project);
