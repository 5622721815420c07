/** Where the user is in a page that is drawn anew: its open folds, what has the focus, what he is typing, how far it is scrolled. Parts are known by `data-key`. */

/** Looks at the page before; the function that it gives puts all back into the page after. */
export function keepPlace(before: HTMLElement): (after: HTMLElement) => void {
  const shut = new Map([...before.querySelectorAll('details[data-key]')].map((fold) => [fold.getAttribute('data-key'), fold.hasAttribute('open')]));
  const active = before.doc.activeElement;
  const focused = active?.getAttribute('data-key') ?? active?.parentElement?.getAttribute('data-key') ?? null;
  const typed = fieldsOf(before).filter((field) => field.value !== field.defaultValue);
  const { scrollTop } = before;
  return (after) => {
    for (const fold of after.querySelectorAll('details[data-key]')) {
      const open = shut.get(fold.getAttribute('data-key'));
      if (open === true) fold.setAttribute('open', '');
      if (open === false) fold.removeAttribute('open');
    }
    // Where the page knows better by now, what was typed has been read.
    for (const field of fieldsOf(after)) {
      const same = typed.find((one) => one.getAttribute('data-key') === field.getAttribute('data-key') && one.defaultValue === field.defaultValue);
      if (same !== undefined) field.value = same.value;
    }
    const target = focused === null ? undefined : [...after.querySelectorAll<HTMLElement>('[data-key]')].find((part) => part.getAttribute('data-key') === focused);
    if (target?.tagName === 'DETAILS') target.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true });
    else if (target !== undefined) {
      // What was ticked may be in another fold by now.
      target.parentElement?.closest('details')?.setAttribute('open', '');
      target.focus({ preventScroll: true });
    }
    after.scrollTop = scrollTop;
  };
}

function fieldsOf(page: HTMLElement): readonly HTMLInputElement[] {
  return [...page.querySelectorAll<HTMLInputElement>('input[type="text"][data-key]')];
}
