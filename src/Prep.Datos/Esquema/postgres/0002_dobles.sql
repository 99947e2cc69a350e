-- Two different actas of one casilla (E6): held until a supervisor chooses.
CREATE TABLE doble (
    acta bigint NOT NULL CONSTRAINT pk_doble PRIMARY KEY,
    persona text NOT NULL,
    nota text NOT NULL,
    reportada_en bigint NOT NULL,
    resuelta_en bigint NULL,
    CONSTRAINT fk_doble_acta FOREIGN KEY (acta) REFERENCES acta (numero)
);
