-- The book of the Commission: what happened, in order, each entry chained to the one before. All else is worked out from it.
CREATE TABLE seguimiento_asiento (
    numero INTEGER NOT NULL CONSTRAINT pk_seguimiento_asiento PRIMARY KEY,
    programa TEXT NOT NULL,
    ocurrido_en INTEGER NOT NULL,
    persona TEXT NOT NULL,
    puesto TEXT NOT NULL,
    suceso TEXT NOT NULL,
    contenido TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TRIGGER seguimiento_asiento_no_cambia BEFORE UPDATE ON seguimiento_asiento BEGIN SELECT RAISE(ABORT, 'El libro no se modifica.'); END;
CREATE TRIGGER seguimiento_asiento_no_se_borra BEFORE DELETE ON seguimiento_asiento BEGIN SELECT RAISE(ABORT, 'El libro no se borra.'); END;
-- INSERT OR REPLACE deletes without telling the trigger of DELETE: what is there is not written over.
CREATE TRIGGER seguimiento_asiento_no_se_reemplaza BEFORE INSERT ON seguimiento_asiento WHEN EXISTS (SELECT 1 FROM seguimiento_asiento WHERE numero = NEW.numero) BEGIN SELECT RAISE(ABORT, 'El libro no se modifica.'); END;
