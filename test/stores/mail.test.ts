import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startEngine } from '../support/engine.ts';

const engine = await startEngine();

/** What arrives: an SMTP server and an HTTP endpoint that answers as SES does, both of which can be out of order. */
const inbox: { raw: string; mail: ParsedMail }[] = [];
let broken: 'no' | 'refuses' | 'hangs-up-after-data' = 'no';

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onMailFrom: (_address, _session, done) =>
    done(broken === 'refuses' ? Object.assign(new Error('down'), { responseCode: 451 }) : null),
  onData: async (stream, _session, done) => {
    await receive(await buffer(stream));
    done(broken === 'hangs-up-after-data' ? Object.assign(new Error('lost'), { responseCode: 421 }) : null);
  },
});
const sesEndpoint: Server = createServer(async (request, response) => {
  const body = (await buffer(request)).toString();
  response.setHeader('content-type', 'application/json');
  if (broken !== 'no')
    return response.writeHead(400, { 'x-amzn-errortype': 'MessageRejected' }).end('{"message":"down"}');
  await receive(Buffer.from(JSON.parse(body).Content.Raw.Data, 'base64'));
  response.end(JSON.stringify({ MessageId: '0100-test' }));
});

const receive = async (raw: Buffer) => void inbox.push({ raw: raw.toString(), mail: await simpleParser(raw) });

const listening = async (s: Server | SMTPServer): Promise<number> => {
  await new Promise<void>((resolve) => s.listen(0, '127.0.0.1', () => resolve()));
  return ((s instanceof SMTPServer ? s.server : s).address() as AddressInfo).port;
};
const smtpPort = await listening(smtp);
const sesPort = await listening(sesEndpoint);

afterAll(async () => {
  sesEndpoint.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await engine.stop();
});

/** The handler in a fresh process's state, with its transport. */
const mailer = async (transport: 'smtp' | 'ses') => {
  vi.resetModules();
  Object.assign(process.env, {
    MAIL_TRANSPORT: transport,
    MAIL_FROM: 'desk@kora.example',
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    AWS_ENDPOINT_URL_SESV2: `http://127.0.0.1:${sesPort}`,
  });
  const { handler } = await import('../../functions/mail/jobs.ts');
  return async (...bodies: unknown[]) => (await handler(batch(bodies))).batchItemFailures.map((f) => f.itemIdentifier);
};

const batch = (bodies: unknown[]) =>
  ({
    Records: bodies.map((b, i) => ({
      messageId: `m${i}`,
      body: typeof b === 'string' ? b : JSON.stringify(b),
      attributes: { ApproximateReceiveCount: '1' },
    })),
  }) as unknown as SQSEvent;

let effects = 0;
const queued = (change: object = {}) => ({
  effect: `case${++effects}#3#0#tashi@team.kora.example`,
  mail: {
    to: 'tashi@team.kora.example',
    subject: '请受理：W26-540423-0007 眼镜王蛇',
    text: '卓玛 <b>报告</b>：\n屋里有一条蛇。\n\n请在 15 分钟内受理。',
    link: { label: '受理', url: 'https://kora.example/act#t=a&b="c"' },
    language: 'zh',
    ...change,
  },
});

beforeEach(() => {
  inbox.length = 0;
  broken = 'no';
});

