import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../shared/table.ts';
import type { Kora } from './app.ts';

/** A look behind the API of a running Kora: its table, its deadlines, its queues. */

export interface Deadline {
  group: string;
  name: string;
  due: string | null;
  fixed: boolean;
  target: { arn: string; input: string };
}

export interface Queue {
  name: string;
  visible: number;
  messages: { body: string }[];
}

export class Inside {
  private readonly kora: Kora;
  private readonly table: string;
  private readonly store: DynamoDBDocumentClient;
  private readonly scheduler: SchedulerClient;

  private constructor(kora: Kora, table: string, endpoints: Record<string, string>) {
    const local = { region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
    this.kora = kora;
    this.table = table;
    this.store = DynamoDBDocumentClient.from(
      new DynamoDBClient({ ...local, endpoint: endpoints.AWS_ENDPOINT_URL_DYNAMODB }),
    );
    this.scheduler = new SchedulerClient({ ...local, endpoint: endpoints.AWS_ENDPOINT_URL_SCHEDULER });
  }

  static async of(kora: Kora): Promise<Inside> {
    const { table, endpoints } = (await kora.api('GET', '/local/services')).body;
    return new Inside(kora, table, endpoints);
  }

  /** Every item of every table, as it is kept. */
  async items(): Promise<Item[]> {
    const { TableNames = [] } = await this.store.send(new ListTablesCommand({}));
    return (await Promise.all(TableNames.map((name) => this.itemsOf(name)))).flat();
  }

  private async itemsOf(TableName: string): Promise<Item[]> {
    const all: Item[] = [];
    for await (const { Items = [] } of paginateScan({ client: this.store }, { TableName })) all.push(...Items);
    return all;
  }

  async put(item: Item): Promise<void> {
    await this.store.send(new PutCommand({ TableName: this.table, Item: item }));
  }

  async remove({ pk, sk }: Item): Promise<void> {
    await this.store.send(new DeleteCommand({ TableName: this.table, Key: { pk, sk } }));
  }

  /** The deadlines that functions have set, first due first. */
  async deadlines(): Promise<Deadline[]> {
    const all: Deadline[] = (await this.kora.api('GET', '/local/schedules')).body;
    return all.filter((s) => !s.fixed);
  }

  /** Sets the same deadline once more under another name, so that its function is called twice with the same input. */
  async repeat({ group, name, due, target }: Deadline): Promise<void> {
    await this.scheduler.send(
      new CreateScheduleCommand({
        Name: `${name.slice(0, 50)}-again`,
        GroupName: group,
        ScheduleExpression: `at(${due?.slice(0, 19)})`,
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: { Arn: target.arn, RoleArn: 'arn:aws:iam::000000000000:role/again', Input: target.input },
      }),
    );
  }

  async queues(): Promise<Queue[]> {
    return (await this.kora.api('GET', '/local/queues')).body;
  }

  /** The keys of all objects in all buckets. */
  async objects(): Promise<string[]> {
    const buckets: { objects: { key: string }[] }[] = (await this.kora.api('GET', '/local/objects')).body;
    return buckets.flatMap((b) => b.objects.map((o) => o.key));
  }

  /** All that a request could have changed, once everything has settled: items, mails, deadlines, what waits in queues. */
  async everything(): Promise<Record<string, unknown>> {
    await this.kora.settle();
    const [items, mails, deadlines, queues] = await Promise.all([
      this.items(),
      this.kora.mail(),
      this.deadlines(),
      this.queues(),
    ]);
    return {
      items: Object.fromEntries(items.map((i) => [`${i.pk} ${i.sk}`, i])),
      mails: mails.map((m) => `${m.number} ${m.to}`),
      deadlines: deadlines.map((d) => d.name),
      queues: queues.map((q) => `${q.name} ${q.messages.length}`),
    };
  }

  close(): void {
    this.store.destroy();
    this.scheduler.destroy();
  }
}
