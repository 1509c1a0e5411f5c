/** Shows that an answer is on its way. Buttons stay focusable: a disabled one would lose the focus. */
export function markBusy(form: HTMLFormElement, button: HTMLElement | null, isBusy: boolean): void {
  form.toggleAttribute('data-pc-busy', isBusy);
  for (const each of form.querySelectorAll('button')) {
    set(each, 'aria-disabled', isBusy);
  }
  if (button) {
    set(button, 'aria-busy', isBusy);
  }
}

function set(element: Element, name: string, isOn: boolean): void {
  if (isOn) {
    element.setAttribute(name, 'true');
  } else {
    element.removeAttribute(name);
  }
}
