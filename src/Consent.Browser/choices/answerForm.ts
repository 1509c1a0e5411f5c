import { yieldToMain } from '../shared/yieldToMain';
import { announce, prepareAnnouncement } from './announce';
import { closest } from './closest';
import { dismissPrompt } from './dismissPrompt';
import { markBusy } from './markBusy';
import { restoreFocus } from './moveFocus';
import { readChoice } from './readChoice';
import { renewChoices } from './renewChoices';
import { clearError, showError } from './showError';
import { textOf } from './textOf';

const busy = new WeakSet<HTMLFormElement>();

/** Sends a form of ours by fetch, and leaves every other form alone. */
export function answerForm(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented
    || !closest(form, '[data-pc="banner"],[data-pc="choices"],[data-pc="status"],[data-pc="placeholder"]')) {
    return;
  }
  const choice = readChoice(form, event.submitter);
  if (choice) {
    event.preventDefault();
    event.stopPropagation();
    if (!busy.has(form)) {
      void send(form, event.submitter, choice);
    }
  }
}

async function send(
  form: HTMLFormElement,
  button: HTMLElement | null,
  choice: NonNullable<ReturnType<typeof readChoice>>,
): Promise<void> {
  busy.add(form);
  markBusy(form, button, true);
  clearError(form);
  prepareAnnouncement();
  await yieldToMain();
  try {
    await (choice === 'withdraw' ? consent.withdraw() : consent.set(choice));
    await finish(form, button);
  } catch {
    showError(form);
  } finally {
    busy.delete(form);
    markBusy(form, button, false);
  }
}

async function finish(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const done = textOf(button ?? form, 'pcDone', 'Your privacy choices are saved.');
  const dialog = form.closest('dialog');
  if (dialog) {
    dialog.close();
    dialog.remove(); // Else the focus stays, until the next frame, on a button that nobody sees.
  } else if (form.closest('[data-pc="choices"]')) {
    await renewChoices(form, button);
  }
  if (form.closest('[data-pc="banner"]') || consent.state.prompt !== 'Ask') {
    dismissPrompt();
  }
  restoreFocus();
  announce(done);
}
