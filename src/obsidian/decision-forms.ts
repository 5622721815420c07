/** The forms of decisions about an app: rows to tick, a name to type. */
import type { ListingKey } from '../apps/listing';
import type { AppDetails } from '../plan/app-details';
import type { DecisionForm } from './plan-window';
import { drawListing } from './review-pair-view';

/** The app's entries with a box each; `chosen` holds the keys of those ticked. At least one must be, and one must stay. */
export function rowsForm(app: AppDetails, chosen: Set<ListingKey>, hint: string): DecisionForm {
  return {
    draw(body, ready) {
      body.createEl('p', { text: hint });
      if (app.listings.length < 2) return;
      const list = body.createEl('ul', { cls: 'regulatory-notices-rows' });
      const tell = (): void => ready(chosen.size > 0 && chosen.size < app.listings.length);
      for (const listing of app.listings) {
        const label = list.createEl('li').createEl('label');
        const box = label.createEl('input', { type: 'checkbox' });
        box.checked = chosen.has(listing.key);
        drawListing(label.createDiv('regulatory-notices-listing'), listing, app);
        box.addEventListener('change', () => {
          if (box.checked) chosen.add(listing.key);
          else chosen.delete(listing.key);
          tell();
        });
      }
      tell();
      list.querySelector('input')?.focus();
    },
  };
}

/** One line of text; `set` is told what stands in it. */
export function nameForm(label: string, hint: string, value: () => string, set: (text: string) => void, isFit: (text: string) => boolean): DecisionForm {
  return {
    draw(body, ready, submit) {
      const field = body.createEl('label', { cls: 'regulatory-notices-field' });
      field.createDiv({ text: label });
      const input = field.createEl('input', { type: 'text', value: value() });
      body.createEl('p', { cls: 'regulatory-notices-aside', text: hint });
      input.addEventListener('input', () => {
        set(input.value);
        ready(isFit(input.value.trim()));
      });
      input.addEventListener('keydown', (event) => {
        // While a Chinese name is being typed, Enter belongs to the input method.
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        submit();
      });
      ready(isFit(input.value.trim()));
      input.focus();
      input.select();
    },
  };
}
