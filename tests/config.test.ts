import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readSettings, SETTING_NAMES, SettingsError } from "../src/config.ts";

test("with nothing set everything has a default", () => {
  expect(readSettings({})).toMatchObject({
    PORT: 8787,
    HOST: "127.0.0.1",
    ZONE: "yingkou",
    dataDir: resolve(".onedoor"),
  });
});

test("an empty variable is an unset one", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: "" }).PORT).toBe(8787);
});

describe("a wrong value is refused with the variable's name and the remedy", () => {
  test.each([
    ["PORT", "eighty", /use a port between/],
    ["PORT", "70000", /use a number between/],
    ["DATABASE_URL", "mysql://localhost/x", /write postgresql:/],
    ["ZONE", "营口", /for example yingkou/],
    ["LOG_LEVEL", "loud", /must be one of/],
    ["MESSAGES_PER_MINUTE", "0", /at least 1/],
    ["BEHIND_PROXY", "perhaps", /must be yes or no/],
    ["TELEGRAM_BOT_TOKEN", "123", /@BotFather/],
    ["SLACK_BOT_TOKEN", "token", /xoxb-/],
    ["SLACK_APP_TOKEN", "token", /xapp-/],
    ["SLACK_SIGNING_SECRET", "short", /32 hexadecimal/],
    ["OPENAI_BASE_URL", "not an address", /https:\/\/host\/v1/],
  ])("%s=%s", (name, value, remedy) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(remedy);
    expect(read).toThrow(new RegExp(`^${name} `));
  });

  test("all wrong values are told at once, and none is repeated in the message", () => {
    const read = () => readSettings({ PORT: "x", SLACK_BOT_TOKEN: "secret-value" });
    expect(read).toThrow(/PORT[\s\S]*SLACK_BOT_TOKEN/);
    expect(read).not.toThrow(/secret-value/);
  });
});

test(".env.example names every setting and nothing else", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const named = [...example.matchAll(/^#([A-Z_]+)=/gm)].map((match) => match[1]!).sort();
  expect(named).toEqual([...SETTING_NAMES].sort());
});
