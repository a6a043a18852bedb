import { serve } from '../../shared/http.ts';
import type { Route } from '../../shared/route.ts';
import { activityRoutes } from './activity-routes.ts';
import { mentorshipRoutes } from './mentorship-routes.ts';
import { recordRoutes } from './record-routes.ts';

export const routes: Route[] = [...mentorshipRoutes, ...activityRoutes, ...recordRoutes];

/** The Lambda function of these routes. */
export const handler = serve(routes);
