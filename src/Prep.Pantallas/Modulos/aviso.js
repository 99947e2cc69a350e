// Says the outcome of an action in the screen's live region: <p id="aviso" class="aviso" role="status" aria-live="polite" hidden>.
const marcas = { bien: '✓', atento: '!', mal: '✕' };

export const decir = (texto, tono = 'bien', donde = document.getElementById('aviso')) => {
  donde.className = `aviso aviso-${tono}`;
  donde.replaceChildren();
  const marca = document.createElement('span');
  marca.className = 'aviso-marca';
  marca.setAttribute('aria-hidden', 'true');
  marca.textContent = marcas[tono];
  donde.append(marca, document.createTextNode(texto));
  donde.hidden = false;
};

export const callar = (donde = document.getElementById('aviso')) => { donde.hidden = true; };
