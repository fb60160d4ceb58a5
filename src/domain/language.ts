import { z } from "zod";

/** The languages OneDoor speaks: zh simplified Chinese, en English. */
export const Language = z.enum(["zh", "en"]);
export type Language = z.infer<typeof Language>;

/** One statement in both languages. Chinese is the authentic wording, English the translation. */
export const Bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;
