import type { Clock } from './clock.ts';
import { kmsOf } from './kms.ts';
import type { Mailbox } from './mailbox.ts';
import type { Objects } from './objects.ts';
import type { Queues } from './queues.ts';
import { s3Of } from './s3.ts';
import { answerScheduler } from './scheduler.ts';
import type { Schedules } from './schedules.ts';
import type { Handle } from './server.ts';
import { sqsOf } from './sqs.ts';
import type { KeySpec } from './stack.ts';
import type { State } from './state.ts';
import { answer, answerTarget, bodyOf, refusal } from './wire.ts';

/** The services' endpoints: what functions reach instead of AWS. */

interface Services {
  url: string;
  queues: Queues;
  schedules: Schedules;
  mailbox: Mailbox;
  objects: Objects;
  clock: Clock;
  keys: KeySpec[];
  state: State;
}

/** Answers each service under its own path. */
export const answerServices = (services: Services): Handle => {
  const sqs = sqsOf(services.queues, services.url);
  const kms = kmsOf(services.keys, services.state);
  const s3 = s3Of(services.objects, services.clock);
  return async (request, response) => {
    // an SDK signs by the clock of who answers it, where that is minutes apart from its own
    response.setHeader('date', new Date(services.clock.now()).toUTCString());
    switch (request.url?.split(/[/?]/)[1]) {
      case 'sqs':
        return answerTarget(sqs, request, response);
      case 'kms':
        return answerTarget(kms, request, response);
      case 's3':
        return s3(request, response);
      case 'scheduler':
        return answerScheduler(services.schedules, request, response);
      case 'ses': {
        const body = (await bodyOf(request, 50 * 1024 * 1024)).toString();
        return answer(response, () => {
          if (!request.url?.endsWith('/v2/email/outbound-emails'))
            throw refusal(404, 'NotFoundException', `${request.url} is not offered on this machine`);
          return services.mailbox.accept(JSON.parse(body));
        });
      }
      default:
        return answer(response, () => {
          throw refusal(404, 'UnknownServiceException', `${request.url} is not offered on this machine`);
        });
    }
  };
};

/** The variables by which every AWS SDK finds these endpoints. */
export const endpointsOf = (url: string, store: string): Record<string, string> => ({
  AWS_ENDPOINT_URL_DYNAMODB: store,
  AWS_ENDPOINT_URL_SQS: `${url}/sqs`,
  AWS_ENDPOINT_URL_KMS: `${url}/kms`,
  AWS_ENDPOINT_URL_SCHEDULER: `${url}/scheduler`,
  AWS_ENDPOINT_URL_S3: `${url}/s3`,
  AWS_ENDPOINT_URL_SESV2: `${url}/ses`,
});
