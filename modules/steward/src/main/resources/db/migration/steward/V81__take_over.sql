-- The file of a take-over stands behind what was taken over from it, and stays as proofs do.
create trigger note_paper_of_take_over after insert on eventlog.event for each row
    when (new.payload_type = 'steward.project-taken-over' and new.project is not null)
    execute function steward.note_paper();
