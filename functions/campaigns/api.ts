import { serve } from '../../shared/http.ts';
import type { Route } from '../../shared/route.ts';
import { campaignRoutes } from './campaign-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { publicRoutes } from './public-routes.ts';

export const routes: Route[] = [...publicRoutes, ...campaignRoutes, ...eventRoutes];

/** The Lambda function of these routes. */
export const handler = serve(routes);
