import { Aws, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { removal } from './logs.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

/** Who vouches for staff: an OIDC issuer, the audience its ID tokens carry, and the origins a browser talks to for them. */
export interface SignIn {
  issuer: string;
  audience: string;
  origins: string[];
}

/** The issuer the settings name. */
export const ownIssuer = ({ oidcIssuer = '', oidcAudience = '' }: Settings): SignIn => ({
  issuer: oidcIssuer,
  audience: oidcAudience,
  origins: [new URL(oidcIssuer).origin],
});

/** A Cognito user pool for staff: by invitation only, with a second factor. */
export class UserPool extends Construct {
  private readonly pool: cognito.UserPool;
  private readonly domain: string;

  constructor(scope: Construct, settings: Settings) {
    super(scope, 'SignIn');
    this.pool = new cognito.UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      deletionProtection: settings.prod,
      removalPolicy: removal(settings),
    });
    accept(
      this.pool,
      'COG8',
      'Accounts are made by invitation and need a second factor; the Plus plan’s risk scores add little to that.',
    );
    const domainPrefix = `kora-${settings.stage}-${Aws.ACCOUNT_ID}`;
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    this.domain = `https://${domainPrefix}.auth.${Stack.of(this).region}.amazoncognito.com`;
  }

  /** Where the browser goes for discovery and tokens. */
  get origins(): string[] {
    return [`https://cognito-idp.${Stack.of(this).region}.amazonaws.com`, this.domain];
  }

  /** The desk as a client without a secret: authorization code with PKCE. */
  forSite(siteUrl: string): SignIn {
    const client = this.pool.addClient('Desk', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL],
        callbackUrls: [`${siteUrl}/desk/`],
        logoutUrls: [`${siteUrl}/desk/`],
      },
    });
    return { issuer: this.pool.userPoolProviderUrl, audience: client.userPoolClientId, origins: this.origins };
  }
}
