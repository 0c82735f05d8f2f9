import { z } from 'zod';

/** A place that a template leaves for somebody to fill in, marked 【…】. */
export const templateGapSchema = z.object({
  /** Where it stands in the template, counted from 1. */
  line: z.int(),
  /** What is to be filled in there: the words between the marks. */
  words: z.string(),
  /** How often it is in the document: once for each entry of a list that it stands in. */
  count: z.int(),
});
export type TemplateGap = z.infer<typeof templateGapSchema>;
