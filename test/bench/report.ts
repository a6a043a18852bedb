import { newReceipt } from '../../shared/ids.ts';

/** A report of about 1 KB, as phones send it. */
export const REPORT = {
  species: '红头咬鹃',
  count: 1,
  condition: 'injured',
  details:
    '左翅下垂，飞不起来，停在路边的竹丛里，一靠近就往里躲。旁边有两只狗，已经拴住了。我们用纸箱先罩着，没有喂水喂食，等你们过来。路上有塌方，从背崩方向来要绕行，摩托车可以通过，汽车停在桥头，再走十分钟。'.repeat(
      2,
    ),
  foundAt: '2026-04-06T09:05:00+08:00',
  place: {
    township: '540423206', // 背崩乡, as the form sends it
    words: '背崩村口解放大桥以北两百米，公路靠江一侧的竹丛',
    coordinates: { latitude: 29.2438, longitude: 95.1741 },
  },
  reporter: { source: 'resident', name: '卓玛', phone: '13908940001', email: 'drolma@reporter.example' },
  wantsReward: true,
  consent: '2026-11',
};

const event = (routeKey: string, more: object) => ({
  version: '2.0',
  routeKey,
  rawQueryString: '',
  isBase64Encoded: false,
  headers: { accept: 'application/json' },
  ...more,
  requestContext: {
    requestId: 'bench',
    http: { method: routeKey.split(' ')[0], sourceIp: '192.0.2.1' },
    ...('as' in more
      ? { authorizer: { jwt: { claims: { email: more.as, email_verified: 'true' }, scopes: null } } }
      : {}),
  },
});

/** A request with a new report of a type, as API Gateway hands it on. */
export const reportOfType = (type: string, report: object, receipt: string) =>
  event(`POST /reports/${type}`, {
    headers: { 'content-type': 'application/json', 'idempotency-key': receipt },
    body: JSON.stringify(report),
  });

/** The same of wildlife. */
export const reportEvent = (receipt = newReceipt()) => reportOfType('wildlife', REPORT, receipt);

/** A request for what has become of a report. */
export const trackEvent = (receipt: string) => event('GET /reports/{receipt}', { pathParameters: { receipt } });

/** A request for the first page of somebody's queue. */
export const queueEvent = (as: string) => event('GET /cases', { as, queryStringParameters: { limit: '30' } });

/** A request for a step of a case, or of what else lies under another path. */
export const stepEvent = (as: string, id: string, action: string, input: object, under = '/cases') =>
  event(`POST ${under}/{id}/actions/{action}`, {
    as,
    pathParameters: { id, action },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
