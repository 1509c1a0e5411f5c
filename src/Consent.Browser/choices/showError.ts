import { textOf } from './textOf';

export function showError(form: HTMLFormElement): void {
  clearError(form);
  const error = document.createElement('p');
  error.setAttribute('data-pc', 'error');
  error.setAttribute('role', 'alert');
  form.append(error);
  error.textContent = textOf(form, 'pcError', 'Your choice could not be saved. Please try again.');
}

export function clearError(form: HTMLFormElement): void {
  form.querySelector('[data-pc="error"]')?.remove();
}
