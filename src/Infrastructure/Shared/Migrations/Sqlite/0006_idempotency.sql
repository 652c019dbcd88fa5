-- Answers to requests that carried an Idempotency-Key: written in the transaction of what they tell, given again for a day.
-- The id is a hash of credential, method, path and key: the key itself is nobody else's business.

CREATE TABLE kept_answer (
  id          TEXT    NOT NULL PRIMARY KEY,
  fingerprint TEXT    NOT NULL,
  status      INTEGER NOT NULL,
  headers     TEXT    NOT NULL,
  body        BLOB    NOT NULL,
  kept_at     TEXT    NOT NULL,
  expires_at  TEXT    NOT NULL
);

CREATE INDEX ix_kept_answer_expires_at ON kept_answer (expires_at);
