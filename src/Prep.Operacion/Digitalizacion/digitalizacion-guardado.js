// The queue of files, kept in this browser (IndexedDB) until each is registered: a reload, a crash or a lost session loses none.
const nombre = 'prep-digitalizacion';
const dia = 24 * 60 * 60 * 1000;

const abrir = () => new Promise((bien, mal) => {
  const pedido = indexedDB.open(nombre, 1);
  pedido.onupgradeneeded = () => pedido.result.createObjectStore('archivos', { keyPath: 'id' });
  pedido.onsuccess = () => bien(pedido.result);
  pedido.onerror = () => mal(pedido.error);
});

const enEllos = async (modo, hacer) => {
  const base = await abrir();
  try {
    return await new Promise((bien, mal) => {
      const trato = base.transaction('archivos', modo);
      const pedido = hacer(trato.objectStore('archivos'));
      trato.oncomplete = () => bien(pedido.result);
      trato.onerror = () => mal(trato.error);
      trato.onabort = () => mal(trato.error);
    });
  } finally {
    base.close();
  }
};

/** Files of that person, oldest first. What others left more than a day ago is forgotten. */
export const leer = async (persona) => {
  const todos = await enEllos('readonly', (archivos) => archivos.getAll()).catch(() => []);
  for (const viejo of todos.filter((a) => a.persona !== persona && Date.now() - a.en > dia)) await borrar(viejo.id);
  return todos.filter((a) => a.persona === persona).sort((a, b) => a.en - b.en);
};

/** @returns false when this browser keeps nothing: the work goes on, but a reload would lose it */
export const guardar = (archivo) => enEllos('readwrite', (archivos) => archivos.put(archivo)).then(() => true, () => false);

export const borrar = (id) => enEllos('readwrite', (archivos) => archivos.delete(id)).catch(() => {});
