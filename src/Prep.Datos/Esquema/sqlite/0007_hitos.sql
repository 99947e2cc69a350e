-- The agreed values of the process as they change, its milestones, and the cortes of the calendar that were not made. Rows are added; a proposal is decided once.
CREATE TABLE configuracion (
    version INTEGER NOT NULL CONSTRAINT pk_configuracion PRIMARY KEY,
    contenido TEXT NOT NULL,
    motivo TEXT NOT NULL,
    estado TEXT NOT NULL,
    propuesta_de TEXT NOT NULL,
    propuesta_en INTEGER NOT NULL,
    decidida_de TEXT NULL,
    decidida_en INTEGER NULL,
    CONSTRAINT ck_configuracion_estado CHECK (estado IN ('Propuesta', 'Confirmada', 'Rechazada')),
    CONSTRAINT ck_configuracion_personas CHECK (decidida_de IS NULL OR estado = 'Rechazada' OR decidida_de <> propuesta_de)
);

CREATE TABLE hito (
    tipo TEXT NOT NULL CONSTRAINT pk_hito PRIMARY KEY,
    instante_en INTEGER NOT NULL,
    registrado_en INTEGER NOT NULL,
    persona TEXT NOT NULL,
    segunda TEXT NULL,
    detalle TEXT NOT NULL,
    CONSTRAINT ck_hito_tipo CHECK (tipo IN ('Ceros', 'Inicio', 'Cierre'))
);

CREATE TABLE corte_omitido (
    instante_en INTEGER NOT NULL CONSTRAINT pk_corte_omitido PRIMARY KEY,
    motivo TEXT NOT NULL,
    registrado_en INTEGER NOT NULL
);

ALTER TABLE proceso ADD COLUMN configuracion INTEGER NOT NULL DEFAULT 0;
ALTER TABLE proceso ADD COLUMN ceros_en INTEGER NULL;
ALTER TABLE proceso ADD COLUMN cerrado_en INTEGER NULL;
ALTER TABLE proceso ADD COLUMN corte_en INTEGER NULL;
