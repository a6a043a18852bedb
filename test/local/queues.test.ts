import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Started, startOwn } from './started.ts';

let own: Started;
let sqs: SQSClient;
let work: string;
let idle: string;
let dead: string;
beforeAll(async () => {
  own = await startOwn();
  sqs = new SQSClient(await own.client('SQS'));
  work = (await own.env()).QUEUE_URL ?? '';
  idle = work.replace('-work-', '-idle-');
  dead = work.replace('-work-', '-dead-');
});
afterAll(() => own?.stop());

const send = (QueueUrl: string, MessageBody: string, DelaySeconds?: number) =>
  sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds }));
const receive = async (QueueUrl: string) =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))).Messages ?? [];
const bodies = async (url: string) => (await receive(url)).map((m) => m.Body);
const drop = async (QueueUrl: string) => {
  for (const { ReceiptHandle } of await receive(QueueUrl))
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
};
const saw = (text: string) => own.seen().filter((s) => JSON.stringify(s.event).includes(text));

describe('a queue that nobody reads', () => {
  test('a message that was taken is hidden, comes back, and moves to the dead letters after its second taking', async () => {
    await send(idle, 'one');
    expect(await bodies(idle)).toEqual(['one']);
    expect(await bodies(idle)).toEqual([]);
    await own.kora.advance('PT20S');
    const [again] = await receive(idle);
    expect(again?.Body).toBe('one');
    await own.kora.advance('PT20S');
    expect(await bodies(idle)).toEqual([]);
    expect(await bodies(dead)).toEqual(['one']);
    await own.kora.advance('PT1M');
    await drop(dead);
  });

  test('deleting takes the receipt of the latest taking', async () => {
    await send(idle, 'two');
    const [first] = await receive(idle);
    await own.kora.advance('PT20S');
    const [second] = await receive(idle);
    const { MessageId } = second ?? {};
    expect(MessageId).toBe(first?.MessageId);
    await sqs.send(new DeleteMessageCommand({ QueueUrl: idle, ReceiptHandle: first?.ReceiptHandle }));
    const count = async () => {
      const asked = new GetQueueAttributesCommand({ QueueUrl: idle, AttributeNames: ['All'] });
      return (await sqs.send(asked)).Attributes?.ApproximateNumberOfMessagesNotVisible;
    };
    expect(await count()).toBe('1');
    await sqs.send(new DeleteMessageCommand({ QueueUrl: idle, ReceiptHandle: second?.ReceiptHandle }));
    expect(await count()).toBe('0');
  });

  test('a delay and a changed visibility hide a message for so long', async () => {
    await send(idle, 'later', 90);
    await own.kora.advance('PT89S');
    expect(await bodies(idle)).toEqual([]);
    await own.kora.advance('PT2S');
    const [later] = await receive(idle);
    expect(later?.Body).toBe('later');
    const { ReceiptHandle } = later ?? {};
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: idle, ReceiptHandle, VisibilityTimeout: 0 }));
    await drop(idle);
  });

  test('a queue that is not there is what the SDK knows as such', async () => {
    await expect(send(`${idle}-not`, 'x')).rejects.toThrow(QueueDoesNotExist);
  });
});

describe('a queue with a function', () => {
  test('a batch comes as one event; what failed comes back alone and ends among the dead letters', async () => {
    const Entries = ['good-1', 'bad-1', 'good-2'].map((MessageBody, i) => ({ Id: String(i), MessageBody }));
    const { Successful, Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: work, Entries }));
    expect([Successful?.length, Failed?.length]).toEqual([3, 0]);
    await own.kora.settle();
    expect(saw('good-1').map((s) => s.event)).toEqual([['good-1 1', 'bad-1 1', 'good-2 1']]);
    await own.kora.advance('PT5M');
    expect(saw('bad-1').map((s) => s.event)).toEqual([['good-1 1', 'bad-1 1', 'good-2 1'], ['bad-1 2'], ['bad-1 3']]);
    expect(await bodies(dead)).toEqual(['bad-1']);
  });

  test('a worker that is killed leaves its messages to the next one', async () => {
    await send(work, 'hang');
    await expect.poll(() => saw('hang').length).toBe(1);
    await own.kora.kill({ function: 'worker' });
    await own.kora.settle();
    expect(saw('hang').length).toBe(1);
    await send(work, 'alive');
    await own.kora.settle();
    expect(saw('alive').length).toBe(1);
  });
});
