-- Why a version after the first was made. Unknown for those that were there before.
ALTER TABLE version ADD COLUMN razon text NULL CHECK (razon IN ('Cotejo', 'Supervision', 'ImagenNueva', 'Reidentificacion', 'LlegoElActa'));
