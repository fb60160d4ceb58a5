import { Hono } from "hono";
import { readQuestions } from "../evaluation/question-set.ts";
import { theCore, visit } from "../support/visit.ts";
import type { Row } from "./run.ts";
import { ms, quantile, timed } from "./times.ts";

const TURNS = 1_000;

/** One turn in process, over the evaluation's questions; its peer is a bare hono handler that echoes the same text. */
export async function benchTurn(): Promise<Row[]> {
  const texts = readQuestions().map((question) => question.turns[0]!);
  const say = (i: number) => visit(theCore()).say(texts[i % texts.length]!);
  await timed(100, say);
  const turns = await timed(TURNS, say);
  const echoes = await timed(TURNS, echo(texts));
  const [p50, p95, peer] = [quantile(turns, 0.5), quantile(turns, 0.95), quantile(echoes, 0.5)];
  return [
    { what: "turn p50", figure: ms(p50), goal: "< 15 ms", reached: p50 < 15 },
    { what: "turn p95", figure: ms(p95), goal: "< 50 ms", reached: p95 < 50 },
    { what: "hono echo p50", figure: ms(peer) },
    { what: "turn / hono echo", figure: `${(p50 / peer).toFixed(1)} ×` },
  ];
}

function echo(texts: readonly string[]) {
  const app = new Hono().post("/", async (context) => context.json(await context.req.json()));
  return async (i: number) => {
    const body = JSON.stringify({ text: texts[i % texts.length] });
    const response = await app.request("/", {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    await response.json();
  };
}
