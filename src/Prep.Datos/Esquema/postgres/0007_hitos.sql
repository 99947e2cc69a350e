-- The agreed values of the process as they change, its milestones, and the cortes of the calendar that were not made. Rows are added; a proposal is decided once.
CREATE TABLE configuracion (
    version integer NOT NULL CONSTRAINT pk_configuracion PRIMARY KEY,
    contenido text NOT NULL,
    motivo text NOT NULL,
    estado text NOT NULL,
    propuesta_de text NOT NULL,
    propuesta_en bigint NOT NULL,
    decidida_de text NULL,
    decidida_en bigint NULL,
    CONSTRAINT ck_configuracion_estado CHECK (estado IN ('Propuesta', 'Confirmada', 'Rechazada')),
    CONSTRAINT ck_configuracion_personas CHECK (decidida_de IS NULL OR estado = 'Rechazada' OR decidida_de <> propuesta_de)
);

CREATE TABLE hito (
    tipo text NOT NULL CONSTRAINT pk_hito PRIMARY KEY,
    instante_en bigint NOT NULL,
    registrado_en bigint NOT NULL,
    persona text NOT NULL,
    segunda text NULL,
    detalle text NOT NULL,
    CONSTRAINT ck_hito_tipo CHECK (tipo IN ('Ceros', 'Inicio', 'Cierre'))
);

CREATE TABLE corte_omitido (
    instante_en bigint NOT NULL CONSTRAINT pk_corte_omitido PRIMARY KEY,
    motivo text NOT NULL,
    registrado_en bigint NOT NULL
);

ALTER TABLE proceso ADD COLUMN configuracion integer NOT NULL DEFAULT 0;
ALTER TABLE proceso ADD COLUMN ceros_en bigint NULL;
ALTER TABLE proceso ADD COLUMN cerrado_en bigint NULL;
ALTER TABLE proceso ADD COLUMN corte_en bigint NULL;
