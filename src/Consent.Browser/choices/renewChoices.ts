import { loadChoices } from './loadChoices';

/** Brings the choices page up to date after an answer, with the focus on the same button. */
export async function renewChoices(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  try {
    // Where the server would redirect to: it says there that the choice is saved.
    const fresh = await loadChoices(new FormData(form).get('returnUrl')?.toString());
    form.closest('[data-pc="choices"]')!.replaceWith(fresh);
    const action = button?.dataset.pcAction;
    fresh.querySelector<HTMLElement>(`[data-pc-action="${action}"]`)?.focus({ preventScroll: true });
  } catch {
    location.reload();
  }
}
