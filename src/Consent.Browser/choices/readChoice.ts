import type { ConsentChoice } from '../types/choices';

/** What a form says, in the fields that the server reads too; nothing if it says something else. */
export function readChoice(form: HTMLFormElement, button: HTMLElement | null): ConsentChoice | 'withdraw' | undefined {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
  if (button instanceof HTMLButtonElement || button instanceof HTMLInputElement) {
    fields.push([button.name, button.value]);
  }

  const choices: Record<string, boolean> = {};
  for (const [name, value] of fields) {
    if (name === 'withdraw') {
      return 'withdraw';
    }
    if (name === 'all') {
      return value === 'true' ? 'all' : 'none';
    }
    const [, id] = /^choices(?:\.|\[)([^\]]+)\]?$/.exec(name) ?? [];
    if (id) {
      // A hidden "false" stands before each check box, which a browser sends only when it is checked.
      choices[id] = choices[id] === true || value === 'true' || value === 'on';
    }
  }
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type="checkbox"][data-pc-category]:not(:disabled)')) {
    choices[box.dataset.pcCategory!] = box.checked;
  }
  return Object.keys(choices).length ? choices : undefined;
}
