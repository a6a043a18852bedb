import { element, pageLanguage, say } from './words.ts';

export interface Species {
  key: string;
  nameZh: string;
  scientificName?: string;
  classText?: string;
}

/** Names like what was typed; nothing where the phone is off the network: any text may stand in the field. */
const suggestions = async (q: string, signal: AbortSignal): Promise<Species[]> => {
  try {
    const answer = await fetch(`/wildlife/species?q=${encodeURIComponent(q)}`, {
      signal,
      headers: { 'accept-language': pageLanguage() },
    });
    return answer.ok ? (((await answer.json()) as { species?: Species[] }).species ?? []) : [];
  } catch {
    return [];
  }
};

/** Makes a text input a combobox (WAI-ARIA pattern, list autocomplete). `picked` gets what was chosen, or nothing when text was typed. */
export const suggestSpecies = (input: HTMLInputElement, picked: (s?: Species) => void = () => {}): void => {
  const list = element('ul', { id: `${input.id}-list`, hidden: true });
  const told = element('span', { className: 'unseen' });
  const box = element('div', { className: 'choices' });
  let shown: Species[] = [];
  let at = -1;
  let running = new AbortController();
  let timer = 0;

  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  told.setAttribute('role', 'status');
  input.before(box);
  box.append(input, list, told);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value);

  const mark = (next: number) => {
    at = next;
    [...list.children].forEach((li, i) => void li.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) input.setAttribute('aria-activedescendant', `${list.id}-${at}`);
    else input.removeAttribute('aria-activedescendant');
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  const show = (found: Species[]) => {
    shown = found;
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    told.textContent = found.length > 0 ? say('report.suggestions', { count: found.length }) : '';
    mark(-1);
  };
  const option = (s: Species, i: number) => {
    const more = [s.scientificName, s.classText].filter(Boolean).join(' · ');
    const li = element(
      'li',
      { id: `${list.id}-${i}` },
      s.nameZh,
      ' ',
      element('span', { className: 'quiet', lang: 'la' }, more),
    );
    li.setAttribute('role', 'option');
    li.addEventListener('pointerdown', (e) => e.preventDefault());
    li.addEventListener('click', () => choose(i));
    return li;
  };
  const choose = (i: number) => {
    const s = shown[i];
    if (!s) return;
    input.value = s.nameZh;
    picked(s);
    show([]);
  };
  const look = async () => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const found = input.value.trim() ? await suggestions(input.value.trim(), signal) : [];
    if (!signal.aborted && document.activeElement === input) show(found.slice(0, 8));
  };

  input.addEventListener('input', () => {
    picked(undefined);
    clearTimeout(timer);
    timer = window.setTimeout(look, 250);
  });
  input.addEventListener('blur', () => show([]));
  input.addEventListener('keydown', (e) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step && shown.length > 0) mark((at + step + shown.length) % shown.length);
    else if (e.key === 'Enter' && at >= 0) choose(at);
    else if (e.key === 'Escape' && shown.length > 0) show([]);
    else return;
    e.preventDefault();
  });
};
