import { CfnOutput, CfnParameter, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api, pathPatterns } from './api.ts';
import { Duty } from './duty.ts';
import {
  type FunctionName,
  functionNames,
  functions,
  ROUNDS,
  type Round,
  type RouteRow,
  type Use,
} from './functions.ts';
import { KoraFunction, type Offer } from './kora-function.ts';
import { removal } from './logs.ts';
import { Mail } from './mail.ts';
import { accept } from './nag.ts';
import { Photos, photosOrigin } from './photos.ts';
import { Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';
import { ownIssuer, type SignIn, UserPool } from './sign-in.ts';
import { Table } from './table.ts';
import { Tips } from './tips.ts';
import { Web } from './web.ts';

export type Routes = Map<FunctionName, RouteRow[]>;

/** One stage of Kora: composition only, each concern is in a file of its own. */
export class KoraStack extends Stack {
  constructor(scope: Construct, settings: Settings, routes: Routes) {
    super(scope, `Kora-${settings.stage}`, {
      description: `Kora, stage ${settings.stage}`,
      analyticsReporting: false,
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    });
    const alarms = new Alarms(this, settings);
    const table = new Table(this, settings);
    const tips = new Tips(this, settings);
    const mail = new Mail(this, settings, alarms);
    const duty = new Duty(this, alarms);
    const api = new Api(this, settings, alarms);
    const origin = photosOrigin(this, settings);
    const { siteUrl, signIn } = this.site(settings, api, routes, origin);
    const photos = new Photos(this, { settings, alarms, siteUrl, origin });

    const make = (name: FunctionName, offers: Partial<Record<Use, Offer>>) =>
      new KoraFunction(this, { ...functions[name], name, settings, alarms, offers: taken(name, offers) });

    const onTable = { readTable: table.read, writeTable: table.write };
    const clocks = make('clocks', onTable);
    const schedules = new Schedules(this, settings, alarms, clocks);
    const onTips = { readTips: tips.read, writeTips: tips.table.write };
    const tipsClocks = make('tipsClocks', onTips);
    const ownOfTips = [tipsClocks];
    const offers: Record<Use, Offer> = {
      ...onTable,
      ...this.payeeKey(settings),
      stageSecret: this.stageSecret(settings),
      siteUrl: { environment: { SITE_URL: siteUrl } },
      dataLicence: { environment: { DATA_LICENCE: settings.dataLicence ?? '' } },
      open311Keys: { environment: { OPEN311_KEYS: settings.open311Keys ?? '' } },
      setClocks: schedules.setClocks,
      queueMail: mail.enqueue,
      sendMail: mail.send,
      queueDuty: duty.enqueue,
      announcePhotos: photos.announce,
      checkPhotos: photos.check,
      showPhotos: photos.show,
      ...onTips,
      readDirectory: table.readDirectory,
      tipSecret: tips.receipts,
      setTipClocks: schedules.clocksOf('TipClockRole', tipsClocks),
    };
    const staff = api.authorizer(signIn);
    for (const name of functionNames.filter((n) => n !== 'clocks' && n !== 'tipsClocks')) {
      const fn = make(name, offers);
      const { trigger } = functions[name];
      if (trigger === 'http') api.addRoutes(name, fn, routes.get(name) ?? [], staff);
      if (trigger === 'stream') table.deliverWith(fn, alarms);
      if (trigger === 'tipStream') tips.table.deliverWith(fn, alarms, 'Tip');
      if ((functions[name].uses as readonly Use[]).includes('readTips')) ownOfTips.push(fn);
      if (trigger === 'mailQueue') mail.sendWith(fn);
      if (trigger === 'dutyQueue') duty.workWith(fn);
      if (trigger === 'photoQueue') photos.checkWith(fn);
      if (trigger in ROUNDS) schedules.call(ROUNDS[trigger as Round], name, fn);
      if (trigger === 'deployment' && settings.seed && !settings.local) this.runOnce(fn, table);
    }
    tips.refuseOthers(ownOfTips);
    alarms.outboxAge();
    alarms.outboxAge('tips');
    new CfnOutput(this, 'SiteUrl', { value: siteUrl, description: 'The public site; the desk is under /desk/' });
    new CfnOutput(this, 'ApiUrl', { value: api.http.apiEndpoint, description: 'The HTTP API' });
  }

  /** The site's address and who signs staff in; the two know each other. */
  private site(settings: Settings, api: Api, routes: Routes, photos: string): { siteUrl: string; signIn: SignIn } {
    const pool = settings.oidcIssuer ? undefined : new UserPool(this, settings);
    const signInFor = (url: string) => pool?.forSite(url) ?? ownIssuer(settings);
    if (settings.siteUrl) return { siteUrl: settings.siteUrl, signIn: signInFor(settings.siteUrl) };
    const apiPatterns = pathPatterns([...routes.values()].flat().map((r) => r.path));
    const origins = pool?.origins ?? ownIssuer(settings).origins;
    const web = new Web(this, { settings, apiEndpoint: api.http.apiEndpoint, apiPatterns, origins, photos });
    const siteUrl = settings.local ? this.localUrl() : web.url;
    const signIn = signInFor(siteUrl);
    if (!settings.local) web.publish(settings, signIn);
    return { siteUrl, signIn };
  }

  /** Calls the function at each deployment that changes it, once the table is there. */
  private runOnce(fn: KoraFunction, table: Table): void {
    new Trigger(this, 'Seed', { handler: fn, executeAfter: [table] });
  }

  /** On one machine the address is known to who runs the template. */
  private localUrl(): string {
    return new CfnParameter(this, 'LocalSiteUrl', { default: 'http://127.0.0.1:4100' }).valueAsString;
  }

  /**
   * The secret that turns receipts into case ids and signs mail links. It reaches functions when the stack is deployed,
   * so that a cold start asks nobody. It is never rotated: with another secret no receipt would find its case.
   */
  private stageSecret(settings: Settings): Offer {
    const secret = new Secret(this, 'StageSecret', {
      description: 'Turns receipts into case ids; losing or changing it loses every receipt',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: removal(settings),
    });
    accept(
      secret,
      'SMG4',
      'Receipts are looked up by an HMAC under it; a new secret would orphan every receipt handed out.',
    );
    return { environment: { STAGE_SECRET: secret.secretValue.unsafeUnwrap() } };
  }

  /** Who is paid a reward is encrypted with a key of its own: many may write it, one function reads it. */
  private payeeKey(settings: Settings): { encryptPayee: Offer; decryptPayee: Offer } {
    const { keyArn } = new Key(this, 'PayeeKey', {
      enableKeyRotation: true,
      description: 'Payees of rewards',
      removalPolicy: removal(settings),
    });
    const offer = (...actions: string[]): Offer => ({
      allow: [{ actions, resources: [keyArn] }],
      environment: { PAYEE_KEY_ID: keyArn },
    });
    return { encryptPayee: offer('kms:Encrypt', 'kms:GenerateDataKey'), decryptPayee: offer('kms:Decrypt') };
  }
}

const taken = (name: FunctionName, offers: Partial<Record<Use, Offer>>): Offer[] =>
  functions[name].uses.map((use) => {
    const offer = offers[use];
    if (!offer) throw new Error(`${name} uses ${use}, which is not there yet when it is made`);
    return offer;
  });
