/** Settings links and the banner's "choose" open the choices without leaving the page. */
export function chooseOnClick(event: MouseEvent): void {
  const control = event.target instanceof Element && event.target.closest('[data-pc-action="choose"]');
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
