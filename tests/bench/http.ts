import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";
import type { Row } from "./run.ts";
import { startPage } from "./page.ts";
import { ms, quantile, timed } from "./times.ts";
import { enter } from "./visitor.ts";

const TURNS = 300;
const QUESTIONS = [
  "开公司要带什么材料",
  "那要多久",
  "食品经营许可证有效期几年",
  "工地塔吊要登记吗",
  "I want to hire a foreign engineer",
];

/** A whole turn over HTTP (posted, stored, queued, answered, delivered on the stream); its peer is a bare hono echo over the same loopback. */
export async function benchHttp(): Promise<Row[]> {
  const page = await startPage();
  const visitor = await enter(page.address);
  const ask = (i: number) => visitor.ask(QUESTIONS[i % QUESTIONS.length]!);
  await timed(30, ask);
  const turns = await timed(TURNS, ask);
  visitor.leave();
  await page.stop();
  const echoes = await echoTimes();
  const [p50, p95, peer] = [quantile(turns, 0.5), quantile(turns, 0.95), quantile(echoes, 0.5)];
  return [
    { what: "HTTP turn through inbox and outbox p50", figure: ms(p50) },
    {
      what: "HTTP turn through inbox and outbox p95",
      figure: ms(p95),
      goal: "< 250 ms",
      reached: p95 < 250,
    },
    { what: "hono echo over HTTP p50", figure: ms(peer) },
    { what: "turn / hono echo", figure: `${(p50 / peer).toFixed(1)} ×` },
  ];
}

async function echoTimes(): Promise<number[]> {
  const app = new Hono().post("/", async (context) => context.json(await context.req.json()));
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((listening) => server.once("listening", listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const echo = async (i: number) => {
    const body = JSON.stringify({ text: QUESTIONS[i % QUESTIONS.length] });
    await (
      await fetch(address, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
      })
    ).json();
  };
  await timed(30, echo);
  const times = await timed(TURNS, echo);
  server.close();
  return times;
}
