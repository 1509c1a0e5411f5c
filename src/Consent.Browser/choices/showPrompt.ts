/** Shows the banner of a page that was made for everyone, and so came with it hidden. */
export function showPrompt(): void {
  document.querySelector('[data-pc="shell"]')?.removeAttribute('hidden');
}
