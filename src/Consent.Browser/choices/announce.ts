let region: HTMLElement | undefined;

/** A live region has to be in the page before its text, or screen readers miss it. */
export function prepareAnnouncement(): HTMLElement {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    region.setAttribute('data-pc', 'announcement');
    Object.assign(region.style, {
      position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap',
    });
    document.body.append(region);
  }
  region.textContent = '';
  return region;
}

/** Says a text politely, after the focus has moved. */
export function announce(text: string): void {
  const region = prepareAnnouncement();
  setTimeout(() => {
    region.textContent = text;
  }, 100);
}
