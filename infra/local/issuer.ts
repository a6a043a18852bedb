import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { State } from './state.ts';

/** An OpenID Connect issuer for one machine: whoever is in the directory may be picked, no password is asked. */

const ALGORITHM = 'RS256';
const CODE_MS = 60_000;
/** In seconds. */
const TOKEN_LIFE = 3600;
const REFRESH_LIFE = 30 * 86_400;

export interface Asked {
  clientId: string;
  redirectUri: string;
  challenge: string;
  nonce?: string;
}

interface Code extends Asked {
  email: string;
  until: number;
}

export interface Signed {
  email: string;
  name: string;
}

/** A refusal in OAuth's terms. */
export class OAuthError extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

export class Issuer {
  readonly url: string;
  readonly clientId: string;
  private readonly key: JWK;
  private readonly privateKey: ReturnType<typeof importJWK>;
  private readonly publicKey: ReturnType<typeof importJWK>;
  private readonly codes = new Map<string, Code>();
  private readonly personOf: (email: string) => Promise<Signed | undefined>;

  constructor(options: {
    url: string;
    clientId: string;
    key: JWK;
    personOf: (email: string) => Promise<Signed | undefined>;
  }) {
    this.url = options.url;
    this.clientId = options.clientId;
    this.key = options.key;
    const { kty, n, e } = options.key;
    this.privateKey = importJWK(options.key, ALGORITHM);
    this.publicKey = importJWK({ kty, n, e }, ALGORITHM);
    this.personOf = options.personOf;
  }

  get discovery() {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/jwks.json`,
      end_session_endpoint: `${this.url}/end-session`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [ALGORITHM],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid', 'email', 'profile'],
      claims_supported: ['sub', 'email', 'email_verified', 'name'],
    };
  }

  get keys(): { keys: JWK[] } {
    const { kty, n, e, kid } = this.key;
    return { keys: [{ kty, n, e, kid, use: 'sig', alg: ALGORITHM }] };
  }

  /** A code for a person who was picked; good once and for a minute. */
  grant(asked: Asked, email: string): string {
    const code = randomBytes(32).toString('base64url');
    this.codes.set(code, { ...asked, email, until: Date.now() + CODE_MS });
    return code;
  }

  /** The token endpoint; throws `OAuthError`. */
  async exchange(given: URLSearchParams): Promise<Record<string, unknown>> {
    if (given.get('client_id') !== this.clientId) throw new OAuthError('invalid_client', 'unknown client');
    switch (given.get('grant_type')) {
      case 'authorization_code':
        return this.byCode(given);
      case 'refresh_token':
        return this.byRefresh(given.get('refresh_token') ?? '');
      default:
        throw new OAuthError('unsupported_grant_type', 'authorization_code or refresh_token');
    }
  }

  private async byCode(given: URLSearchParams) {
    const name = given.get('code') ?? '';
    const code = this.codes.get(name);
    this.codes.delete(name);
    const challenge = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    const fits = code?.redirectUri === given.get('redirect_uri') && code?.challenge === challenge;
    if (!code || !fits || code.until < Date.now())
      throw new OAuthError('invalid_grant', 'the code is not good (any more)');
    return this.tokens(code.email, code.nonce);
  }

  private async byRefresh(token: string) {
    const verified = await this.verify(token, `${this.url}/refresh`).catch(() => undefined);
    if (!verified?.sub) throw new OAuthError('invalid_grant', 'the refresh token is not good (any more)');
    return this.tokens(verified.sub);
  }

  private async tokens(email: string, nonce?: string) {
    const person = await this.personOf(email);
    if (!person) throw new OAuthError('invalid_grant', 'this person is not in the directory');
    const id_token = await this.idToken(person, nonce);
    return {
      access_token: id_token,
      id_token,
      refresh_token: await this.sign({ sub: email }, `${this.url}/refresh`, REFRESH_LIFE),
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE,
      scope: 'openid email',
    };
  }

  /** An ID token of a person; `life` in seconds. */
  idToken({ email, name }: Signed, nonce?: string, life = TOKEN_LIFE): Promise<string> {
    const claims = { sub: email, email, email_verified: true, name, ...(nonce ? { nonce } : {}) };
    return this.sign(claims, this.clientId, life);
  }

  private async sign(claims: JWTPayload, audience: string, life: number): Promise<string> {
    const at = Math.floor(Date.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, kid: this.key.kid, typ: 'JWT' })
      .setIssuer(this.url)
      .setAudience(audience)
      .setIssuedAt(at)
      .setExpirationTime(at + life)
      .sign(await this.privateKey);
  }

  /** The claims of a token of ours; throws jose's error that says what is wrong with it. */
  async verify(token: string, audience: string | string[]): Promise<JWTPayload> {
    return (await jwtVerify(token, await this.publicKey, { issuer: this.url, audience, algorithms: [ALGORITHM] }))
      .payload;
  }
}

/** The signing key of a data folder; made once. */
export const signingKey = async (state: State): Promise<JWK> => {
  const known = state.kept<JWK>('signing-key');
  if (known) return known;
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex') };
  state.keep('signing-key', key);
  return key;
};
