import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdk from '../cdk.json' with { type: 'json' };
import { bundle } from './bundle.ts';
import { loadRoutes } from './functions.ts';
import { settingsOf } from './settings.ts';
import { KoraStack } from './stack.ts';

/** The app of one stage, ready to synthesize; its synthesis fails where AwsSolutions finds anything not accepted. */
export const kora = async ({ context, ...props }: AppProps = {}): Promise<App> => {
  const app = new App({
    outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
    ...props,
    context: { ...cdk.context, ...context },
  });
  new KoraStack(app, settingsOf(app.node), await loadRoutes());
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};

if (import.meta.main) {
  await bundle();
  (await kora()).synth();
}
