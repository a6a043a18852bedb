import * as z from 'zod';

/** What the interface answers, as the specification has it. */

export const service = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.literal(true),
  type: z.literal('realtime'),
  keywords: z.string(),
  group: z.string(),
});
export type Service = z.infer<typeof service>;

export const datatype = z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']);
export type Datatype = z.infer<typeof datatype>;

export const attribute = z.object({
  variable: z.boolean(),
  code: z.string(),
  datatype,
  required: z.boolean(),
  datatype_description: z.string().nullable(),
  order: z.number(),
  description: z.string(),
  values: z.array(z.object({ key: z.string(), name: z.string() })).optional(),
});
export type Attribute = z.infer<typeof attribute>;

export const definition = z.object({ service_code: z.string(), attributes: z.array(attribute) });
export type Definition = z.infer<typeof definition>;

/** Null is what is never told: what people wrote, exact places, pictures. */
export const serviceRequest = z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: z.string(),
  service_name: z.string(),
  service_code: z.string(),
  description: z.null(),
  agency_responsible: z.string().nullable(),
  service_notice: z.null(),
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: z.null(),
  address: z.string(),
  address_id: z.string(),
  zipcode: z.null(),
  lat: z.null(),
  long: z.null(),
  media_url: z.null(),
});
export type ServiceRequest = z.infer<typeof serviceRequest>;

export const submittedRequest = z.object({
  service_request_id: z.string(),
  service_notice: z.string(),
  account_id: z.null(),
});
export type SubmittedRequest = z.infer<typeof submittedRequest>;

export const tokenView = z.object({ service_request_id: z.string(), token: z.string() });

export const discovery = z.object({
  changeset: z.string(),
  contact: z.string(),
  key_service: z.string(),
  endpoints: z.array(
    z.object({
      specification: z.string(),
      url: z.string(),
      changeset: z.string(),
      type: z.string(),
      formats: z.array(z.string()),
    }),
  ),
});
export type Discovery = z.infer<typeof discovery>;
