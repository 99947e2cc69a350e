// Says that a file is too large before sending it: a long upload that ends in a refusal wastes the person's time.
for (const caja of document.querySelectorAll('input[type=file][data-limite]')) {
  caja.addEventListener('change', () => {
    const archivo = caja.files[0];
    caja.setCustomValidity(archivo && archivo.size > Number(caja.dataset.limite) ? caja.dataset.dice : '');
    caja.reportValidity();
  });
}
