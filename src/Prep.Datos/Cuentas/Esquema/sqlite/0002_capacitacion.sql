-- What each person was trained in, and the scored exercises of a practice. Rows of capacitacion are added, never changed.
CREATE TABLE ejercicio (
    id INTEGER NOT NULL CONSTRAINT pk_ejercicio PRIMARY KEY AUTOINCREMENT,
    persona TEXT NOT NULL,
    puesto TEXT NOT NULL,
    empezado_en INTEGER NOT NULL,
    terminado_en INTEGER NULL,
    CONSTRAINT fk_ejercicio_cuenta FOREIGN KEY (persona) REFERENCES cuenta (persona)
);

CREATE TABLE capacitacion (
    id INTEGER NOT NULL CONSTRAINT pk_capacitacion PRIMARY KEY AUTOINCREMENT,
    persona TEXT NOT NULL,
    puesto TEXT NOT NULL,
    temas TEXT NOT NULL,
    minutos INTEGER NOT NULL,
    fecha TEXT NOT NULL,
    instructor TEXT NOT NULL,
    aprobada INTEGER NOT NULL,
    calificacion INTEGER NULL,
    ejercicio INTEGER NULL,
    registrada_por TEXT NOT NULL,
    registrada_en INTEGER NOT NULL,
    CONSTRAINT fk_capacitacion_cuenta FOREIGN KEY (persona) REFERENCES cuenta (persona),
    CONSTRAINT fk_capacitacion_ejercicio FOREIGN KEY (ejercicio) REFERENCES ejercicio (id)
);

CREATE TABLE respuesta (
    acta TEXT NOT NULL CONSTRAINT pk_respuesta PRIMARY KEY,
    documento TEXT NOT NULL,
    campos BLOB NOT NULL
);

CREATE TABLE original_de_practica (
    codigo TEXT NOT NULL CONSTRAINT pk_original_de_practica PRIMARY KEY,
    acta TEXT NOT NULL,
    sirve INTEGER NOT NULL
);

CREATE UNIQUE INDEX ix_ejercicio_persona ON ejercicio (persona) WHERE terminado_en IS NULL;

CREATE INDEX ix_capacitacion_persona ON capacitacion (persona);

CREATE UNIQUE INDEX ix_capacitacion_ejercicio ON capacitacion (ejercicio);

CREATE TRIGGER capacitacion_no_cambia BEFORE UPDATE ON capacitacion BEGIN SELECT RAISE(ABORT, 'La capacitación registrada no se modifica.'); END;
CREATE TRIGGER capacitacion_no_se_borra BEFORE DELETE ON capacitacion BEGIN SELECT RAISE(ABORT, 'La capacitación registrada no se borra.'); END;
CREATE TRIGGER capacitacion_no_se_reemplaza BEFORE INSERT ON capacitacion WHEN EXISTS (SELECT 1 FROM capacitacion WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'La capacitación registrada no se modifica.'); END;
