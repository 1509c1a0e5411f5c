import { basePath, loadChoices } from './loadChoices';
import { focusOn } from './moveFocus';
import { renameIds } from './renameIds';
import { textOf } from './textOf';

let isLoading = false;

/** Shows the choices in a dialog; on the choices page it goes to them, and without an answer to that page. */
export async function openDialog(): Promise<void> {
  const present = document.querySelector<HTMLElement>('[data-pc="choices"]');
  if (present) {
    present.scrollIntoView();
    focusOn(present);
    return;
  }
  if (isLoading) {
    return;
  }
  isLoading = true;
  try {
    showDialog(await loadChoices());
  } catch {
    location.assign(basePath);
  } finally {
    isLoading = false;
  }
}

function showDialog(choices: HTMLElement): void {
  renameIds(choices);
  const dialog = document.createElement('dialog');
  dialog.setAttribute('data-pc', 'dialog');
  dialog.setAttribute('closedby', 'any');

  const close = document.createElement('button');
  close.type = 'button';
  close.setAttribute('data-pc-action', 'close');
  close.setAttribute('aria-label', textOf(choices, 'pcClose', 'Close'));
  close.textContent = '\u00d7';
  close.addEventListener('click', () => dialog.close());

  const heading = choices.querySelector<HTMLElement>('h1,h2,h3');
  if (heading) {
    heading.id ||= 'pc-dialog-title';
    heading.tabIndex = -1;
    heading.autofocus = true;
    dialog.setAttribute('aria-labelledby', heading.id);
  }

  dialog.append(close, choices);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
