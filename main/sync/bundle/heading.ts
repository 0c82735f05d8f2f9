import { z } from 'zod';
import type { Failure } from '@shared/result';

/** What the file's name ends with. */
export const bundleEnding = '.attache';

/** Raised when an older Attaché could not read what is written. */
export const bundleVersion = 1;

/** In bytes: how large a bundle may be, how large its files are together, and one of them. */
export const mostBundleBytes = 16 * 2 ** 30;
export const mostFileBytes = 512 * 2 ** 20;
/** In bytes of JSON: all leaves of a bundle, which are held in memory until all of it is verified; and one line. */
export const mostLeafBytes = 512 * 2 ** 20;
export const mostLineBytes = 64 * 2 ** 20;

const format = 'attache-bundle';
const count = z.int().min(0);
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

const headingSchema = z.object({
  /** A new one for each bundle that is made. */
  id: z.uuid(),
  spaceId: z.string().min(1).max(200),
  holds: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('trip'), tripId: z.uuid() }),
    z.strictObject({ kind: z.literal('everything') }),
    /** What a device has to say since its last one, for a shared folder. */
    z.strictObject({ kind: z.literal('news') }),
  ]),
  madeAt: z.iso.datetime(),
  /** The officer's record; null where nobody has said who works here. */
  madeBy: z.uuid().nullable(),
  deviceId: z.string().min(1).max(200),
});

/** What a bundle says of itself. */
export type BundleHeading = z.infer<typeof headingSchema>;

const headerSchema = headingSchema.extend({
  format: z.literal(format),
  version: z.literal(bundleVersion),
  counts: z.strictObject({ leaves: count, files: count, fileBytes: count }),
});
export type BundleHeader = z.infer<typeof headerSchema>;

/** The header's line, made from what the writer knows of the contents. */
export function headerOf(heading: BundleHeading, counts: BundleHeader['counts']): BundleHeader {
  return { format, version: bundleVersion, ...headingSchema.parse(heading), counts };
}

/** Any version says so much, in the same place, so that an older Attaché can tell a newer file from a broken one. */
const anyVersionSchema = z.object({ format: z.literal(format), version: z.int().min(1) });

/** Reads a header; a failure for what is none, or one of a later version. */
export function readHeader(json: unknown): BundleHeader | Failure {
  const any = anyVersionSchema.safeParse(json);
  if (!any.success) return { code: 'not-a-bundle' };
  const { version } = any.data;
  if (version > bundleVersion) return { code: 'newer-version', found: version, known: bundleVersion };
  const read = headerSchema.safeParse(json);
  return read.success ? read.data : { code: 'bundle-damaged' };
}
