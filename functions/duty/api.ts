import { serve } from '../../shared/http.ts';
import type { Route } from '../../shared/route.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { handoverRoutes } from './handover-routes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { myWeek } from './my-week.ts';
import { rotaRoutes } from './rota-routes.ts';
import { swapRoutes } from './swap-routes.ts';

export const routes: Route[] = [
  myWeek,
  ...rotaRoutes,
  ...swapRoutes,
  ...handoverRoutes,
  ...meetingRoutes,
  ...calendarRoutes,
];

/** The Lambda function of these routes. */
export const handler = serve(routes);
