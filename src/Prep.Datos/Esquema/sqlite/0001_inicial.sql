-- Instants (…_en) are microseconds UTC. Rows of version, bitacora, captura, catalogo and suceso are added, never changed.
CREATE TABLE catalogo (
    numero INTEGER NOT NULL CONSTRAINT pk_catalogo PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL,
    contenido BLOB NOT NULL,
    cargado_en INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_catalogo_sha256 ON catalogo (sha256);

CREATE TABLE proceso (
    clase TEXT NOT NULL CONSTRAINT pk_proceso PRIMARY KEY,
    id TEXT NOT NULL,
    unico INTEGER NOT NULL,
    catalogo INTEGER NOT NULL,
    cargado_en INTEGER NOT NULL,
    eslabones INTEGER NOT NULL,
    cadena TEXT NOT NULL,
    CONSTRAINT ck_proceso_clase CHECK (clase IN ('Jornada', 'Simulacro', 'Practica', 'Repeticion')),
    CONSTRAINT ck_proceso_unico CHECK (unico = 1),
    CONSTRAINT fk_proceso_catalogo FOREIGN KEY (catalogo) REFERENCES catalogo (numero)
);
CREATE UNIQUE INDEX ix_proceso_unico ON proceso (unico);
CREATE INDEX ix_proceso_catalogo ON proceso (catalogo);

CREATE TABLE imagen (
    id INTEGER NOT NULL CONSTRAINT pk_imagen PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL,
    acta INTEGER NULL,
    estado TEXT NOT NULL,
    origen TEXT NULL,
    medio TEXT NULL,
    documento TEXT NOT NULL,
    ajena INTEGER NOT NULL,
    clase TEXT NOT NULL,
    acopio_en INTEGER NULL,
    recibida_en INTEGER NOT NULL,
    persona TEXT NOT NULL,
    propuesta TEXT NULL,
    propuesta_de TEXT NULL,
    retiro_de TEXT NULL,
    retirada_en INTEGER NULL,
    CONSTRAINT ck_imagen_ajena CHECK (NOT ajena OR clase = 'Repeticion'),
    CONSTRAINT ck_imagen_estado CHECK (estado IN ('PorIdentificar', 'Vigente', 'Duplicada', 'Retenida', 'Sustituida', 'FueraDeCatalogo')),
    CONSTRAINT fk_imagen_acta FOREIGN KEY (acta) REFERENCES acta (numero),
    CONSTRAINT fk_imagen_proceso FOREIGN KEY (clase) REFERENCES proceso (clase)
);
CREATE INDEX ix_imagen_acta ON imagen (acta);
CREATE INDEX ix_imagen_sha256 ON imagen (sha256);
CREATE INDEX ix_imagen_clase ON imagen (clase);

CREATE TABLE acta (
    numero INTEGER NOT NULL CONSTRAINT pk_acta PRIMARY KEY,
    eleccion TEXT NOT NULL,
    area TEXT NOT NULL,
    clave TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    estado TEXT NOT NULL,
    vigente INTEGER NOT NULL,
    sin_acta INTEGER NOT NULL,
    imagen INTEGER NULL,
    vacantes INTEGER NOT NULL,
    cola INTEGER NULL,
    papel TEXT NOT NULL,
    documento TEXT NOT NULL,
    acopio_en INTEGER NULL,
    acopio_registrado_en INTEGER NULL,
    catd TEXT NULL,
    cotejo INTEGER NOT NULL,
    cotejador TEXT NULL,
    motivo TEXT NULL,
    propuesta_de TEXT NULL,
    eslabones INTEGER NOT NULL,
    cadena TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_acta_clave ON acta (eleccion, area, clave, ordinal);
CREATE INDEX ix_acta_cola ON acta (cola) WHERE cola IS NOT NULL;

CREATE TABLE turno (
    id TEXT NOT NULL CONSTRAINT pk_turno PRIMARY KEY,
    acta INTEGER NOT NULL,
    version INTEGER NOT NULL,
    imagen INTEGER NOT NULL,
    ronda INTEGER NOT NULL,
    persona TEXT NOT NULL,
    sitio TEXT NOT NULL,
    apartado INTEGER NOT NULL,
    tomado_en INTEGER NOT NULL,
    vence_en INTEGER NOT NULL,
    entregado_en INTEGER NULL,
    huella TEXT NULL,
    CONSTRAINT fk_turno_acta FOREIGN KEY (acta) REFERENCES acta (numero)
);
CREATE INDEX ix_turno_acta ON turno (acta);
CREATE INDEX ix_turno_persona ON turno (persona, entregado_en);

CREATE TABLE captura (
    acta INTEGER NOT NULL,
    version INTEGER NOT NULL,
    persona TEXT NOT NULL,
    imagen INTEGER NOT NULL,
    orden INTEGER NOT NULL,
    turno TEXT NOT NULL,
    catalogo INTEGER NOT NULL,
    boleta TEXT NOT NULL,
    seccion TEXT NOT NULL,
    tipo TEXT NOT NULL,
    numero TEXT NOT NULL,
    ext_contigua TEXT NOT NULL,
    campos BLOB NOT NULL,
    capturada_en INTEGER NOT NULL,
    CONSTRAINT pk_captura PRIMARY KEY (acta, version, persona),
    CONSTRAINT fk_captura_acta FOREIGN KEY (acta) REFERENCES acta (numero)
);

CREATE TABLE version (
    acta INTEGER NOT NULL,
    version INTEGER NOT NULL,
    contenido TEXT NOT NULL,
    motivo TEXT NULL,
    catalogo INTEGER NOT NULL,
    campos BLOB NULL,
    contabilizada INTEGER NOT NULL,
    observaciones INTEGER NOT NULL,
    sha256 TEXT NULL,
    origen TEXT NULL,
    medio TEXT NULL,
    ajena INTEGER NOT NULL,
    documento TEXT NOT NULL,
    acopio_en INTEGER NULL,
    captura_en INTEGER NULL,
    verificada_en INTEGER NOT NULL,
    CONSTRAINT pk_version PRIMARY KEY (acta, version),
    CONSTRAINT ck_version_contenido CHECK (contenido IN ('Capturada', 'SinActa', 'FueraDeCatalogo')),
    CONSTRAINT fk_version_acta FOREIGN KEY (acta) REFERENCES acta (numero)
);

CREATE TABLE suceso (
    id INTEGER NOT NULL CONSTRAINT pk_suceso PRIMARY KEY AUTOINCREMENT,
    acta INTEGER NOT NULL,
    version INTEGER NOT NULL,
    tipo TEXT NOT NULL,
    dato TEXT NOT NULL,
    ocurrido_en INTEGER NOT NULL,
    CONSTRAINT ck_suceso_tipo CHECK (tipo IN ('Cotejo', 'Retiro', 'Reidentificacion')),
    CONSTRAINT fk_suceso_acta FOREIGN KEY (acta) REFERENCES acta (numero)
);
CREATE INDEX ix_suceso_acta ON suceso (acta);

CREATE TABLE por_publicar (
    acta INTEGER NOT NULL,
    version INTEGER NOT NULL,
    suceso INTEGER NOT NULL,
    CONSTRAINT pk_por_publicar PRIMARY KEY (acta, version, suceso)
);

CREATE TABLE corte (
    id TEXT NOT NULL CONSTRAINT pk_corte PRIMARY KEY,
    instante_en INTEGER NOT NULL,
    siguiente_en INTEGER NULL,
    ultimo INTEGER NOT NULL,
    estado TEXT NOT NULL,
    raiz TEXT NOT NULL,
    preparado_en INTEGER NOT NULL,
    publicado_en INTEGER NULL,
    intentos INTEGER NOT NULL,
    motivo TEXT NULL,
    CONSTRAINT ck_corte_estado CHECK (estado IN ('Preparado', 'Publicado', 'Abandonado'))
);

CREATE TABLE corte_agrega (
    acta INTEGER NOT NULL,
    version INTEGER NOT NULL,
    suceso INTEGER NOT NULL,
    corte TEXT NOT NULL,
    CONSTRAINT pk_corte_agrega PRIMARY KEY (acta, version, suceso),
    CONSTRAINT fk_corte_agrega_corte FOREIGN KEY (corte) REFERENCES corte (id)
);
CREATE INDEX ix_corte_agrega_corte ON corte_agrega (corte);

CREATE TABLE paquete (
    id INTEGER NOT NULL CONSTRAINT pk_paquete PRIMARY KEY AUTOINCREMENT,
    catd TEXT NOT NULL,
    etiqueta TEXT NOT NULL,
    persona TEXT NOT NULL,
    cerrado_en INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_paquete_etiqueta ON paquete (etiqueta);

CREATE TABLE paquete_acta (
    acta INTEGER NOT NULL CONSTRAINT pk_paquete_acta PRIMARY KEY,
    paquete INTEGER NOT NULL,
    orden INTEGER NOT NULL,
    CONSTRAINT fk_paquete_acta_acta FOREIGN KEY (acta) REFERENCES acta (numero),
    CONSTRAINT fk_paquete_acta_paquete FOREIGN KEY (paquete) REFERENCES paquete (id)
);
CREATE INDEX ix_paquete_acta_paquete ON paquete_acta (paquete);

CREATE TABLE bitacora (
    acta INTEGER NOT NULL,
    eslabon INTEGER NOT NULL,
    ocurrido_en INTEGER NOT NULL,
    persona TEXT NOT NULL,
    accion TEXT NOT NULL,
    detalle TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT pk_bitacora PRIMARY KEY (acta, eslabon)
);

CREATE TRIGGER bitacora_no_cambia BEFORE UPDATE ON bitacora BEGIN SELECT RAISE(ABORT, 'La bitácora no se modifica.'); END;
CREATE TRIGGER bitacora_no_se_borra BEFORE DELETE ON bitacora BEGIN SELECT RAISE(ABORT, 'La bitácora no se borra.'); END;
CREATE TRIGGER version_no_cambia BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'Una versión no se modifica.'); END;
CREATE TRIGGER version_no_se_borra BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'Una versión no se borra.'); END;
CREATE TRIGGER captura_no_cambia BEFORE UPDATE ON captura BEGIN SELECT RAISE(ABORT, 'Una captura no se modifica.'); END;
CREATE TRIGGER captura_no_se_borra BEFORE DELETE ON captura BEGIN SELECT RAISE(ABORT, 'Una captura no se borra.'); END;
CREATE TRIGGER suceso_no_cambia BEFORE UPDATE ON suceso BEGIN SELECT RAISE(ABORT, 'Un suceso no se modifica.'); END;
CREATE TRIGGER suceso_no_se_borra BEFORE DELETE ON suceso BEGIN SELECT RAISE(ABORT, 'Un suceso no se borra.'); END;
CREATE TRIGGER catalogo_no_cambia BEFORE UPDATE ON catalogo BEGIN SELECT RAISE(ABORT, 'El catálogo no se modifica.'); END;
CREATE TRIGGER catalogo_no_se_borra BEFORE DELETE ON catalogo BEGIN SELECT RAISE(ABORT, 'El catálogo no se borra.'); END;
-- INSERT OR REPLACE deletes without telling the triggers of DELETE: what is there is not written over.
CREATE TRIGGER bitacora_no_se_reemplaza BEFORE INSERT ON bitacora WHEN EXISTS (SELECT 1 FROM bitacora WHERE acta = NEW.acta AND eslabon = NEW.eslabon) BEGIN SELECT RAISE(ABORT, 'La bitácora no se modifica.'); END;
CREATE TRIGGER version_no_se_reemplaza BEFORE INSERT ON version WHEN EXISTS (SELECT 1 FROM version WHERE acta = NEW.acta AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'Una versión no se modifica.'); END;
CREATE TRIGGER captura_no_se_reemplaza BEFORE INSERT ON captura WHEN EXISTS (SELECT 1 FROM captura WHERE acta = NEW.acta AND version = NEW.version AND persona = NEW.persona) BEGIN SELECT RAISE(ABORT, 'Una captura no se modifica.'); END;
CREATE TRIGGER suceso_no_se_reemplaza BEFORE INSERT ON suceso WHEN EXISTS (SELECT 1 FROM suceso WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'Un suceso no se modifica.'); END;
CREATE TRIGGER catalogo_no_se_reemplaza BEFORE INSERT ON catalogo WHEN EXISTS (SELECT 1 FROM catalogo WHERE numero = NEW.numero OR sha256 = NEW.sha256) BEGIN SELECT RAISE(ABORT, 'El catálogo no se modifica.'); END;
CREATE TRIGGER proceso_clase_fija BEFORE UPDATE OF clase ON proceso BEGIN SELECT RAISE(ABORT, 'La clase del proceso no cambia.'); END;
