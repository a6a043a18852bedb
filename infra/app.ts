import { App, type AppProps, Validations } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { bundle } from './built.ts';
import { loadRoutes } from './functions.ts';
import { settingsOf } from './settings.ts';
import { KoraStack } from './stack.ts';

/** The app of one stage, ready to synthesize without any check. */
export const unchecked = async ({ context, ...props }: AppProps = {}): Promise<App> => {
  const app = new App({
    outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
    builtinCloudFormationValidation: false,
    ...props,
    context: { ...cdk.context, ...context },
  });
  new KoraStack(app, settingsOf(app.node), await loadRoutes());
  return app;
};

/** The same, whose synthesis fails where CloudFormation would refuse it or AwsSolutions finds anything not accepted. */
export const kora = async (props: AppProps = {}): Promise<App> => {
  const { AwsSolutionsChecks } = await import('cdk-nag');
  const app = await unchecked({ builtinCloudFormationValidation: true, ...props });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};

if (import.meta.main) {
  await bundle();
  (await kora()).synth();
}
