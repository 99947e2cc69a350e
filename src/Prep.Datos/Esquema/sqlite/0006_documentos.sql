-- Documents that were given: added, never changed.
CREATE TABLE documento (
    tipo TEXT NOT NULL,
    numero INTEGER NOT NULL,
    titulo TEXT NOT NULL,
    html TEXT NOT NULL,
    pdf TEXT NOT NULL,
    persona TEXT NOT NULL,
    emitido_en INTEGER NOT NULL,
    CONSTRAINT pk_documento PRIMARY KEY (tipo, numero)
);
CREATE UNIQUE INDEX ix_documento_html ON documento (tipo, html);

CREATE TRIGGER documento_no_cambia BEFORE UPDATE ON documento BEGIN SELECT RAISE(ABORT, 'Un documento emitido no se modifica.'); END;
CREATE TRIGGER documento_no_se_borra BEFORE DELETE ON documento BEGIN SELECT RAISE(ABORT, 'Un documento emitido no se borra.'); END;
CREATE TRIGGER documento_no_se_reemplaza BEFORE INSERT ON documento WHEN EXISTS (SELECT 1 FROM documento WHERE tipo = NEW.tipo AND (numero = NEW.numero OR html = NEW.html)) BEGIN SELECT RAISE(ABORT, 'Un documento emitido no se modifica.'); END;
