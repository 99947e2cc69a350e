-- The book of the Commission: what happened, in order, each entry chained to the one before. All else is worked out from it.
CREATE TABLE seguimiento_asiento (
    numero integer NOT NULL CONSTRAINT pk_seguimiento_asiento PRIMARY KEY,
    programa text NOT NULL,
    ocurrido_en bigint NOT NULL,
    persona text NOT NULL,
    puesto text NOT NULL,
    suceso text NOT NULL,
    contenido text NOT NULL,
    hash text NOT NULL
);
CREATE FUNCTION seguimiento_no_se_cambia() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'La tabla % sólo crece: no se modifica ni se borra.', TG_TABLE_NAME; END $$;
CREATE TRIGGER seguimiento_asiento_solo_crece BEFORE UPDATE OR DELETE OR TRUNCATE ON seguimiento_asiento FOR EACH STATEMENT EXECUTE FUNCTION seguimiento_no_se_cambia();
