-- Whether a file was ever handed in or signed by; of those before nobody knows, they stay.
alter table files.file add column used boolean not null default true;
alter table files.file alter column used set default false;

create index file_unused on files.file (id) where not used;
