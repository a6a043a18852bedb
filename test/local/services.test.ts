import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  InvalidCiphertextException,
  KMSClient,
  NotFoundException,
} from '@aws-sdk/client-kms';
import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  ValidationException,
} from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Started, startOwn } from './started.ts';

let own: Started;
beforeAll(async () => {
  own = await startOwn();
});
afterAll(() => own?.stop());

describe('KMS', () => {
  let kms: KMSClient;
  let KeyId: string;
  beforeAll(async () => {
    kms = new KMSClient(await own.client('KMS'));
    KeyId = (await own.env()).KEY_ID ?? '';
  });

  test('a data key comes plain and encrypted, and only its context opens it', async () => {
    const EncryptionContext = { reward: 'r1', purpose: 'payee' };
    const { Plaintext, CiphertextBlob } = await kms.send(
      new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }),
    );
    expect(Plaintext?.length).toBe(32);
    const same = { purpose: 'payee', reward: 'r1' };
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: same }));
    expect(opened.Plaintext).toEqual(Plaintext);
    expect(opened.KeyId).toBe(KeyId);
    const other = kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: { reward: 'r2' } }));
    await expect(other).rejects.toThrow(InvalidCiphertextException);
  });

  test('what is encrypted differs each time; a changed byte is noticed; an unknown key is not found', async () => {
    const Plaintext = new TextEncoder().encode('6222 0000 0000 0000');
    const [a, b] = await Promise.all([1, 2].map(() => kms.send(new EncryptCommand({ KeyId, Plaintext }))));
    expect(a?.CiphertextBlob).not.toEqual(b?.CiphertextBlob);
    const changed = Uint8Array.from(a?.CiphertextBlob ?? []);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    await expect(kms.send(new DecryptCommand({ CiphertextBlob: changed }))).rejects.toThrow(InvalidCiphertextException);
    await expect(kms.send(new EncryptCommand({ KeyId: 'other', Plaintext }))).rejects.toThrow(NotFoundException);
  });
});

describe('Scheduler', () => {
  let scheduler: SchedulerClient;
  let arn: string;
  beforeAll(async () => {
    scheduler = new SchedulerClient(await own.client('SCHEDULER'));
    arn = (await own.env()).TIMER_ARN ?? '';
  });

  const create = (Name: string, ScheduleExpression: string, more: Partial<CreateScheduleCommandInput> = {}) =>
    scheduler.send(
      new CreateScheduleCommand({
        Name,
        GroupName: 'own',
        ScheduleExpression,
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: { Arn: arn, RoleArn: 'role', Input: JSON.stringify({ name: Name }) },
        ...more,
      }),
    );
  const get = (Name: string) => scheduler.send(new GetScheduleCommand({ Name, GroupName: 'own' }));
  const names = () => own.seen().map((s) => (s.event as { name?: string }).name);

  test('a name is taken once; what is gone is not found; nonsense is refused', async () => {
    await create('deadline', 'at(2099-01-01T00:00:00)');
    await expect(create('deadline', 'at(2099-01-01T00:00:00)')).rejects.toThrow(ConflictException);
    expect((await get('deadline')).ScheduleExpression).toBe('at(2099-01-01T00:00:00)');
    await scheduler.send(new DeleteScheduleCommand({ Name: 'deadline', GroupName: 'own' }));
    await expect(get('deadline')).rejects.toThrow(ResourceNotFoundException);
    const again = scheduler.send(new DeleteScheduleCommand({ Name: 'deadline', GroupName: 'own' }));
    await expect(again).rejects.toThrow(ResourceNotFoundException);
    await expect(create('x', 'every now and then')).rejects.toThrow(ValidationException);
    await expect(create('x', 'at(2099-01-01T00:00:00)', { GroupName: 'none' })).rejects.toThrow(
      ResourceNotFoundException,
    );
  });

  test('what is due already fires at once, and is gone', async () => {
    await create('overdue', 'at(2020-01-01T00:00:00)');
    await own.kora.settle();
    expect(names()).toContain('overdue');
    await expect(get('overdue')).rejects.toThrow(ResourceNotFoundException);
  });

  test('a function that fails is tried again, then its event is put aside', async () => {
    await create('failing', 'at(2020-01-01T00:00:00)', {
      Target: { Arn: arn, RoleArn: 'role', Input: '{"name":"failing","fail":true}' },
    });
    await own.kora.settle();
    expect(names().filter((n) => n === 'failing').length).toBe(2);
    const { body } = await own.kora.api('GET', '/local/queues');
    const missed = body.find((q: { name: string }) => q.name.includes('-missed-')).messages;
    expect(JSON.parse(missed[0].body)).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
      requestPayload: { name: 'failing' },
      responsePayload: { errorMessage: 'as asked' },
    });
  });

  test('what has no function to go to is put aside as it is', async () => {
    const DeadLetterConfig = { Arn: (await own.env()).DEAD_ARN };
    await create('astray', 'at(2020-01-01T00:00:00)', {
      Target: { Arn: `${arn}-not`, RoleArn: 'role', Input: '{"a":1}', DeadLetterConfig },
    });
    await own.kora.settle();
    const { body } = await own.kora.api('GET', '/local/queues');
    const dead = body.find((q: { name: string }) => q.name.includes('-dead-')).messages;
    expect(dead.map((m: { body: string }) => m.body)).toEqual(['{"a":1}']);
  });
});

describe('SES', () => {
  test('a mail ends in the mailbox with its parts; while the service is down it is refused', async () => {
    const { SendEmailCommand } = await import('@aws-sdk/client-sesv2');
    const sesClient = new SESv2Client({ ...(await own.client('SESV2')), maxAttempts: 1 });
    const post = createTransport({ SES: { sesClient, SendEmailCommand } });
    const event = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    const send = () =>
      post.sendMail({
        from: 'Kora <kora@kora.local>',
        to: 'a@kora.example',
        subject: '新案件 བཀའ་ W26',
        text: '见 https://kora.example/act/#x\n谢谢',
        html: '<p><a href="https://kora.example/act/?a=1&amp;b=2#y">打开</a></p>',
        icalEvent: { method: 'REQUEST', content: event },
      });
    await send();
    const [mail, ...more] = await own.kora.mail('a@kora.example');
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      from: 'kora@kora.local',
      to: 'a@kora.example',
      subject: '新案件 བཀའ་ W26',
      links: ['https://kora.example/act/#x', 'https://kora.example/act/?a=1&b=2#y'],
    });
    expect(mail?.attachments.map((a) => a.type)).toContain('text/calendar');
    expect(await own.kora.mail('b@kora.example')).toEqual([]);
    await own.kora.faults({ mail: 'down' });
    await expect(send()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    await own.kora.faults({ mail: 'up' });
    await send();
    expect((await own.kora.mail('a@kora.example')).length).toBe(2);
    const page = await own.kora.api('GET', '/local/mailbox?lang=en');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.body).toContain('<a href="https://kora.example/act/#x">https://kora.example/act/#x</a>');
  });
});
