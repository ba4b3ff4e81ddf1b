call database.wall('steward.project', 'enterprise = (select database.enterprise_seen())');
call database.wall('steward.mandate', 'enterprise = (select database.enterprise_seen())');
call database.wall('steward.board', 'enterprise = (select database.enterprise_seen())');
