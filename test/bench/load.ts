import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type Handler = (event: unknown, context?: unknown) => Promise<APIGatewayProxyStructuredResultV2>;

/** The handler of a bundled function. */
export const loadHandler = async (file: string): Promise<Handler> =>
  ((await import(pathToFileURL(file).href)) as { handler: Handler }).handler;
