const ours = '[data-pc="banner"],[data-pc="status"],[data-pc="dialog"]';
let before: HTMLElement | undefined;

/** Remembers where the visitor was before the banner or the dialog. */
export function watchFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest(ours)) {
      before = target;
    }
  });
}

/** Puts a lost focus where the visitor was before, else at the start of what the page is about. */
export function restoreFocus(): void {
  if (document.activeElement && document.activeElement !== document.body) {
    return;
  }
  if (before?.isConnected) {
    before.focus({ preventScroll: true });
  }
  if (document.activeElement === document.body) {
    focusOn(document.querySelector<HTMLElement>('main,[role="main"],h1') ?? document.body);
  }
}

/** Focuses an element that isn't focusable by itself, for as long as it has the focus, and without a ring around the page. */
export function focusOn(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) {
    const { outline } = element.style;
    element.tabIndex = -1;
    element.style.outline = 'none';
    element.addEventListener('blur', () => {
      element.removeAttribute('tabindex');
      element.style.outline = outline;
    }, { once: true });
  }
  element.focus({ preventScroll: true });
}
