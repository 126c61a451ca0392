/// The little script: everything works without it, and it makes some things quicker.
enum Script {
    static let text = """
        (() => {
          'use strict';
          const root = document.documentElement, all = (selector, within = document) => [...within.querySelectorAll(selector)];
          root.classList.add('js');

          // Filters submit on change, but only after a pointer: with the keyboard a select changes at every
          // arrow, and a page that reloads then would carry the reader away.
          let pointed = null;
          addEventListener('pointerdown', event => { pointed = event.target.closest('select, input') });
          addEventListener('keydown', () => { pointed = null }, true);
          addEventListener('change', event => {
            const form = event.target.form;
            if (form && form.matches('[data-auto]') && pointed === event.target) form.requestSubmit();
          });

          // A table as text, with tabs, as spreadsheets take it.
          // What a spreadsheet would run as a formula gets an apostrophe; negative numbers have a minus of their own.
          const plain = text => /^[=+@-]/.test(text) ? "'" + text : text;
          const cellText = cell => plain((cell.dataset.text ?? cell.innerText).replace(/\\s+/g, ' ').trim());
          const tableText = table => [...table.rows].map(row => [...row.cells].filter(cell => !cell.hidden).map(cellText).join('\\t')).join('\\n');
          addEventListener('click', async event => {
            const copy = event.target.closest('[data-copy]');
            if (copy) {
              await navigator.clipboard.writeText(tableText(document.getElementById(copy.dataset.copy)));
              const words = copy.textContent;
              copy.textContent = copy.dataset.done;
              setTimeout(() => { copy.textContent = words }, 2000);
            }
            if (event.target.closest('[data-print]')) print();
            for (const menu of all('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
          });

          // Paper shows what is folded on a screen: the numbers under a picture.
          addEventListener('beforeprint', () => all('.chart > details:not([open])').forEach(part => {
            part.open = true;
            part.dataset.folded = '';
          }));
          addEventListener('afterprint', () => all('[data-folded]').forEach(part => {
            part.open = false;
            delete part.dataset.folded;
          }));

          // Which columns of a table are shown: remembered by this browser for all pages of the kind.
          const kept = {
            read(key) { try { return JSON.parse(localStorage.getItem(key)) ?? [] } catch { return [] } },
            write(key, names) { try { localStorage.setItem(key, JSON.stringify(names)) } catch {} },
          };
          all('[data-columns]').forEach(menu => {
            const table = document.getElementById(menu.dataset.columns);
            const key = `columns ${location.pathname.replace(/\\d+/g, '*')} ${table.id}`;
            const hidden = new Set(kept.read(key));
            [...table.tHead.rows[0].cells].forEach((head, index) => {
              if (index === 0) return;
              const name = cellText(head), row = document.createElement('div');
              const box = document.createElement('input'), label = document.createElement('label');
              const show = () => [...table.rows].forEach(each => {
                if (each.cells[index]) each.cells[index].hidden = !box.checked;
              });
              Object.assign(box, { type: 'checkbox', id: `${table.id}-column-${index}`, checked: !hidden.has(name) });
              Object.assign(label, { htmlFor: box.id, textContent: name });
              box.addEventListener('change', () => {
                show();
                box.checked ? hidden.delete(name) : hidden.add(name);
                kept.write(key, [...hidden]);
              });
              row.className = 'choice';
              row.append(box, label);
              menu.querySelector('.boxes').append(row);
              show();
            });
          });

          // A page that waits asks how far the work is, and stops when the answer no longer asks to be asked.
          const poll = part => setTimeout(async () => {
            try {
              const answer = await fetch(part.dataset.poll, { headers: { Accept: 'text/html' } });
              if (!answer.ok) throw new Error(answer.status);
              const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              const next = page.getElementById(part.id);
              if (!next) return location.reload();
              part.replaceWith(next);
              if (next.dataset.poll) poll(next);
            } catch { poll(part) }
          }, Number(part.dataset.every) * 1000);
          all('[data-poll]').forEach(poll);

          // A changed form is not left by mistake.
          const changed = new Set();
          addEventListener('input', event => {
            const form = event.target.closest('form[data-guard]');
            if (form) changed.add(form);
          });
          addEventListener('submit', event => {
            changed.delete(event.target);
            if (event.target.dataset.sent && event.target.method === 'post') event.preventDefault();
            event.target.dataset.sent = 'yes';
            // An answer may be a file, and then the page stays: the form must work again.
            setTimeout(() => delete event.target.dataset.sent, 3000);
          });
          addEventListener('pageshow', () => all('form').forEach(form => delete form.dataset.sent));
          addEventListener('beforeunload', event => { if (changed.size) event.preventDefault() });

          // Keys: "/" goes to the search, "?" shows the keys, Escape folds menus.
          const writing = target => target.closest('input, textarea, select, [contenteditable]');
          addEventListener('keydown', event => {
            if (event.key === 'Escape') for (const menu of all('details.menu[open]')) {
              menu.open = false;
              menu.querySelector('summary').focus();
            }
            if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
            const place = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
            if (place) { event.preventDefault(); place.focus() }
            const keys = document.getElementById('keys');
            if (event.key === '?' && keys && !keys.open) { event.preventDefault(); keys.showModal() }
          });

          // Among results the arrows go from one to the next, and from the first back to the question.
          addEventListener('keydown', event => {
            if (!['ArrowDown', 'ArrowUp'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
            const links = all('[data-arrows] tbody a'), here = links.indexOf(document.activeElement);
            const asked = document.querySelector('[data-arrows] form input:not([type=hidden])');
            const isFree = [document.body, document.getElementById('main')].includes(document.activeElement);
            if (!links.length || here < 0 && !isFree && document.activeElement.name !== 'query') return;
            const next = event.key === 'ArrowDown' ? links[here + 1] : here > 0 ? links[here - 1] : asked;
            event.preventDefault();
            next?.focus();
          });

          // Errors are read out first; a box that does not scroll is no stop of the keyboard.
          document.querySelector('.errors')?.focus();
          const stops = () => all('.scroll').forEach(box => {
            box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight
              ? box.setAttribute('tabindex', '0') : box.removeAttribute('tabindex');
          });
          stops();
          // A box begins to scroll by more than the window: letters come later, a folded table opens.
          const watch = new ResizeObserver(stops);
          all('.scroll, .scroll > table').forEach(box => watch.observe(box));
        })();
        """
}
