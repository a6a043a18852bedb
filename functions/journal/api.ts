import { serve } from '../../shared/http.ts';
import type { Route } from '../../shared/route.ts';
import { figuresRoutes } from './figures-routes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { rectificationRoutes } from './rectification-routes.ts';
import { weekRoutes } from './week-routes.ts';

export const routes: Route[] = [...weekRoutes, ...meetingRoutes, ...rectificationRoutes, ...figuresRoutes];

/** The Lambda function of these routes. */
export const handler = serve(routes);
