import type * as z from 'zod';

/** A capability's environment, parsed once on first use; throws an error that names the variables that are wrong. */
export const environment = <S extends z.ZodType>(schema: S): (() => z.infer<S>) => {
  let parsed: z.infer<S> | undefined;
  return () => {
    parsed ??= parse(schema);
    return parsed;
  };
};

const parse = <S extends z.ZodType>(schema: S): z.infer<S> => {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  throw new Error(`environment: ${result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`);
};
