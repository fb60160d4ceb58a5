import type { Language } from "../../src/domain/language.ts";
import type { Reply } from "../../src/domain/message.ts";
import type { Take } from "../../src/conversation/drain.ts";

/** The smallest core there is: it says back what it heard and counts its turns in the state. */
export const take: Take = ({ messages, state }) => {
  const [first] = messages;
  const turns = ((state as { turns?: number }).turns ?? 0) + 1;
  return {
    consumed: 1,
    outcome: "answered",
    capability: "echo",
    lang: "zh",
    record: { heard: first?.externalId },
    state: { turns },
    reply: saying(`${turns}: ${first?.text}`),
    knowledge: "none",
    rules: "none",
    ms: 0,
  };
};

export const apologise = (lang: Language, reference: string): Reply => ({
  ...saying(reference),
  lang,
});

function saying(text: string): Reply {
  return { lang: "zh", blocks: [{ kind: "note", text }], choices: [], citations: [] };
}
