-- The items of the last plan that are not done: asked before an item is changed.
alter table steward.board add column open_items text[] not null default '{}';

update steward.board b set open_items = told.items
  from (select project, array_agg(item order by item collate "C") as items
          from (select distinct on (e.project, step ->> 'itemCode')
                       e.project, step ->> 'itemCode' as item, step ->> 'state' as state
                  from (select project, position,
                               (select max(global_index) from eventlog.event
                                 where project = board.project
                                   and payload_type = 'steward.plan-drawn'
                                   and global_index <= board.position
                                   and coalesce((payload ->> 'whole')::boolean, true)) as whole
                          from steward.board) drawn
                  join eventlog.event e on e.project = drawn.project
                       and e.payload_type = 'steward.plan-drawn'
                       and e.global_index between drawn.whole and drawn.position
                 cross join jsonb_array_elements(e.payload -> 'steps') step
                 order by e.project, step ->> 'itemCode', e.global_index desc) last
         where state in ('PLANNED', 'RUNNING', 'PAUSED', 'SIMULATED')
         group by project) told
 where told.project = b.project;
