/** One visit in a conversation file: who speaks, when, and what is said. */
export type Visit = {
  title: string;
  as: "citizen" | "enterprise" | "staff";
  at: string | undefined;
  lines: string[];
};

/**
 * Read a conversation file: Markdown with a heading, "- Role: …" and "- Time: …" lines, and
 * "**Visitor:** …" turns. What OneDoor said in the file is not read: it is said anew.
 */
export function readConversationFile(text: string): Visit {
  const field = (name: string) => new RegExp(`^- ${name}: *(.+)$`, "m").exec(text)?.[1]?.trim();
  const as = field("Role");
  return {
    title: /^# (.+)$/m.exec(text)?.[1] ?? "",
    as: as === "citizen" || as === "staff" ? as : "enterprise",
    at: field("Time"),
    lines: [...text.matchAll(/^\*\*Visitor:\*\* ?(.*)$/gm)].map((match) => match[1]!),
  };
}
