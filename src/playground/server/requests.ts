import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/);
const seq = z.number().int();
const place = z.strictObject({ guildId: id, channelId: id, userId: id });
const upload = z.strictObject({ upload: z.uuid() });
const option = z.union([z.string(), z.number(), z.boolean(), upload]);
const options = z.record(z.string(), option);
const field = z.union([z.string(), z.boolean(), z.array(z.string()), z.array(upload)]);
const asked = { seq, place };

const HISTORY_PAGE = 100;
const LONGEST_ADVANCE_MS = 400 * 24 * 60 * 60 * 1000;

/** What a tab of the page may ask for, each answered under its own number. */
export const pageRequest = z.discriminatedUnion('do', [
  z.strictObject({ ...asked, do: z.literal('watch') }),
  z.strictObject({
    ...asked,
    do: z.literal('history'),
    before: id.optional(),
    after: id.optional(),
    limit: z.number().int().min(1).max(HISTORY_PAGE),
  }),
  z.strictObject({ ...asked, do: z.literal('say'), content: z.string() }),
  z.strictObject({ ...asked, do: z.literal('command'), command: z.string(), options }),
  z.strictObject({ ...asked, do: z.literal('autocomplete'), command: z.string(), options, focused: z.string() }),
  z.strictObject({ ...asked, do: z.literal('click'), messageId: id, component: z.string() }),
  z.strictObject({
    ...asked,
    do: z.literal('select'),
    messageId: id,
    component: z.string(),
    values: z.array(z.string()),
  }),
  z.strictObject({ ...asked, do: z.literal('submit'), interactionId: id, values: z.record(z.string(), field) }),
  z.strictObject({ ...asked, do: z.literal('dismiss'), messageId: id }),
  z.strictObject({ seq, do: z.literal('advance'), ms: z.number().int().min(1).max(LONGEST_ADVANCE_MS) }),
]);

export type PageRequest = z.infer<typeof pageRequest>;
export type UploadReference = z.infer<typeof upload>;
export type OptionRequest = z.infer<typeof option>;
export type FieldRequest = z.infer<typeof field>;
