import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/**
 * Why a request was not taken, in a program's word and in two sentences for a person.
 * This is the one list of what the web channel says when it says no.
 */
export const REFUSALS = {
  "broken-json": {
    status: 400,
    zh: "收到的内容不是完整的 JSON，请检查后重新发送。",
    en: "The request is not complete JSON. Please check it and send it again.",
  },
  "wrong-shape": {
    status: 400,
    zh: "请求缺少必填内容或格式不对，请对照 /openapi.json 修改后再发。",
    en: "Something in the request is missing or has the wrong form. Compare it with /openapi.json and send it again.",
  },
  "not-json": {
    status: 415,
    zh: "请用 application/json 发送。",
    en: "Please send the request as application/json.",
  },
  "wrong-role": {
    status: 403,
    zh: "网页只接待个人（citizen）和企业（enterprise），工作人员请使用工作人员入口。",
    en: "This page serves citizens and enterprises. Staff, please use the staff entrance.",
  },
  "other-site": {
    status: 403,
    zh: "这个请求来自别的网站，为保护您的对话没有处理。请直接在本页面提问。",
    en: "This request came from another site and was not handled, to protect your conversation. Please ask on this page.",
  },
  "too-long": {
    status: 413,
    zh: "内容太长了。请先写最要紧的部分，其余的可以分几条发。",
    en: "That is too long. Please send the most important part first and the rest in further messages.",
  },
  "too-many": {
    status: 429,
    zh: "发得有点快，请稍等片刻再发。已经发出的内容都已保存。",
    en: "That was a little fast. Please wait a moment and send it again. What you sent before is safely stored.",
  },
  "not-found": {
    status: 404,
    zh: "这里没有这个页面，请回到首页提问。",
    en: "There is no such page. Please go back to the front page.",
  },
  "not-stored": {
    status: 503,
    zh: "暂时没能存下您的内容，请稍后再发一次，不会重复办理。",
    en: "We could not store your message just now. Please send it again shortly; it will not be handled twice.",
  },
  "not-readable": {
    status: 503,
    zh: "暂时读不到对话记录，请稍后再试。您的内容没有丢。",
    en: "We cannot read the conversation just now. Please try again shortly; nothing is lost.",
  },
  "own-fault": {
    status: 500,
    zh: "系统出了点问题，请稍后再试。",
    en: "Something went wrong on our side. Please try again shortly.",
  },
} as const satisfies Record<string, { status: ContentfulStatusCode; zh: string; en: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** A request that is not taken; thrown anywhere, answered in one place. */
export class Refusal extends HTTPException {
  readonly code: RefusalCode;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, retryAfter?: number, cause?: unknown) {
    super(REFUSALS[code].status, { message: code, cause });
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/**
 * @param refusal why the request was not taken
 * @returns the JSON answer: code for programs, zh and en for people, Retry-After where waiting helps
 */
export function refusalResponse(refusal: Refusal): Response {
  const { status, zh, en } = REFUSALS[refusal.code];
  const headers = new Headers({ "cache-control": "no-store" });
  if (refusal.retryAfter !== undefined) headers.set("retry-after", String(refusal.retryAfter));
  return Response.json({ error: { code: refusal.code, zh, en } }, { status, headers });
}
