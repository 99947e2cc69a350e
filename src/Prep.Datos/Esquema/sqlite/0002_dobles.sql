-- Two different actas of one casilla (E6): held until a supervisor chooses.
CREATE TABLE doble (
    acta INTEGER NOT NULL CONSTRAINT pk_doble PRIMARY KEY,
    persona TEXT NOT NULL,
    nota TEXT NOT NULL,
    reportada_en INTEGER NOT NULL,
    resuelta_en INTEGER NULL,
    CONSTRAINT fk_doble_acta FOREIGN KEY (acta) REFERENCES acta (numero)
);
