-- Asked before an item is changed: how many of its matters are open.
create index task_open_of_item on intake.task (item_code, region)
    where state in ('RECEIVED', 'IN_DEPARTMENT', 'PAUSED', 'PRE_APPROVED');
