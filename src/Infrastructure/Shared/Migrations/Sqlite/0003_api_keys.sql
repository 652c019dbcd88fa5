-- Of a secret there is its SHA-256, its beginning and its last four characters. Scopes are their names, with spaces between.

CREATE TABLE api_key (
  id            TEXT    NOT NULL PRIMARY KEY,
  name          TEXT    NOT NULL,
  kind          TEXT    NOT NULL,
  scopes        TEXT    NOT NULL,
  all_customers INTEGER NOT NULL,
  secret_hash   TEXT    NOT NULL,
  secret_prefix TEXT    NOT NULL,
  secret_end    TEXT    NOT NULL,
  created_at    TEXT    NOT NULL,
  expires_at    TEXT    NULL,
  last_used_at  TEXT    NULL,
  revoked_at    TEXT    NULL,
  replaced_by   TEXT    NULL,
  version       INTEGER NOT NULL
);

CREATE UNIQUE INDEX ux_api_key_secret_hash ON api_key (secret_hash);

-- The customers that a key may see, where it may not see all.
CREATE TABLE api_key_customer (
  key_id      TEXT NOT NULL REFERENCES api_key (id),
  customer_id TEXT NOT NULL,
  PRIMARY KEY (key_id, customer_id)
);
