-- What is said before an early close: packages affirmed again, recovery exhausted, who asks. Rows are added, never changed.
CREATE TABLE paso_de_cierre (
    tipo TEXT NOT NULL,
    acta INTEGER NOT NULL,
    version INTEGER NOT NULL,
    persona TEXT NOT NULL,
    nota TEXT NOT NULL,
    dicho_en INTEGER NOT NULL,
    CONSTRAINT pk_paso_de_cierre PRIMARY KEY (tipo, acta, version),
    CONSTRAINT ck_paso_de_cierre_tipo CHECK (tipo IN ('Paquete', 'Agotada', 'Solicitud'))
);
