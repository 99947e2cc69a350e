-- Documents that were given: added, never changed.
CREATE TABLE documento (
    tipo text NOT NULL,
    numero integer NOT NULL,
    titulo text NOT NULL,
    html text NOT NULL,
    pdf text NOT NULL,
    persona text NOT NULL,
    emitido_en bigint NOT NULL,
    CONSTRAINT pk_documento PRIMARY KEY (tipo, numero)
);
CREATE UNIQUE INDEX ix_documento_html ON documento (tipo, html);

CREATE TRIGGER documento_solo_crece BEFORE UPDATE OR DELETE OR TRUNCATE ON documento FOR EACH STATEMENT EXECUTE FUNCTION no_se_cambia();
