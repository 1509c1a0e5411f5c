const references = ['for', 'form', 'aria-labelledby', 'aria-describedby', 'aria-controls'];

/** Gives every id under an element a name of its own: the banner may hold the same check boxes. */
export function renameIds(root: HTMLElement): void {
  const elements = [root, ...root.querySelectorAll('*')];
  const ids = new Set(elements.map((element) => element.id).filter(Boolean));
  for (const element of elements) {
    if (element.id) {
      element.id += '-d';
    }
    for (const name of references) {
      const value = element.getAttribute(name);
      if (value) {
        element.setAttribute(name, value.split(' ').map((id) => ids.has(id) ? id + '-d' : id).join(' '));
      }
    }
  }
}
