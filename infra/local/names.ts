import { randomBytes, randomUUID } from 'node:crypto';
import type { State } from './state.ts';
import type { Resource } from './template.ts';

export const REGION = 'ap-southeast-1';
export const ACCOUNT = '000000000000';

export const arn = (service: string, resource: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

/** The name a resource goes by: the one it was given, or one made from the stack's, kept from then on. */
export const nameOf = (state: State, stack: string, id: string, { Properties: given = {} }: Resource): string => {
  const named = given.FunctionName ?? given.QueueName ?? given.TableName ?? given.BucketName ?? given.Name;
  if (typeof named === 'string') return named;
  // as CloudFormation does, so that two data folders may share one external store
  const suffix = state.once('suffix', () => randomBytes(4).toString('hex'));
  return `${stack}-${id}-${suffix}`.toLowerCase();
};

/** How the services of this machine call a resource. */
export interface Names {
  ref: (id: string, resource: Resource) => string;
  attribute: (id: string, resource: Resource, name: string) => string;
}

/** `services` is the address of the services' endpoints. */
export const namesOf = (state: State, stack: string, services: string): Names => {
  const name = (id: string, resource: Resource) => nameOf(state, stack, id, resource);
  const keyId = (id: string) => state.once(`key-id/${id}`, randomUUID);

  const arnOf = (id: string, resource: Resource): string => {
    switch (resource.Type) {
      case 'AWS::DynamoDB::Table':
        return arn('dynamodb', `table/${name(id, resource)}`);
      case 'AWS::SQS::Queue':
        return arn('sqs', name(id, resource));
      case 'AWS::Lambda::Function':
        return arn('lambda', `function:${name(id, resource)}`);
      case 'AWS::KMS::Key':
        return arn('kms', `key/${keyId(id)}`);
      case 'AWS::SecretsManager::Secret':
        return arn('secretsmanager', `secret:${id}`);
      case 'AWS::S3::Bucket':
        return `arn:aws:s3:::${name(id, resource)}`;
      default:
        return arn(resource.Type.split('::')[1]?.toLowerCase() ?? '', name(id, resource));
    }
  };

  const ref = (id: string, resource: Resource): string => {
    switch (resource.Type) {
      case 'AWS::SQS::Queue':
        return `${services}/sqs/${ACCOUNT}/${name(id, resource)}`;
      case 'AWS::KMS::Key':
        return keyId(id);
      case 'AWS::SecretsManager::Secret':
        return arnOf(id, resource);
      case 'AWS::DynamoDB::Table':
      case 'AWS::Lambda::Function':
      case 'AWS::Scheduler::Schedule':
      case 'AWS::Scheduler::ScheduleGroup':
      case 'AWS::S3::Bucket':
        return name(id, resource);
      default:
        return id;
    }
  };

  const attribute = (id: string, resource: Resource, asked: string): string => {
    switch (asked) {
      case 'Arn':
        return arnOf(id, resource);
      case 'StreamArn':
        return `${arnOf(id, resource)}/stream/local`;
      case 'QueueUrl':
        return ref(id, resource);
      case 'ApiEndpoint':
        return `https://${id.toLowerCase()}.execute-api.local`;
      default:
        return `${id}.${asked}`;
    }
  };

  return { ref, attribute };
};
