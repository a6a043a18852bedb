import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdk from '../cdk.json' with { type: 'json' };
import { bundle } from './bundle.ts';
import { loadRoutes } from './functions.ts';
import { settingsOf } from './settings.ts';
import { KoraStack } from './stack.ts';

await bundle();
const app = new App({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out', context: cdk.context });
new KoraStack(app, settingsOf(app.node), await loadRoutes());
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
