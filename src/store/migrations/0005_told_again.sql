-- Whoever was told of a meeting by word of mouth alone gets no changed letter when it moves: that
-- they are to be told again is kept beside what they were told.

ALTER TABLE preparation ADD COLUMN tell_again INTEGER NOT NULL DEFAULT 0
    CHECK (tell_again IN (0, 1));
