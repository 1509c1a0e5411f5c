/** Unchecks what GPC denies, where the server didn't see the signal; checking it again is an informed choice. */
export function reflectSignal(root: ParentNode): void {
  const { categories } = consent.state;
  for (const box of root.querySelectorAll<HTMLInputElement>('input[data-pc-category]')) {
    if (categories[box.dataset.pcCategory!]?.reason === 'Gpc') {
      box.checked = false;
    }
  }
}
