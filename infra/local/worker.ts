import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { type SharedTime, timeIn } from './clock.ts';
import { tellTimeBy } from './date.ts';

/** One running function: loads its bundle once, then answers one event after the other, as a Lambda environment does. */

export interface Task {
  number: number;
  event: string;
  requestId: string;
  /** Milliseconds it may take. */
  limit: number;
}

export interface ErrorAnswer {
  errorType: string;
  errorMessage: string;
  stack: string[];
}

export type Answer = { number: number; result?: string } | { number: number; error: ErrorAnswer };

interface Start {
  file: string;
  handler: string;
  memory: number;
  arn: string;
  time: SharedTime;
}

const start = workerData as Start;

type Handler = (event: unknown, context: unknown) => unknown;

const loadHandler = async (): Promise<Handler> => {
  const loaded = (await import(pathToFileURL(start.file).href)) as Record<string, unknown>;
  const handler = loaded[start.handler];
  if (typeof handler !== 'function') throw new Error(`${start.file} exports no function ${start.handler}`);
  return handler as Handler;
};

const contextOf = ({ requestId, limit }: Task) => {
  const until = performance.now() + limit;
  const name = process.env.AWS_LAMBDA_FUNCTION_NAME ?? '';
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.arn,
    memoryLimitInMB: String(start.memory),
    awsRequestId: requestId,
    logGroupName: name,
    logStreamName: name,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(until - performance.now())),
  };
};

const answerOf = async (handler: Handler, task: Task): Promise<Answer> => {
  try {
    const result = await handler(JSON.parse(task.event), contextOf(task));
    return { number: task.number, result: JSON.stringify(result) };
  } catch (e) {
    console.error(e);
    return { number: task.number, error: errorOf(e) };
  }
};

const errorOf = (e: unknown): ErrorAnswer =>
  e instanceof Error
    ? { errorType: e.name, errorMessage: e.message, stack: e.stack?.split('\n').slice(1) ?? [] }
    : { errorType: typeof e, errorMessage: String(e), stack: [] };

tellTimeBy(() => timeIn(start.time));
const handler = await loadHandler();
parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await answerOf(handler, task)));
parentPort?.postMessage('ready');
