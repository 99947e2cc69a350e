// Checks this publication in the reader's own browser: image against its code, code against the signed log, log against the signature.
const textos = {/* comprobar */};
const con = (frase, valores) => frase.replace(/\{(\w+)\}/g, (_, nombre) => valores[nombre]);
const { raiz } = document.body.dataset;
const subtle = globalThis.crypto?.subtle;
const hex = (bytes) => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes) => hex(await subtle.digest('SHA-256', bytes));

const traer = async (ruta) => {
  const respuesta = await fetch(raiz + ruta);
  if (!respuesta.ok) throw new Error(respuesta.status === 404 ? con(textos.noEsta, { archivo: ruta }) : con(textos.respuesta, { archivo: ruta, codigo: respuesta.status }));
  return respuesta.arrayBuffer();
};

// WebCrypto wants r and s with 32 bytes each; openssl and the publication write them in DER.
const enCrudo = (der) => {
  const b = new Uint8Array(der);
  let i = b[1] & 0x80 ? 2 + (b[1] & 0x7f) : 2;
  const crudo = new Uint8Array(64);
  for (const fin of [32, 64]) {
    if (b[i] !== 2) throw new Error(textos.formaDeFirma);
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
  paso(vale, vale ? con(textos.firmado, { corte }) : con(textos.noFirmado, { corte }));
  return { leido: JSON.parse(new TextDecoder().decode(manifiesto)), huella };
};

const deImagen = async ({ imagen, codigo }, paso) => {
  if (!imagen) return;
  const suyo = await sha256(await traer(imagen));
  paso(suyo === codigo, suyo === codigo ? con(textos.imagenIgual, { codigo: codigo.slice(0, 12) }) : con(textos.imagenOtra, { codigo: suyo }));
};

// The log is one line for each version of each acta; its segment is named, with its SHA-256, by the signed manifest.
const deRegistro = async ({ acta, codigo }, manifiesto, paso) => {
  if (!acta) return;
  const bytes = await traer(manifiesto.registro.segmento);
  const igual = await sha256(bytes) === manifiesto.registro.sha256;
  paso(igual, igual ? textos.registroIgual : textos.registroOtro);
  const linea = new TextDecoder().decode(bytes).split('\n').filter(Boolean).map((l) => JSON.parse(l)).find((l) => l.ruta === acta);
  const dice = linea && (linea.codigoIntegridad ?? '') === codigo;
  paso(dice, dice ? (codigo ? textos.registroDiceCodigo : textos.registroSinImagen) : textos.registroNoDice);
};

const elemento = (nombre, texto, clase = '') => Object.assign(document.createElement(nombre), { textContent: texto, className: clase });

const comprobar = async (lugar, salida) => {
  const datos = lugar.dataset;
  const pasos = document.createElement('ol');
  let bien = true;
  salida.replaceChildren(elemento('p', textos.comprobando), pasos);
  const paso = (vale, texto) => {
    bien &&= vale;
    const renglon = elemento('li', ' ' + texto);
    renglon.prepend(elemento('b', vale ? textos.bien : textos.mal, vale ? 'bien' : 'mal'));
    pasos.append(renglon);
  };
  let huella = '';
  try {
    await deImagen(datos, paso);
    const firmado = await manifiestoFirmado(datos.corte, paso);
    huella = firmado.huella;
    await deRegistro(datos, firmado.leido, paso);
  } catch (falla) {
    salida.replaceChildren(pasos, elemento('p', con(textos.noTermino, { razon: falla.message }), 'atento'));
    return;
  }

  const dictamen = elemento('p', bien ? textos.coincide : textos.noCoincide, bien ? 'dictamen bien' : 'dictamen mal');
  const deQuien = elemento('p', con(textos.claveDe, { instituto: datos.instituto || textos.esteSitio }));
  deQuien.append(elemento('code', huella, 'huella'));
  salida.replaceChildren(dictamen, pasos, deQuien, elemento('p',
    textos.quePrueba, 'nota'));
};

for (const lugar of document.querySelectorAll('[data-comprobar]')) {
  const salida = document.createElement('div');
  salida.setAttribute('role', 'status');
  if (subtle && location.protocol !== 'file:') {
    const boton = Object.assign(elemento('button', textos.boton, 'boton llano'), { type: 'button' });
    boton.addEventListener('click', async () => {
      boton.setAttribute('aria-disabled', 'true');
      await comprobar(lugar, salida);
      boton.removeAttribute('aria-disabled');
    });
    lugar.replaceChildren(boton, salida);
  } else {
    lugar.replaceChildren(elemento('p', textos.aquiNo, 'nota'));
  }
}
