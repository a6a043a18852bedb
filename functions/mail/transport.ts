import { createTransport, type Transporter } from 'nodemailer';
import * as z from 'zod';
import { environment } from '../../shared/env.ts';

/** How mail leaves: through SES, or by SMTP where there is none. Each transport names what it needs. */
export const mailEnv = environment(
  z.discriminatedUnion('MAIL_TRANSPORT', [
    z.object({ MAIL_TRANSPORT: z.literal('ses'), MAIL_FROM: z.email() }),
    z.object({ MAIL_TRANSPORT: z.literal('smtp'), MAIL_FROM: z.email(), SMTP_URL: z.url({ protocol: /^smtps?$/ }) }),
  ]),
);

let made: Promise<Transporter> | undefined;

/** The one transport of the process; its client is loaded on first use. */
export const transport = (): Promise<Transporter> => {
  made ??= make();
  return made;
};

/** A mail never takes its content from files or other addresses, whatever stands in it. */
const closed = { disableFileAccess: true, disableUrlAccess: true };

const make = async (): Promise<Transporter> => {
  const env = mailEnv();
  switch (env.MAIL_TRANSPORT) {
    case 'ses':
      return createTransport({ ...closed, SES: await ses() });
    case 'smtp':
      return createTransport({ ...closed, ...smtp(env.SMTP_URL) });
  }
};

const ses = async () => {
  const { SendEmailCommand, SESv2Client } = await import('@aws-sdk/client-sesv2');
  return { sesClient: new SESv2Client({ maxAttempts: 3 }), SendEmailCommand };
};

/** Times out well before the function does, so that a silent server is a failure that is reported. */
const smtp = (url: string) => ({
  url,
  requireTLS: !['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname),
  connectionTimeout: 8_000,
  greetingTimeout: 8_000,
  socketTimeout: 12_000,
});
