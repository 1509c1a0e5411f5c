import { closest } from './closest';

/** Settings links and the banner's "choose" open the choices without leaving the page. */
export function chooseOnClick(event: MouseEvent): void {
  const target = event.composedPath()[0]; // A settings link may sit in a shadow tree.
  const control = target instanceof Element && closest(target, '[data-pc-action="choose"]');
  if (!control || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    || control.closest('summary')) {
    return;
  }
  event.preventDefault();
  const controlled = document.getElementById(control.getAttribute('aria-controls') ?? '');
  if (controlled) {
    controlled.hidden = !controlled.hidden;
    control.setAttribute('aria-expanded', String(!controlled.hidden));
  } else {
    consent.open();
  }
}
