/** Buttons that need a script show only where there is one. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-show-password]')) {
  const input = document.getElementById(button.dataset.showPassword ?? '');
  if (input instanceof HTMLInputElement) offerToShow(button, input);
}

function offerToShow(button: HTMLButtonElement, input: HTMLInputElement): void {
  const show = { text: button.textContent, label: button.ariaLabel };
  const hide = { text: button.dataset.hide ?? '', label: button.dataset.hideLabel ?? '' };
  button.hidden = false;
  button.addEventListener('click', () => {
    const isShown = input.type === 'password';
    input.type = isShown ? 'text' : 'password';
    const { text, label } = isShown ? hide : show;
    button.textContent = text;
    button.ariaLabel = label;
  });
  // What is shown is not left behind in the browser's memory of forms.
  input.form?.addEventListener('submit', () => {
    input.type = 'password';
  });
}
