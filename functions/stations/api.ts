import { serve } from '../../shared/http.ts';
import type { Route } from '../../shared/route.ts';
import { publicRoutes } from './public-routes.ts';
import { staffRoutes } from './staff-routes.ts';

export const routes: Route[] = [...publicRoutes, ...staffRoutes];

/** The Lambda function of these routes. */
export const handler = serve(routes);
