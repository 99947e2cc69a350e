-- The bitácora of each CATD: added, never changed.
CREATE TABLE suceso_de_sitio (
    sitio text NOT NULL,
    numero integer NOT NULL,
    contenido text NOT NULL,
    persona text NOT NULL,
    puesto text NOT NULL,
    ocurrido_en bigint NOT NULL,
    registrado_en bigint NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_suceso_de_sitio PRIMARY KEY (sitio, numero)
);

CREATE TRIGGER suceso_de_sitio_solo_crece BEFORE UPDATE OR DELETE OR TRUNCATE ON suceso_de_sitio FOR EACH STATEMENT EXECUTE FUNCTION no_se_cambia();
