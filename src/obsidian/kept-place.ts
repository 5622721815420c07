/** Where the user is in a page that is drawn anew: its open folds, what has the focus, how far it is scrolled. Parts are known by `data-key`. */

/** Looks at the page before; the function that it gives puts all back into the page after. */
export function keepPlace(before: HTMLElement): (after: HTMLElement) => void {
  const shut = new Map([...before.querySelectorAll('details[data-key]')].map((fold) => [fold.getAttribute('data-key'), fold.hasAttribute('open')]));
  const focused = before.doc.activeElement?.getAttribute('data-key') ?? null;
  const { scrollTop } = before;
  return (after) => {
    for (const fold of after.querySelectorAll('details[data-key]')) {
      const open = shut.get(fold.getAttribute('data-key'));
      if (open === true) fold.setAttribute('open', '');
      if (open === false) fold.removeAttribute('open');
    }
    const target = focused === null ? undefined : [...after.querySelectorAll<HTMLElement>('[data-key]')].find((part) => part.getAttribute('data-key') === focused);
    target?.focus({ preventScroll: true });
    after.scrollTop = scrollTop;
  };
}
