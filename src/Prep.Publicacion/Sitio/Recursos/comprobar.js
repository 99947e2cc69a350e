// Checks this publication in the reader's own browser: image against its code, code against the signed log, log against the signature.
const { raiz } = document.body.dataset;
const subtle = globalThis.crypto?.subtle;
const hex = (bytes) => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes) => hex(await subtle.digest('SHA-256', bytes));

const traer = async (ruta) => {
  const respuesta = await fetch(raiz + ruta);
  if (!respuesta.ok) throw new Error(respuesta.status === 404 ? `no está ${ruta}` : `${ruta}: respuesta ${respuesta.status}`);
  return respuesta.arrayBuffer();
};

// WebCrypto wants r and s with 32 bytes each; openssl and the publication write them in DER.
const enCrudo = (der) => {
  const b = new Uint8Array(der);
  let i = b[1] & 0x80 ? 2 + (b[1] & 0x7f) : 2;
  const crudo = new Uint8Array(64);
  for (const fin of [32, 64]) {
    if (b[i] !== 2) throw new Error('la firma no tiene la forma esperada');
    const numero = b.subarray(i + 2, i + 2 + b[i + 1]);
    const util = numero.subarray(Math.max(0, numero.length - 32));
    crudo.set(util, fin - util.length);
    i += 2 + b[i + 1];
  }
  return crudo;
};

const clave = async () => {
  const texto = new TextDecoder().decode(await traer('clave-publica.pem'));
  const der = Uint8Array.from(atob(texto.replace(/-----[^-]+-----|\s/g, '')), (c) => c.charCodeAt(0));
  return { huella: await sha256(der), publica: await subtle.importKey('spki', der, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']) };
};

const manifiestoFirmado = async (corte, paso) => {
  const [manifiesto, firma, { huella, publica }] = await Promise.all([traer(`cortes/${corte}/manifiesto.json`), traer(`cortes/${corte}/manifiesto.firma`), clave()]);
  const vale = await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publica, enCrudo(firma), manifiesto);
  paso(vale, vale ? `El manifiesto del corte ${corte} está firmado con la clave publicada.` : `La firma no corresponde al manifiesto del corte ${corte}: alguno de los dos cambió.`);
  return { leido: JSON.parse(new TextDecoder().decode(manifiesto)), huella };
};

const deImagen = async ({ imagen, codigo }, paso) => {
  if (!imagen) return;
  const suyo = await sha256(await traer(imagen));
  paso(suyo === codigo, suyo === codigo ? `La imagen tiene el código de integridad publicado, ${codigo.slice(0, 12)}…` : `La imagen NO es la del código publicado: su código es ${suyo}.`);
};

// The log is one line for each version of each acta; its segment is named, with its SHA-256, by the signed manifest.
const deRegistro = async ({ acta, codigo }, manifiesto, paso) => {
  if (!acta) return;
  const bytes = await traer(manifiesto.registro.segmento);
  const igual = await sha256(bytes) === manifiesto.registro.sha256;
  paso(igual, igual ? 'El registro público del corte es el que el manifiesto firmó.' : 'El registro público cambió después de firmarse.');
  const linea = new TextDecoder().decode(bytes).split('\n').filter(Boolean).map((l) => JSON.parse(l)).find((l) => l.ruta === acta);
  const dice = linea && (linea.codigoIntegridad ?? '') === codigo;
  paso(dice, dice ? (codigo ? 'El registro firmado dice de esta acta el mismo código de integridad.' : 'El registro firmado tiene esta acta, sin imagen.') : 'El registro firmado no tiene esta acta con ese código.');
};

const elemento = (nombre, texto, clase = '') => Object.assign(document.createElement(nombre), { textContent: texto, className: clase });

const comprobar = async (lugar, salida) => {
  const datos = lugar.dataset;
  const pasos = document.createElement('ol');
  let bien = true;
  salida.replaceChildren(elemento('p', 'Comprobando…'), pasos);
  const paso = (vale, texto) => {
    bien &&= vale;
    const renglon = elemento('li', ' ' + texto);
    renglon.prepend(elemento('b', vale ? 'Bien.' : 'Mal.', vale ? 'bien' : 'mal'));
    pasos.append(renglon);
  };
  let huella = '';
  try {
    await deImagen(datos, paso);
    const firmado = await manifiestoFirmado(datos.corte, paso);
    huella = firmado.huella;
    await deRegistro(datos, firmado.leido, paso);
  } catch (falla) {
    salida.replaceChildren(pasos, elemento('p', `No se pudo terminar la comprobación: ${falla.message}. No es prueba de que algo esté mal: revise su conexión e intente otra vez.`, 'atento'));
    return;
  }

  const dictamen = elemento('p', bien ? 'Todo coincide.' : 'Algo no coincide: guarde esta página y avise al instituto.', bien ? 'dictamen bien' : 'dictamen mal');
  const deQuien = elemento('p', `Clave de ${datos.instituto || 'este sitio'}. Su huella (SHA-256): `);
  deQuien.append(elemento('code', huella, 'huella'));
  salida.replaceChildren(dictamen, pasos, deQuien, elemento('p',
    'Qué prueba: que estos archivos no cambiaron desde que se firmaron con esa clave. Qué no prueba: que las cifras estén bien leídas (mire usted la imagen) ni de quién es la clave: compare su huella con la que el instituto dio a conocer por otro medio, porque quien suplantara este sitio pondría también su clave.', 'nota'));
};

for (const lugar of document.querySelectorAll('[data-comprobar]')) {
  const salida = document.createElement('div');
  salida.setAttribute('role', 'status');
  if (subtle && location.protocol !== 'file:') {
    const boton = Object.assign(elemento('button', 'Comprobar en mi navegador', 'boton llano'), { type: 'button' });
    boton.addEventListener('click', async () => {
      boton.setAttribute('aria-disabled', 'true');
      await comprobar(lugar, salida);
      boton.removeAttribute('aria-disabled');
    });
    lugar.replaceChildren(boton, salida);
  } else {
    lugar.replaceChildren(elemento('p', 'Aquí su navegador no puede comprobar: sólo hace estas cuentas en páginas que llegan por https. Siga los pasos escritos en esta página.', 'nota'));
  }
}
