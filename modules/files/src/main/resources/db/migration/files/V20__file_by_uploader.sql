-- What somebody uploaded, for that person to take away.
create index file_by_uploader on files.file (uploaded_by, id);
