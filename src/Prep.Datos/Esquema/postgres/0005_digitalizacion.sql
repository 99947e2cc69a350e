-- Images cleaned in front of who digitises, and what each person says that an image shows.
CREATE TABLE preparada (
    codigo text NOT NULL CONSTRAINT pk_preparada PRIMARY KEY,
    original text NOT NULL,
    giro integer NOT NULL,
    lectura text NOT NULL,
    etiqueta text NULL,
    reparos text NOT NULL,
    persona text NOT NULL,
    sitio text NULL,
    preparada_en bigint NOT NULL,
    imagen bigint NULL,
    CONSTRAINT fk_preparada_imagen FOREIGN KEY (imagen) REFERENCES imagen (id)
);
CREATE INDEX ix_preparada_imagen ON preparada (imagen);

CREATE TABLE identidad (
    imagen bigint NOT NULL,
    persona text NOT NULL,
    propuesta text NOT NULL,
    dicha_en bigint NOT NULL,
    CONSTRAINT pk_identidad PRIMARY KEY (imagen, persona),
    CONSTRAINT fk_identidad_imagen FOREIGN KEY (imagen) REFERENCES imagen (id)
);
