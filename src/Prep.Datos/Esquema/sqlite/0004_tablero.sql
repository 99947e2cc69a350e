-- Since when the data of an acta are in their state: what waits, and for how long. Unknown for what was there before.
ALTER TABLE acta ADD COLUMN estado_en INTEGER NULL;
