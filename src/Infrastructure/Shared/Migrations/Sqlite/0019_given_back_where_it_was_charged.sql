-- What is given back of a fee is given back by a credit note over the invoice that charged it; what is left of an invoice is kept, rate by rate.
-- What this replaces, invoice.set_off and billing_outcome, stays for instances of before, and goes with a later release.

-- Drafts that mixed the two are made anew by the next run.
UPDATE charge SET state = 'open'
WHERE id IN (
  SELECT l.charge_id
  FROM invoice_line l
  JOIN invoice i ON i.id = l.invoice_id AND i.status = 'draft'
  WHERE EXISTS (
    SELECT 1 FROM invoice_line o JOIN charge c ON c.id = o.charge_id WHERE o.invoice_id = i.id AND c.contract_id IS NOT NULL AND c.amount < 0));
DELETE FROM invoice_line
WHERE invoice_id IN (SELECT id FROM invoice WHERE status = 'draft') AND charge_id IN (SELECT id FROM charge WHERE state = 'open');
DELETE FROM invoice WHERE status = 'draft' AND id NOT IN (SELECT invoice_id FROM invoice_line);

ALTER TABLE invoice ADD COLUMN vat_left TEXT NULL;
ALTER TABLE invoice ADD COLUMN gives_back_id TEXT NULL REFERENCES invoice (id);
DROP INDEX ux_invoice_draft;
CREATE UNIQUE INDEX ux_invoice_draft ON invoice (customer_id, month) WHERE status = 'draft' AND gives_back_id IS NULL;
CREATE INDEX ix_invoice_draft ON invoice (customer_id, month) WHERE status = 'draft';
CREATE UNIQUE INDEX ux_invoice_draft_note ON invoice (gives_back_id) WHERE status = 'draft' AND gives_back_id IS NOT NULL;

-- A customer may have several documents in a run: each has an outcome.
CREATE TABLE billing_run_outcome (
  run_id      TEXT    NOT NULL REFERENCES billing_run (id),
  number      INTEGER NOT NULL,
  customer_id TEXT    NOT NULL REFERENCES customer (id),
  invoice_id  TEXT    NULL,
  outcome     TEXT    NOT NULL,
  lines       INTEGER NOT NULL,
  net         BIGINT  NOT NULL,
  total       BIGINT  NOT NULL,
  code        TEXT    NULL,
  detail      TEXT    NULL,
  PRIMARY KEY (run_id, number)
);

INSERT INTO billing_run_outcome (run_id, number, customer_id, invoice_id, outcome, lines, net, total, code, detail)
SELECT run_id, ROW_NUMBER() OVER (PARTITION BY run_id ORDER BY customer_id), customer_id, invoice_id, outcome, lines, net, total, code, detail
FROM billing_outcome;
