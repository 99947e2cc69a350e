-- Accounts, computers and sign-ins. Instants (…_en) are microseconds UTC. Rows of bitacora_de_cuentas are added, never changed.
CREATE TABLE bitacora_de_cuentas (
    eslabon INTEGER NOT NULL CONSTRAINT pk_bitacora_de_cuentas PRIMARY KEY,
    ocurrido_en INTEGER NOT NULL,
    persona TEXT NOT NULL,
    quien TEXT NOT NULL,
    equipo TEXT NOT NULL,
    accion TEXT NOT NULL,
    detalle TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE cuenta (
    persona TEXT NOT NULL CONSTRAINT pk_cuenta PRIMARY KEY,
    nombre TEXT NOT NULL,
    sitio TEXT NOT NULL,
    puestos TEXT NOT NULL,
    credencial TEXT NULL,
    credencial_en INTEGER NULL,
    ultimo_paso INTEGER NOT NULL,
    baja_en INTEGER NULL,
    pin TEXT NULL,
    sello TEXT NOT NULL,
    concurrencia TEXT NOT NULL
);

CREATE TABLE equipo (
    id TEXT NOT NULL CONSTRAINT pk_equipo PRIMARY KEY,
    sitio TEXT NOT NULL,
    nombre TEXT NOT NULL,
    clave BLOB NOT NULL,
    inscrito_por TEXT NOT NULL,
    inscrito_en INTEGER NOT NULL,
    revocado_por TEXT NULL,
    revocado_en INTEGER NULL
);

CREATE TABLE equipo_codigo (
    hash TEXT NOT NULL CONSTRAINT pk_equipo_codigo PRIMARY KEY,
    sitio TEXT NOT NULL,
    nombre TEXT NOT NULL,
    hecho_por TEXT NOT NULL,
    hecho_en INTEGER NOT NULL,
    vence_en INTEGER NOT NULL,
    usado_en INTEGER NULL
);

CREATE TABLE intento (
    quien TEXT NOT NULL,
    equipo TEXT NOT NULL,
    fallos INTEGER NOT NULL,
    ultimo_en INTEGER NOT NULL,
    espera_hasta_en INTEGER NOT NULL,
    CONSTRAINT pk_intento PRIMARY KEY (quien, equipo)
);

CREATE TABLE llave_de_datos (
    id INTEGER NOT NULL CONSTRAINT pk_llave_de_datos PRIMARY KEY AUTOINCREMENT,
    nombre TEXT NOT NULL,
    xml TEXT NOT NULL
);

CREATE TABLE reto (
    hash TEXT NOT NULL CONSTRAINT pk_reto PRIMARY KEY,
    vence_en INTEGER NOT NULL
);

CREATE TABLE asistencia (
    id INTEGER NOT NULL CONSTRAINT pk_asistencia PRIMARY KEY AUTOINCREMENT,
    persona TEXT NOT NULL,
    sitio TEXT NOT NULL,
    entrada_en INTEGER NOT NULL,
    entrada_por TEXT NOT NULL,
    salida_en INTEGER NULL,
    salida_por TEXT NULL,
    CONSTRAINT fk_asistencia_cuenta FOREIGN KEY (persona) REFERENCES cuenta (persona)
);

CREATE TABLE cuenta_ficha (
    persona TEXT NOT NULL,
    proveedor TEXT NOT NULL,
    nombre TEXT NOT NULL,
    valor TEXT NOT NULL,
    CONSTRAINT pk_cuenta_ficha PRIMARY KEY (persona, proveedor, nombre),
    CONSTRAINT fk_cuenta_ficha_cuenta FOREIGN KEY (persona) REFERENCES cuenta (persona)
);

CREATE TABLE cuenta_llave (
    llave BLOB NOT NULL CONSTRAINT pk_cuenta_llave PRIMARY KEY,
    persona TEXT NOT NULL,
    datos TEXT NOT NULL,
    CONSTRAINT fk_cuenta_llave_cuenta FOREIGN KEY (persona) REFERENCES cuenta (persona)
);

CREATE TABLE sesion (
    id TEXT NOT NULL CONSTRAINT pk_sesion PRIMARY KEY,
    persona TEXT NOT NULL,
    equipo TEXT NULL,
    puesto TEXT NOT NULL,
    sello TEXT NOT NULL,
    abierta_en INTEGER NOT NULL,
    vista_en INTEGER NOT NULL,
    vence_en INTEGER NOT NULL,
    segundo_factor_en INTEGER NULL,
    reposo_en INTEGER NULL,
    cerrada_en INTEGER NULL,
    cierre TEXT NULL,
    CONSTRAINT fk_sesion_cuenta FOREIGN KEY (persona) REFERENCES cuenta (persona),
    CONSTRAINT fk_sesion_equipo FOREIGN KEY (equipo) REFERENCES equipo (id)
);

CREATE UNIQUE INDEX ix_asistencia_persona ON asistencia (persona) WHERE salida_en IS NULL;

CREATE UNIQUE INDEX ix_cuenta_credencial ON cuenta (credencial);

CREATE INDEX ix_cuenta_llave_persona ON cuenta_llave (persona);

CREATE INDEX ix_sesion_equipo ON sesion (equipo) WHERE cerrada_en IS NULL;

CREATE INDEX ix_sesion_persona ON sesion (persona) WHERE cerrada_en IS NULL;

CREATE TRIGGER bitacora_de_cuentas_no_cambia BEFORE UPDATE ON bitacora_de_cuentas BEGIN SELECT RAISE(ABORT, 'La bitácora no se modifica.'); END;
CREATE TRIGGER bitacora_de_cuentas_no_se_borra BEFORE DELETE ON bitacora_de_cuentas BEGIN SELECT RAISE(ABORT, 'La bitácora no se borra.'); END;
-- INSERT OR REPLACE deletes without telling the triggers of DELETE: what is there is not written over.
CREATE TRIGGER bitacora_de_cuentas_no_se_reemplaza BEFORE INSERT ON bitacora_de_cuentas WHEN EXISTS (SELECT 1 FROM bitacora_de_cuentas WHERE eslabon = NEW.eslabon) BEGIN SELECT RAISE(ABORT, 'La bitácora no se modifica.'); END;
