/** Reads CloudFormation templates: what `Ref`, `Fn::GetAtt` and the like stand for on this machine. */

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
}

export interface Template {
  Parameters?: Record<string, { Type: string; Default?: string }>;
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown }>;
}

/** What is known outside the template. */
export interface Surroundings {
  /** `AWS::Region` and the like. */
  pseudo: Record<string, string>;
  parameters: Record<string, string>;
  /** What `Ref` says of a resource. */
  ref: (id: string, resource: Resource) => string;
  /** What `Fn::GetAtt` says of it. */
  attribute: (id: string, resource: Resource, name: string) => string;
  /** The value that a secret's ARN or name stands for. */
  secret: (arn: string) => string;
}

export type Resolve = (value: unknown) => unknown;

/** Answers values of the template without intrinsic functions; throws on an intrinsic function it does not know. */
export const resolverOf = (template: Template, around: Surroundings): Resolve => {
  const lookUp = (name: string): string | undefined => {
    if (name === 'AWS::NoValue') return undefined;
    const resource = template.Resources[name];
    if (resource) return around.ref(name, resource);
    const value = around.pseudo[name] ?? around.parameters[name] ?? template.Parameters?.[name]?.Default;
    if (value === undefined) throw new Error(`the template refers to ${name}, which is not in it`);
    return value;
  };

  const attribute = (path: unknown): string => {
    const [id = '', ...rest] = Array.isArray(path) ? path.map(String) : String(path).split('.');
    const resource = template.Resources[id];
    if (!resource) throw new Error(`the template asks an attribute of ${id}, which is not in it`);
    return around.attribute(id, resource, rest.join('.'));
  };

  const substitute = (argument: unknown): string => {
    const [text, words = {}] = Array.isArray(argument) ? argument : [argument];
    return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (Object.hasOwn(words, name)) return String(resolve(words[name]));
      return String(name.includes('.') ? attribute(name) : lookUp(name));
    });
  };

  const intrinsic: Record<string, (argument: unknown) => unknown> = {
    Ref: (name) => lookUp(String(name)),
    'Fn::GetAtt': attribute,
    'Fn::Join': (argument) => {
      const [separator, parts] = argument as [string, unknown];
      return (resolve(parts) as unknown[]).join(separator);
    },
    'Fn::Sub': substitute,
    'Fn::Select': (argument) => {
      const [index, list] = argument as [unknown, unknown];
      return (resolve(list) as unknown[])[Number(resolve(index))];
    },
    'Fn::Split': (argument) => {
      const [separator, text] = argument as [string, unknown];
      return String(resolve(text)).split(separator);
    },
  };

  const resolve: Resolve = (value) => {
    if (typeof value === 'string') return withSecrets(value, around.secret);
    if (Array.isArray(value)) return value.map(resolve).filter((v) => v !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
    const known = more.length === 0 ? intrinsic[name] : undefined;
    if (known) return secretsIn(known(argument));
    if (name.startsWith('Fn::')) throw new Error(`${name} is not understood on this machine`);
    return Object.fromEntries(
      Object.entries(value).flatMap(([k, v]) => {
        const resolved = resolve(v);
        return resolved === undefined ? [] : [[k, resolved]];
      }),
    );
  };

  const secretsIn = (value: unknown): unknown =>
    typeof value === 'string' ? withSecrets(value, around.secret) : value;

  return resolve;
};

const DYNAMIC = /\{\{resolve:secretsmanager:(.+?):SecretString:([^:}]*)(?::[^:}]*){0,2}\}\}/g;

/** Dynamic references to secrets are replaced with what they stand for, as when a stack is deployed. */
const withSecrets = (text: string, secret: (arn: string) => string): string =>
  text.replace(DYNAMIC, (_, arn: string, field: string) => {
    const value = secret(arn);
    return field === '' ? value : String((JSON.parse(value) as Record<string, unknown>)[field]);
  });
