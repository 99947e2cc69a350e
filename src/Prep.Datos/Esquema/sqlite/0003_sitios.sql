-- The bitácora of each CATD: added, never changed.
CREATE TABLE suceso_de_sitio (
    sitio TEXT NOT NULL,
    numero INTEGER NOT NULL,
    contenido TEXT NOT NULL,
    persona TEXT NOT NULL,
    puesto TEXT NOT NULL,
    ocurrido_en INTEGER NOT NULL,
    registrado_en INTEGER NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT pk_suceso_de_sitio PRIMARY KEY (sitio, numero)
);

CREATE TRIGGER suceso_de_sitio_no_cambia BEFORE UPDATE ON suceso_de_sitio BEGIN SELECT RAISE(ABORT, 'La bitácora no se modifica.'); END;
CREATE TRIGGER suceso_de_sitio_no_se_borra BEFORE DELETE ON suceso_de_sitio BEGIN SELECT RAISE(ABORT, 'La bitácora no se borra.'); END;
CREATE TRIGGER suceso_de_sitio_no_se_reemplaza BEFORE INSERT ON suceso_de_sitio WHEN EXISTS (SELECT 1 FROM suceso_de_sitio WHERE sitio = NEW.sitio AND numero = NEW.numero) BEGIN SELECT RAISE(ABORT, 'La bitácora no se modifica.'); END;
