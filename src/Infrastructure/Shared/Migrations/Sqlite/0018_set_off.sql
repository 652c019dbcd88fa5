-- Against which invoices a credit note was set off.
ALTER TABLE invoice ADD COLUMN set_off TEXT NOT NULL DEFAULT '[]';
