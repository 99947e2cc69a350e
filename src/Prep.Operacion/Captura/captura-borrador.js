// What a person has typed of an acta and not delivered, kept in this browser until it is. It is named by person and image: a crash, a reload or
// an expired lease gives it back to the same person if the same acta comes, and to nobody else.
const raiz = 'prep.captura.';
const duracion = 60 * 60 * 1000;

const leer = (llave) => {
  try {
    return JSON.parse(localStorage.getItem(llave));
  } catch {
    return null;
  }
};

/** Forgets what is old, and what somebody else left in this browser: the next person must not find it. */
export const barrer = (persona) => {
  for (const llave of Object.keys(localStorage).filter((l) => l.startsWith(raiz))) {
    if (!llave.startsWith(`${raiz}${encodeURIComponent(persona)}.`) || !(Date.now() - leer(llave)?.guardadoEn < duracion)) localStorage.removeItem(llave);
  }
};

export const crearBorrador = (persona) => {
  const llave = (imagen) => `${raiz}${encodeURIComponent(persona)}.${imagen}`;
  return {
    /** @returns what was typed of that image, or null */
    de: (imagen) => leer(llave(imagen)),

    /** @returns false when the browser keeps nothing (storage full or forbidden): the work goes on all the same. */
    guardar: (imagen, escrito) => {
      try {
        localStorage.setItem(llave(imagen), JSON.stringify({ ...escrito, guardadoEn: Date.now() }));
        return true;
      } catch {
        return false;
      }
    },

    olvidar: (imagen) => localStorage.removeItem(llave(imagen)),
  };
};
