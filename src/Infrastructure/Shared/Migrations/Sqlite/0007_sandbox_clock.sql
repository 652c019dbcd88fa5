-- How far the clock of the sandbox is ahead of the world's, in microseconds: one row, which matters in the environment Sandbox only.

CREATE TABLE sandbox_clock (
  id    INTEGER NOT NULL PRIMARY KEY,
  ahead BIGINT  NOT NULL
);

INSERT INTO sandbox_clock (id, ahead) VALUES (1, 0);
