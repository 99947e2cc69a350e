// Bring the image nearer and turn it; the rest of the screen is plain forms.
const imagen = document.getElementById('imagen');
const teclas = document.querySelector('.ident-teclas');
if (imagen && teclas) {
  teclas.hidden = false;
  const tamanos = ['', 'x2', 'x3'];
  const giros = ['', 'giro1', 'giro2', 'giro3'];
  let tamano = 0;
  let giro = 0;
  const poner = () => { imagen.className = `${tamanos[tamano]} ${giros[giro]}`.trim(); };
  const hacer = {
    acercar: () => { tamano = Math.min(tamano + 1, tamanos.length - 1); },
    alejar: () => { tamano = Math.max(tamano - 1, 0); },
    girar: () => { giro = (giro + 1) % giros.length; },
  };
  teclas.addEventListener('click', (toque) => {
    const que = toque.target.closest('[data-vista]')?.dataset.vista;
    if (que) {
      hacer[que]();
      poner();
    }
  });
  addEventListener('keydown', (tecla) => {
    const que = { '+': 'acercar', '-': 'alejar' }[tecla.key];
    if (!que || tecla.ctrlKey || tecla.target.matches('input[type="text"], input:not([type]), textarea')) return;
    hacer[que]();
    poner();
    tecla.preventDefault();
  });
}
