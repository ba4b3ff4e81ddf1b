-- A node of before, which does not say whether a file was handed in, keeps its files.
alter table files.file alter column used set default true;
