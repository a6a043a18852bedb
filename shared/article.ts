import type { Language } from './fields.ts';
import { attributes, type Html, html } from './html.ts';

/** Pieces of pages that tell of one thing. */

/** A label and what stands behind it. */
export type Fact = [label: string, value: Html | string | number | undefined];

/** Labels with their values; those without a value are left out. */
export const factsHtml = (facts: Fact[]): Html =>
  html`<dl class="facts">${facts.flatMap(([label, value]) => (value === undefined ? [] : [html`<dt>${label}</dt><dd>${value}</dd>`]))}</dl>`;

/** A text of several lines as paragraphs. */
export const paragraphs = (text: string): Html[] => text.split(/\n+/).map((line) => html`<p>${line}</p>`);

/** Several things in one line. */
export const inLine = (things: string[], language: Language): string => things.join(language === 'zh' ? '、' : ', ');

/** A calendar date as it is. */
export const dateHtml = (date: string): Html => html`<time datetime="${date}">${date}</time>`;

export interface Choice {
  value: string;
  label: string;
}

/** A labelled field of a form that only looks for something: the first choice is to choose nothing. */
export const chooser = (name: string, label: string, choices: Choice[], chosen: string | undefined): Html => {
  const option = (c: Choice) =>
    html`<option value="${c.value}"${attributes({ selected: c.value === (chosen ?? '') })}>${c.label}</option>`;
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${choices.map(option)}</select></div>`;
};
