// A second press of the button sends nothing: the first is on its way. Nothing is disabled, so that going back finds the page as it was.
for (const forma of document.querySelectorAll('form[method="post"]')) {
  let enviada = false;
  forma.addEventListener('submit', (e) => {
    if (enviada) e.preventDefault();
    enviada = true;
  });
  addEventListener('pageshow', () => { enviada = false; });
}
