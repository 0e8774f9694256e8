-- What the header of the SERAF form says of the young person (ethnicity, legal status, in care since
-- …): words by the ids of the form's own fields. Locked with all else once it is completed.

ALTER TABLE assessment ADD COLUMN about TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(about));
