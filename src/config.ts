import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";

const secret = (remedy: string, shape: RegExp) => z.string().regex(shape, remedy).optional();

/** Every setting OneDoor reads from the environment; all are optional. .env.example shows them. */
const Environment = z.object({
  PORT: z.coerce
    .number("is not a number: use a port between 1 and 65535, for example 8080, or leave it out")
    .int()
    .min(0, "is no port: use a number between 1 and 65535, or 0 for any free port")
    .max(65_535, "is no port: use a number between 1 and 65535, for example 8080")
    .default(8787),
  HOST: z
    .string()
    .min(1, "is empty: use an address such as 127.0.0.1 or 0.0.0.0, or leave it out")
    .default("127.0.0.1"),
  DATA_DIR: z
    .string()
    .min(1, "is empty: name a folder that OneDoor may write to, or leave it out")
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/.+/,
      "is no PostgreSQL address: write postgresql://user:password@host:5432/database, or leave it out to use the bundled server",
    )
    .optional(),
  ZONE: z
    .string()
    .regex(/^[a-z0-9-]+$/, "may hold only a-z, 0-9 and -, for example yingkou")
    .default("yingkou"),
  LOG_LEVEL: z
    .enum(
      ["silent", "error", "warn", "info", "debug"],
      "must be one of silent, error, warn, info, debug",
    )
    .default("info"),
  MESSAGES_PER_MINUTE: z.coerce
    .number(
      "is not a number: say how many messages one visitor may send in a minute, for example 30",
    )
    .int()
    .min(1, "must be at least 1")
    .default(30),
  BEHIND_PROXY: z
    .stringbool({
      error: "must be yes or no: yes only behind a proxy of your own that sets X-Forwarded-For",
    })
    .default(false),
  TELEGRAM_BOT_TOKEN: secret(
    "is no bot token: copy it whole from @BotFather, it looks like 123456:ABC…",
    /^\d+:[\w-]{20,}$/,
  ),
  SLACK_BOT_TOKEN: secret(
    "must begin with xoxb-: copy the Bot User OAuth Token of your Slack app",
    /^xoxb-/,
  ),
  SLACK_APP_TOKEN: secret(
    "must begin with xapp-: create an app-level token with connections:write",
    /^xapp-/,
  ),
  SLACK_SIGNING_SECRET: secret(
    "is no signing secret: copy the 32 hexadecimal characters of your Slack app",
    /^[0-9a-f]{32}$/,
  ),
  OPENAI_BASE_URL: z.url("is no address: write https://host/v1, or leave it out").optional(),
  OPENAI_API_KEY: z.string().min(1, "is empty: paste the key, or leave it out").optional(),
});

/** Names of all variables that are read. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

export type Settings = z.infer<typeof Environment> & { dataDir: string };

/** A setting that cannot be used; the message names the variable and the remedy. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/** Takes the variables of the file .env in the current folder, if there is one; what is set already stays. */
export function takeEnvironmentFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/**
 * Read the settings.
 * @param environment usually process.env; unset and empty variables take their defaults
 * @throws SettingsError with one sentence per wrong variable
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new SettingsError(
      parsed.error.issues
        .map((issue) => `${issue.path[0]!.toString()} ${issue.message}.`)
        .join("\n"),
    );
  return { ...parsed.data, dataDir: dataDirectory(parsed.data.DATA_DIR) };
}

/** A relative DATA_DIR counts from where OneDoor is started; without one, the data live in ./.onedoor. */
function dataDirectory(given: string | undefined): string {
  if (given === undefined) return resolve(".onedoor");
  if (given.startsWith("~/")) return join(homedir(), given.slice(2));
  return isAbsolute(given) ? given : resolve(given);
}
