import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { RefusalBody } from "../../bots/web/schema.ts";
import { openPage, visitorOf } from "./visit.ts";

const QUESTION = { id: "m1", text: "我想办证" };

async function refusal(response: Response): Promise<{ status: number; code: string }> {
  const { error } = RefusalBody.parse(await response.json());
  expect(error.zh).toMatch(/\p{Script=Han}.*。$/u);
  expect(error.en).toMatch(/[a-z].*\.$/);
  return { status: response.status, code: error.code };
}

describe("what cannot be taken is refused with a sentence in both languages", () => {
  const cases: [string, unknown, Record<string, string>, number, string][] = [
    ["broken JSON", '{"id":"m1","text":', {}, 400, "broken-json"],
    ["no JSON at all", "hello", {}, 400, "broken-json"],
    ["a list instead of an object", [1, 2], {}, 400, "wrong-shape"],
    ["no text", { id: "m1" }, {}, 400, "wrong-shape"],
    ["an empty id", { id: "", text: "x" }, {}, 400, "wrong-shape"],
    ["an id that is too long", { id: "x".repeat(101), text: "x" }, {}, 400, "wrong-shape"],
    ["a misspelt field", { ...QUESTION, txet: "x" }, {}, 400, "wrong-shape"],
    ["a language OneDoor does not speak", { ...QUESTION, lang: "fr" }, {}, 400, "wrong-shape"],
    ["another media type", QUESTION, { "content-type": "text/plain" }, 415, "not-json"],
    ["staff, who do not come in by the web", { ...QUESTION, as: "staff" }, {}, 403, "wrong-role"],
    ["a role nobody has", { ...QUESTION, as: "admin" }, {}, 403, "wrong-role"],
    [
      "a text beyond 20,000 characters",
      { id: "m1", text: "x".repeat(20_001) },
      {},
      413,
      "too-long",
    ],
    ["a body beyond 64 kB", { id: "m1", text: "长".repeat(30_000) }, {}, 413, "too-long"],
    [
      "a page on another site",
      QUESTION,
      { origin: "https://elsewhere.example" },
      403,
      "other-site",
    ],
    ["a page without an origin", QUESTION, { origin: "null" }, 403, "other-site"],
    [
      "a browser that says cross-site",
      QUESTION,
      { "sec-fetch-site": "cross-site" },
      403,
      "other-site",
    ],
  ];
  it.each(cases)("%s", async (_, body, headers, status, code) => {
    const { oneDoor, url } = await openPage();
    expect(await refusal(await visitorOf(url).post(body, headers))).toEqual({ status, code });
    expect(oneDoor.received).toEqual([]);
  });

  it("a body beyond 64 kB sent in pieces, without a length", async () => {
    const { oneDoor, url } = await openPage();
    const answer = await sendInPieces(url, 70);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain("too-long");
    expect(oneDoor.received).toEqual([]);
  });

  it("another name of this place, unless a proxy of ours says that it is our name", async () => {
    const headers = { origin: "https://onedoor.example", "x-forwarded-host": "onedoor.example" };
    const open = await openPage();
    expect((await refusal(await visitorOf(open.url).post(QUESTION, headers))).code).toBe(
      "other-site",
    );
    const behind = await openPage({ settings: { behindProxy: true } });
    expect((await visitorOf(behind.url).post(QUESTION, headers)).status).toBe(202);
  });

  it("a place in the history that is no number", async () => {
    const { url } = await openPage();
    expect(await refusal(await visitorOf(url).get("/api/messages?after=x"))).toEqual({
      status: 400,
      code: "wrong-shape",
    });
  });

  it("a page that does not exist, also one outside the folder", async () => {
    const { url } = await openPage();
    for (const path of [
      "/nowhere",
      "/page/nothing.js",
      "/page/..%2Fchannel.ts",
      "/page/%2e%2e%2fapp.ts",
    ]) {
      expect(await refusal(await fetch(url + path))).toEqual({ status: 404, code: "not-found" });
    }
  });
});

describe("what cannot be stored", () => {
  it("is answered with 503 and taken at the next try", async () => {
    const reports: string[] = [];
    const { oneDoor, url } = await openPage({ settings: { report: (what) => reports.push(what) } });
    const visitor = visitorOf(url);
    oneDoor.breakWith(new Error("connection refused at db.internal:5432"));
    const response = await visitor.post(QUESTION);
    expect(response.headers.get("retry-after")).toBe("5");
    const body = await response.clone().text();
    expect(await refusal(response)).toEqual({ status: 503, code: "not-stored" });
    expect(body).not.toContain("db.internal");
    expect(await refusal(await visitor.get("/api/messages"))).toEqual({
      status: 503,
      code: "not-readable",
    });
    expect(await refusal(await visitor.get("/api/events"))).toEqual({
      status: 503,
      code: "not-readable",
    });
    expect(reports).toHaveLength(3);
    oneDoor.breakWith(null);
    expect((await visitor.post(QUESTION)).status).toBe(202);
  });

  it("is named by the health report", async () => {
    const { oneDoor, url } = await openPage();
    const well = await fetch(`${url}/healthz`);
    expect([well.status, await well.json()]).toEqual([
      200,
      { state: "ready", knowledge: "sample", remedy: null },
    ]);
    oneDoor.breakWith(new Error("gone"));
    const ill = await fetch(`${url}/healthz`);
    expect([ill.status, (await ill.json()).state]).toEqual([503, "database-away"]);
  });
});

/** fetch always knows the length of a string; a raw socket does not have to. */
function sendInPieces(url: string, kilobytes: number): Promise<string> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /api/messages HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`,
      );
      for (let i = 0; i < kilobytes; i++) socket.write(`400\r\n${"x".repeat(1024)}\r\n`);
      socket.write("0\r\n\r\n");
    });
    socket.on("data", (data) => (answer += data.toString()));
    socket.on("end", () => resolve(answer));
    socket.on("error", (error) => (answer ? resolve(answer) : reject(error)));
  });
}
