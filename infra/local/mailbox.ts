import { randomUUID } from 'node:crypto';
import { type ParsedMail, simpleParser } from 'mailparser';
import * as z from 'zod';
import type { Clock } from './clock.ts';
import type { State } from './state.ts';
import { refusal } from './wire.ts';

/** A mail as the mailbox shows it. */
export interface ReceivedMail {
  number: number;
  /** When it was accepted, by the shared clock. */
  at: string;
  from: string;
  /** Several are parted by commas. */
  to: string;
  subject: string;
  text: string;
  html?: string;
  links: string[];
  messageId: string;
  headers: Record<string, string>;
  attachments: { filename?: string; type: string; content: string }[];
}

const address = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z.object({ ToAddresses: z.array(z.string()).default([]) }).optional(),
  Content: z.object({ Raw: z.object({ Data: z.base64() }) }),
});

/** Takes in what functions send through SES, and keeps it for whoever wants to read it. */
export class Mailbox {
  private readonly state: State;
  private readonly clock: Clock;
  private readonly read = new Map<number, Promise<ReceivedMail>>();
  /** Whether the mail service is said to be down. */
  down = false;

  constructor(state: State, clock: Clock) {
    this.state = state;
    this.clock = clock;
  }

  /** SES's SendEmail; answers when the mail is kept. */
  accept(input: unknown): { MessageId: string } {
    if (this.down) throw refusal(503, 'ServiceUnavailable', 'The mail service is down.');
    const given = address.safeParse(input);
    if (!given.success) throw refusal(400, 'BadRequestException', given.error.message);
    const id = randomUUID();
    this.state.db
      .prepare('INSERT INTO mails (id, at, source) VALUES (?, ?, ?)')
      .run(id, this.clock.iso(), Buffer.from(given.data.Content.Raw.Data, 'base64'));
    return { MessageId: id };
  }

  /** Every mail, newest last; only those to an address if one is given. */
  async list(to?: string): Promise<ReceivedMail[]> {
    const rows = this.state.db.prepare('SELECT * FROM mails ORDER BY number').all();
    const mails = await Promise.all(
      rows.map((r) => this.parsed(Number(r.number), String(r.at), r.source as Uint8Array)),
    );
    return mails.filter((m) => !to || m.to.split(', ').includes(to.toLowerCase()));
  }

  private parsed(number: number, at: string, source: Uint8Array): Promise<ReceivedMail> {
    const mail = this.read.get(number) ?? simpleParser(Buffer.from(source)).then((m) => shown(number, at, m));
    this.read.set(number, mail);
    return mail;
  }
}

const shown = (number: number, at: string, m: ParsedMail): ReceivedMail => {
  const html = m.html || undefined;
  return {
    number,
    at,
    from: addresses(m.from)[0] ?? '',
    to: [...addresses(m.to), ...addresses(m.cc)].join(', '),
    subject: m.subject ?? '',
    text: m.text ?? '',
    html,
    links: linksIn(m.text ?? '', html ?? ''),
    messageId: m.messageId ?? '',
    headers: Object.fromEntries(m.headerLines.map((h) => [h.key, h.line.slice(h.key.length + 1).trim()])),
    attachments: m.attachments.map((a) => ({
      filename: a.filename,
      type: a.contentType,
      content: a.contentType.startsWith('text/') ? a.content.toString() : a.content.toString('base64'),
    })),
  };
};

type Addresses = ParsedMail['to'];

const addresses = (given: Addresses): string[] =>
  (Array.isArray(given) ? given : given ? [given] : [])
    .flatMap((a) => a.value)
    .flatMap((a) => (a.address ? [a.address.toLowerCase()] : []));

const linksIn = (text: string, html: string): string[] => {
  const inText = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map((m) => (m[1] ?? '').replaceAll('&amp;', '&'));
  return [...new Set([...inText, ...inHtml])];
};
