// One tab captures. A second one says so and takes nothing until the person chooses it; then the first one stops.
const nombre = 'prep-captura';
const texto = 'La captura está abierta en otra pestaña de este navegador. Siga allá; o tómela aquí y aquélla se detendrá. Lo que escribió se conserva.';

/** @param alPerder(texto, recuperar): what to say, and what to call to bring the work to this tab */
export const soloEstaPestana = (persona, { alTener, alPerder }) => {
  const llave = `${nombre}.${persona}`;
  // Without locks (an address that is not secure) the server still gives both tabs the same acta.
  if (!navigator.locks) {
    alTener();
    return;
  }
  const tener = () => {
    alTener();
    return new Promise(() => {});
  };
  const robar = () => navigator.locks.request(llave, { steal: true }, tener).catch(() => alPerder(texto, robar));
  navigator.locks.request(llave, { ifAvailable: true }, (cerrojo) => {
    if (cerrojo) return tener();
    alPerder(texto, robar);
    return undefined;
  }).catch(() => alPerder(texto, robar));
};
