/** The client of others has no types of its own: what is used of it, as its source says. */
declare module 'open311' {
  type Answered = (failed: unknown, answer: unknown) => void;

  export default class Open311 {
    constructor(options: { discovery: string; apiKey: string });
    serviceDiscovery(options: { cache: boolean }, done: Answered): void;
    serviceList(done: Answered): void;
    serviceDefinition(code: string, done: Answered): void;
    submitRequest(data: object, done: Answered): void;
    serviceRequests(ids: string | string[], params: object, done: Answered): void;
    serviceRequests(params: object, done: Answered): void;
    token(token: string, done: Answered): void;
  }
}
