// The key of this computer: born here, not extractable, kept by the browser. It signs challenges of the server; r‖s, as WebCrypto gives it.
const abrir = () => new Promise((bien, mal) => {
  const pedido = indexedDB.open('prep-equipo', 1);
  pedido.onupgradeneeded = () => pedido.result.createObjectStore('equipo');
  pedido.onsuccess = () => bien(pedido.result);
  pedido.onerror = () => mal(pedido.error);
});

const conTienda = async (modo, trabajo) => {
  const base = await abrir();
  try {
    return await new Promise((bien, mal) => {
      const pedido = trabajo(base.transaction('equipo', modo).objectStore('equipo'));
      pedido.onsuccess = () => bien(pedido.result);
      pedido.onerror = () => mal(pedido.error);
    });
  } finally {
    base.close();
  }
};

const enBase64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** Whether the browser can keep and use a key here: it must be recent and the address, secure (https, or this same machine). */
export const puede = () => Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle && globalThis.indexedDB);

/** {id, nombre, sitio, clave} of this computer, or undefined. */
export const leer = () => conTienda('readonly', (tienda) => tienda.get('este'));

export const guardar = (equipo) => conTienda('readwrite', (tienda) => tienda.put(equipo, 'este'));

export const nuevaClave = () => crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

export const publica = async (par) => enBase64(await crypto.subtle.exportKey('spki', par.publicKey));

export const firmar = async (privada, uso, equipo, reto) =>
  enBase64(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privada, new TextEncoder().encode(`prep-equipo:1\n${uso}\n${equipo}\n${reto}`)));
