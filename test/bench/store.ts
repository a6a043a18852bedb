import { startEngine } from '../support/engine.ts';

/** What the functions are told, besides where the store is. Nothing of it is used for anything but measuring. */
const ENVIRONMENT = {
  STAGE_SECRET: 'a secret only for measuring',
  TIP_SECRET: 'another secret for measuring',
  SITE_URL: 'http://127.0.0.1:4100',
  PAYEE_KEY_ID: 'none',
  PUBLIC_LIMIT: '1000000000',
  LOG_LEVEL: 'info',
  POWERTOOLS_SERVICE_NAME: 'kora-bench',
  POWERTOOLS_METRICS_NAMESPACE: 'Kora',
};

/** Does something with a new store at hand, filled as a deployment fills it; this process and its children are pointed at it. */
export const withStore = async <T>(use: (endpoint: string) => Promise<T>): Promise<T> => {
  const { engine: endpoint, stop } = await startEngine();
  process.env.AWS_ENDPOINT_URL_DYNAMODB = endpoint; // what stands before it only refuses, and would be measured with it
  Object.assign(process.env, ENVIRONMENT);
  try {
    const { seedAll } = await import('../../functions/directory/seed.ts');
    await seedAll();
    return await use(endpoint);
  } finally {
    await stop();
  }
};
