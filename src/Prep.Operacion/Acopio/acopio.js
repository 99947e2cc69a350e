// The screens of acopio work without this: it saves keys and shows the buttons that need a program.
const por = (id) => document.getElementById(id);

const todas = por('todas');
if (todas) {
  todas.hidden = false;
  todas.addEventListener('click', () => {
    for (const caja of document.querySelectorAll('input[value="Viene"]')) caja.checked = true;
    document.querySelector('.acopio-enviar .principal').focus();
  });
  addEventListener('keydown', (tecla) => {
    if (tecla.altKey && tecla.key.toLowerCase() === 't') {
      tecla.preventDefault();
      todas.click();
    }
  });
}

const imprimir = por('imprimir');
if (imprimir) {
  imprimir.hidden = false;
  imprimir.focus();
  imprimir.addEventListener('click', () => print());
}

// A second press of the button sends nothing: the first is on its way.
for (const forma of document.querySelectorAll('form[method="post"]')) {
  forma.addEventListener('submit', () => setTimeout(() => { for (const boton of forma.querySelectorAll('button')) boton.disabled = true; }));
}
addEventListener('pageshow', (vuelta) => {
  if (vuelta.persisted) for (const boton of document.querySelectorAll('button:disabled')) boton.disabled = false;
});

// The first box of the bolsa takes the keyboard, so that the arrows choose at once.
if (!document.querySelector('[autofocus]')) document.querySelector('.acta-en-bolsa input[type="radio"]')?.focus();
