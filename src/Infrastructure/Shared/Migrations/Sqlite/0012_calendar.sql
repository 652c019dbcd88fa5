-- What technicians had to do is looked up by technician too, when it keeps nobody busy any more.

CREATE INDEX ix_intervention_technician ON intervention_technician (technician_id, intervention_id);