describe.each(['smtp', 'ses'] as const)('mail by %s', (transport) => {
  test('arrives with its text, its button and its headers', async () => {
    const send = await mailer(transport);
    expect(await send(queued())).toEqual([]);
    const [{ mail } = {} as never] = inbox;
    expect(inbox).toHaveLength(1);
    expect(mail.subject).toBe('请受理：W26-540423-0007 眼镜王蛇');
    expect(mail.text).toContain('卓玛 <b>报告</b>：\n屋里有一条蛇。');
    expect(mail.text).toContain('https://kora.example/act#t=a&b=%22c%22');
    expect(mail.html).toContain('卓玛 &lt;b&gt;报告&lt;/b&gt;：<br>屋里有一条蛇。');
    expect(mail.html).toContain('<html lang="zh-CN">');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('content-language')).toBe('zh');
    expect(mail.messageId).toMatch(/^<[0-9a-f]{40}@kora\.example>$/);
  });

  test('goes out once, however often it is delivered', async () => {
    const send = await mailer(transport);
    const mail = queued();
    expect(await send(mail)).toEqual([]);
    expect(await send(mail)).toEqual([]);
    expect(await send(mail, mail)).toEqual([]);
    expect(inbox).toHaveLength(1);
  });

  test('the same message twice at the same moment goes out once; the one in doubt comes again', async () => {
    const send = await mailer(transport);
    const mail = queued();
    const failures = await send(mail, mail);
    expect(failures.length).toBeLessThanOrEqual(1);
    expect(inbox).toHaveLength(1);
    expect(await send(mail)).toEqual([]);
    expect(inbox).toHaveLength(1);
  });

  test('nothing is lost while the server is down, and nothing is doubled after', async () => {
    const send = await mailer(transport);
    const mails = [queued(), queued(), queued()];
    broken = 'refuses';
    for (let i = 0; i < 20; i++) expect(await send(...mails)).toEqual(['m0', 'm1', 'm2']);
    expect(inbox).toHaveLength(0);
    broken = 'no';
    expect(await send(...mails)).toEqual([]);
    expect(await send(...mails)).toEqual([]);
    expect(inbox).toHaveLength(3);
  });

  test('a poisonous message is reported and holds up no other', async () => {
    const send = await mailer(transport);
    const badLink = queued({ link: { label: 'x', url: 'javascript:alert(1)' } });
    const bad = [
      '{not json',
      '{}',
      queued({ subject: 'a\r\nBcc: all@kora.example' }),
      queued({ to: 'nobody' }),
      badLink,
    ];
    expect(await send(queued(), ...bad, queued())).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
    expect(inbox).toHaveLength(2);
  });
});

test('line breaks in text or in a name never become headers', async () => {
  const send = await mailer('smtp');
  const { subjectLine } = await import('../../shared/mail.ts');
  const subject = subjectLine('Tashi\r\nBcc: all@kora.example\u2028x');
  expect(await send(queued({ subject, text: 'Tashi\r\nBcc: all@kora.example\r\n.\r\nQUIT' }))).toEqual([]);
  const [{ raw, mail } = {} as never] = inbox;
  expect(mail.bcc).toBeUndefined();
  expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  expect(mail.text).toContain('\n.\nQUIT');
});

test('a try that was cut off is made again later, as the same mail', async () => {
  const send = await mailer('smtp');
  const { keys } = await import('../../shared/keys.ts');
  const { table } = await import('../../shared/table.ts');
  const mail = queued();
  await send(mail);
  const setBack = (at: string) =>
    table.send(
      new UpdateCommand({
        TableName: process.env.TABLE_NAME,
        Key: keys.effect(mail.effect),
        UpdateExpression: 'SET #s = :s, #at = :at',
        ExpressionAttributeNames: { '#s': 'state', '#at': 'at' },
        ExpressionAttributeValues: { ':s': 'sending', ':at': at },
      }),
    );
  await setBack(new Date(Date.now() - 60_000).toISOString());
  expect(await send(mail), 'may still be under way').toEqual(['m0']);
  await setBack(new Date(Date.now() - 170_000).toISOString());
  expect(await send(mail)).toEqual([]);
  expect(inbox).toHaveLength(2);
  expect(inbox[0]?.mail.messageId).toBe(inbox[1]?.mail.messageId);
});

test('a server that hangs up after taking the mail gets the same mail again, recognisable by its id', async () => {
  const send = await mailer('smtp');
  const mail = queued();
  broken = 'hangs-up-after-data';
  expect(await send(mail)).toEqual(['m0']);
  broken = 'no';
  expect(await send(mail)).toEqual([]);
  expect(new Set(inbox.map((m) => m.mail.messageId)).size).toBe(1);
});

test('mail that went out but could not be marked is done with', async () => {
  const send = await mailer('smtp');
  const { table } = await import('../../shared/table.ts');
  const original = table.send.bind(table);
  const spy = vi.spyOn(table, 'send').mockImplementation(((command: object) => {
    if (command instanceof UpdateCommand) return Promise.reject(new Error('the table is away'));
    return original(command as never);
  }) as never);
  expect(await send(queued())).toEqual([]);
  expect(inbox).toHaveLength(1);
  spy.mockRestore();
});
