// A button that asks the browser to print: hidden where there are no modules.
for (const boton of document.querySelectorAll('[data-imprimir]')) {
  boton.hidden = false;
  boton.addEventListener('click', () => window.print());
}
