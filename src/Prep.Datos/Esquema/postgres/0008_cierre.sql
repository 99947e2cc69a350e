-- What is said before an early close: packages affirmed again, recovery exhausted, who asks. Rows are added, never changed.
CREATE TABLE paso_de_cierre (
    tipo text NOT NULL,
    acta bigint NOT NULL,
    version integer NOT NULL,
    persona text NOT NULL,
    nota text NOT NULL,
    dicho_en bigint NOT NULL,
    CONSTRAINT pk_paso_de_cierre PRIMARY KEY (tipo, acta, version),
    CONSTRAINT ck_paso_de_cierre_tipo CHECK (tipo IN ('Paquete', 'Agotada', 'Solicitud'))
);
