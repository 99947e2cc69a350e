-- Images cleaned in front of who digitises, and what each person says that an image shows.
CREATE TABLE preparada (
    codigo TEXT NOT NULL CONSTRAINT pk_preparada PRIMARY KEY,
    original TEXT NOT NULL,
    giro INTEGER NOT NULL,
    lectura TEXT NOT NULL,
    etiqueta TEXT NULL,
    reparos TEXT NOT NULL,
    persona TEXT NOT NULL,
    sitio TEXT NULL,
    preparada_en INTEGER NOT NULL,
    imagen INTEGER NULL,
    CONSTRAINT fk_preparada_imagen FOREIGN KEY (imagen) REFERENCES imagen (id)
);
CREATE INDEX ix_preparada_imagen ON preparada (imagen);

CREATE TABLE identidad (
    imagen INTEGER NOT NULL,
    persona TEXT NOT NULL,
    propuesta TEXT NOT NULL,
    dicha_en INTEGER NOT NULL,
    CONSTRAINT pk_identidad PRIMARY KEY (imagen, persona),
    CONSTRAINT fk_identidad_imagen FOREIGN KEY (imagen) REFERENCES imagen (id)
);
