// The ways in: chosen files, a folder, a camera, and what is dragged here (folders are walked).
const deEntrada = (entrada) => entrada.isFile
  ? new Promise((bien, mal) => { entrada.file((archivo) => bien([archivo]), mal); })
  : new Promise((bien, mal) => {
    const lector = entrada.createReader();
    const todas = [];
    const seguir = () => lector.readEntries(async (parte) => {
      if (parte.length === 0) bien((await Promise.all(todas.map(deEntrada))).flat());
      else {
        todas.push(...parte);
        seguir();
      }
    }, mal);
    seguir();
  });

/** @param recibir called with files and with what made them: Escaner or Movil */
export const escuchar = (zona, recibir) => {
  for (const [id, medio] of [['archivos', 'Escaner'], ['carpeta', 'Escaner'], ['camara', 'Movil']]) {
    const entrada = document.getElementById(id);
    const tomar = () => {
      if (entrada.files.length === 0) return;
      recibir([...entrada.files], medio);
      entrada.value = '';
    };
    entrada.addEventListener('change', tomar);
    tomar();   // chosen before this program arrived
  }

  for (const suceso of ['dragenter', 'dragover']) {
    addEventListener(suceso, (arrastre) => {
      arrastre.preventDefault();
      zona.classList.add('encima');
    });
  }

  addEventListener('dragleave', (arrastre) => { if (!arrastre.relatedTarget) zona.classList.remove('encima'); });
  addEventListener('drop', async (soltado) => {
    soltado.preventDefault();
    zona.classList.remove('encima');
    const entradas = [...(soltado.dataTransfer?.items ?? [])].map((i) => i.webkitGetAsEntry?.()).filter(Boolean);
    const archivos = entradas.length > 0 ? (await Promise.all(entradas.map((e) => deEntrada(e).catch(() => [])))).flat() : [...(soltado.dataTransfer?.files ?? [])];
    recibir(archivos, 'Escaner');
  });
  addEventListener('paste', (pegado) => {
    if (pegado.clipboardData?.files.length) recibir([...pegado.clipboardData.files], 'Escaner');
  });
};
