/** Sign-in by OIDC authorization code with PKCE (RFC 7636). Tokens live as long as the tab. */

interface Config {
  issuer: string;
  clientId: string;
  api: string;
}

interface Provider {
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint?: string;
}

interface Tokens {
  id_token: string;
  refresh_token?: string;
}

const TOKENS = 'kora.tokens';
const PENDING = 'kora.sign-in';

let config: Promise<Config> | undefined;

export const configuration = (): Promise<Config> => {
  config ??= fetch('/config.json').then((r) => r.json() as Promise<Config>);
  return config;
};

const provider = async (): Promise<Provider> => {
  const { issuer } = await configuration();
  return (await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)).json() as Promise<Provider>;
};

const callback = (): string => `${location.origin}/desk/`;

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const secret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));

const tokens = (): Tokens | undefined => JSON.parse(sessionStorage.getItem(TOKENS) ?? 'null') ?? undefined;

/** The bearer token, if somebody is signed in. */
export const token = (): string | undefined => tokens()?.id_token;

/** Leaves for the issuer and comes back to the page it left from. */
export const signIn = async (): Promise<void> => {
  const [{ clientId }, { authorization_endpoint }] = await Promise.all([configuration(), provider()]);
  const pending = { verifier: secret(), state: secret(), nonce: secret(), from: location.pathname + location.search };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const asked = new URL(authorization_endpoint);
  asked.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback(),
    scope: 'openid email',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: 'S256',
  }).toString();
  location.assign(asked);
};

/** On the way back from the issuer: takes the tokens and returns to where sign-in began; throws if they were not given. */
export const completeSignIn = async (): Promise<void> => {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state') || !(answer.has('code') || answer.has('error'))) return;
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', pending?.from ?? location.pathname);
  if (!pending || answer.get('state') !== pending.state || !answer.has('code')) throw new Error('sign-in');
  const given = await exchange({
    grant_type: 'authorization_code',
    code: answer.get('code') ?? '',
    redirect_uri: callback(),
    code_verifier: pending.verifier,
  });
  if (claims(given.id_token).nonce !== pending.nonce) throw new Error('sign-in');
  sessionStorage.setItem(TOKENS, JSON.stringify(given));
  if (pending.from.split('?')[0] !== '/desk/') location.replace(pending.from);
};

const exchange = async (asked: Record<string, string>): Promise<Tokens> => {
  const [{ clientId }, { token_endpoint }] = await Promise.all([configuration(), provider()]);
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ ...asked, client_id: clientId }),
  });
  if (!answer.ok) throw new Error('sign-in');
  return answer.json() as Promise<Tokens>;
};

const claims = (jwt: string): Record<string, unknown> =>
  JSON.parse(atob((jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')));

/** A fresh token where the issuer gave the means for one; false where the person has to sign in again. */
export const renew = async (): Promise<boolean> => {
  const held = tokens();
  if (!held?.refresh_token) return false;
  try {
    const given = await exchange({ grant_type: 'refresh_token', refresh_token: held.refresh_token });
    sessionStorage.setItem(TOKENS, JSON.stringify({ ...held, ...given }));
    return true;
  } catch {
    return false;
  }
};

export const signOut = async (): Promise<void> => {
  const held = tokens();
  sessionStorage.removeItem(TOKENS);
  const [{ clientId }, { end_session_endpoint }] = await Promise.all([configuration(), provider()]);
  if (!end_session_endpoint || !held) return location.assign(callback());
  const back = {
    client_id: clientId,
    logout_uri: callback(),
    post_logout_redirect_uri: callback(),
    id_token_hint: held.id_token,
  };
  location.assign(`${end_session_endpoint}?${new URLSearchParams(back)}`);
};
