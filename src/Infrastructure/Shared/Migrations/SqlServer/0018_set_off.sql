-- Against which invoices a credit note was set off.
ALTER TABLE invoice ADD set_off nvarchar(max) NOT NULL CONSTRAINT df_invoice_set_off DEFAULT N'[]';
