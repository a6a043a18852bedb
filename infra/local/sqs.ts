import type { Queues } from './queues.ts';
import { md5 } from './queues.ts';
import type { QueueSpec } from './stack.ts';
import { type Operations, refusal } from './wire.ts';

/** The operations of SQS that are used here, as its JSON protocol has them. */

interface Entry {
  Id?: string;
  MessageBody: string;
  DelaySeconds?: number;
  MessageAttributes?: Record<string, unknown>;
  ReceiptHandle?: string;
}

interface Input extends Entry {
  QueueUrl: string;
  QueueName?: string;
  Entries?: Entry[];
  MaxNumberOfMessages?: number;
  VisibilityTimeout?: number;
  ReceiptHandle: string;
}

export const sqsOf = (queues: Queues, services: string): Operations<Input> => {
  const queueOf = (input: Input): QueueSpec => {
    const queue = queues.byUrl(input.QueueUrl ?? input.QueueName ?? '');
    if (queue) return queue;
    throw refusal(400, 'com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.', {
      'x-amzn-query-error': 'AWS.SimpleQueueService.NonExistentQueue;Sender',
    });
  };

  const sent = (e: Entry) => ({ body: e.MessageBody, attributes: e.MessageAttributes, delay: e.DelaySeconds });

  return {
    SendMessage: (input) => {
      const [MessageId] = queues.send(queueOf(input).arn, [sent(input)]);
      return { MessageId, MD5OfMessageBody: md5(input.MessageBody) };
    },
    SendMessageBatch: (input) => {
      const entries = input.Entries ?? [];
      const ids = queues.send(queueOf(input).arn, entries.map(sent));
      return {
        Successful: entries.map((e, i) => ({ Id: e.Id, MessageId: ids[i], MD5OfMessageBody: md5(e.MessageBody) })),
        Failed: [],
      };
    },
    ReceiveMessage: (input) => {
      const taken = queues.receive(queueOf(input).arn, input.MaxNumberOfMessages ?? 1, input.VisibilityTimeout);
      return {
        Messages: taken.map((m) => ({
          MessageId: m.id,
          ReceiptHandle: m.receipt,
          Body: m.body,
          MD5OfBody: md5(m.body),
          Attributes: { ApproximateReceiveCount: String(m.received), SentTimestamp: String(m.sent) },
          MessageAttributes: m.attributes,
        })),
      };
    },
    DeleteMessage: (input) => {
      queues.remove(queueOf(input).arn, input.ReceiptHandle);
      return {};
    },
    DeleteMessageBatch: (input) => {
      const { arn } = queueOf(input);
      for (const e of input.Entries ?? []) queues.remove(arn, e.ReceiptHandle ?? '');
      return { Successful: (input.Entries ?? []).map((e) => ({ Id: e.Id })), Failed: [] };
    },
    ChangeMessageVisibility: (input) => {
      queues.hide(queueOf(input).arn, input.ReceiptHandle, input.VisibilityTimeout ?? 0);
      return {};
    },
    GetQueueUrl: (input) => ({ QueueUrl: `${services}/sqs/${queueOf(input).name}` }),
    GetQueueAttributes: (input) => {
      const queue = queueOf(input);
      const { visible, hidden } = queues.count(queue.arn);
      return {
        Attributes: {
          QueueArn: queue.arn,
          VisibilityTimeout: String(queue.visibility),
          ApproximateNumberOfMessages: String(visible),
          ApproximateNumberOfMessagesNotVisible: String(hidden),
        },
      };
    },
  };
};
