import type { Page } from 'playwright-core';

/** What would keep people from using the page as it stands now; nothing where all is well (a part of WCAG 2.2 AA, by hand). */
export const barriers = async (page: Page): Promise<string[]> => {
  await page.waitForLoadState(); // text stands there before its style sheet has come
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (e: Element) =>
      `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ''} “${(e.textContent ?? '').trim().slice(0, 20)}”`;
    const visible = (e: Element) =>
      e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 1;

    if (!document.documentElement.lang) found.push('the page has no language');
    if (!document.title) found.push('the page has no title');
    if (document.querySelectorAll('h1').length !== 1)
      found.push(`${document.querySelectorAll('h1').length} first headings`);
    for (const img of document.images) if (!img.hasAttribute('alt')) found.push(`no alt: ${img.src}`);
    const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) found.push(`id twice: ${id}`);

    for (const control of document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')) {
      if (!control.labels?.length && !control.getAttribute('aria-label')) found.push(`no label: ${control.name}`);
      for (const id of (control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
        if (!document.getElementById(id)) found.push(`described by nothing: ${control.name} ${id}`);
    }
    const pictured = (e: Element) => [...e.querySelectorAll('img')].some((img) => img.alt.trim() !== '');
    for (const e of document.querySelectorAll('a, button, summary'))
      if (e.checkVisibility() && !(e.textContent?.trim() || e.getAttribute('aria-label') || pictured(e)))
        found.push(`no name: ${e.outerHTML.slice(0, 80)}`);

    // 2.5.8 asks for 24 px; ours is 44 for what stands alone, links within a sentence apart.
    for (const e of document.querySelectorAll(
      'nav a, button, .button, select, summary, .tick, input:not([type=hidden], [type=radio], [type=checkbox])',
    )) {
      const { height } = e.getBoundingClientRect();
      if (visible(e) && height < 43.5) found.push(`only ${Math.round(height)} px high: ${name(e)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`wider than the screen: ${document.documentElement.scrollWidth}`);

    type Colour = [number, number, number, number];
    const parse = (c: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (c.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    };
    const light = ([r, g, b]: Colour) => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((v) =>
        v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const behind = (e: Element | null): Colour => {
      if (!e) return [255, 255, 255, 1];
      const own = parse(getComputedStyle(e).backgroundColor);
      return own[3] > 0.99 ? own : behind(e.parentElement);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const e = node.parentElement;
      if (!e || !node.textContent?.trim() || !visible(e) || e.closest('script, noscript, svg, option, .unseen, .skip'))
        continue;
      const style = getComputedStyle(e);
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const [a, b] = [light(parse(style.color)), light(behind(e))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < (large ? 3 : 4.5)) found.push(`contrast ${ratio.toFixed(1)}: ${name(e)}`);
    }
    return [...new Set(found)];
  });
};

/** Goes through the page with the tab key; the stops where nobody would see where they are. */
export const unseenFocus = async (page: Page, stops: number): Promise<string[]> => {
  const unseen: string[] = [];
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press('Tab');
    const lost = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return undefined;
      const outlined = (x: Element | null) =>
        x !== null &&
        getComputedStyle(x).outlineStyle !== 'none' &&
        Number.parseFloat(getComputedStyle(x).outlineWidth) >= 2;
      return outlined(e) || outlined(e.closest('.tick')) ? undefined : e.outerHTML.slice(0, 100);
    });
    if (lost) unseen.push(lost);
  }
  return unseen;
};
