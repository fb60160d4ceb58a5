/** What stands in inline code and in code blocks, one piece each. */
export function codeOf(page: string): string[] {
  const blocks = [...page.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
  const inline = [...page.replaceAll(/^```[\s\S]*?^```$/gm, "").matchAll(/`([^`\n]+)`/g)].map(
    (match) => match[1]!,
  );
  return [...blocks, ...inline];
}

/** Targets of links and pictures that lie in the repository. */
export function linksOf(page: string): string[] {
  return [...page.replaceAll(/^```[\s\S]*?^```$/gm, "").matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1]!)
    .filter((link) => !/^[a-z]+:/.test(link));
}

/** Anchors of a page's headings, made as code hosts make them: small letters, hyphens for spaces, no punctuation. */
export function headings(page: string): string[] {
  const outsideCode = page.replaceAll(/^```[\s\S]*?^```$/gm, "");
  return [...outsideCode.matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );
}

/** Files and folders of the repository named in inline code; patterns and blanks (*, <name>) are none. */
export function pathsOf(page: string): string[] {
  return codeOf(page).filter((code) =>
    /^(?:bots|src|tests|knowledge|docs|prisma|prompts)\/[\w./-]*$/.test(code),
  );
}
