/** A line on a page: what it says, and how far it is set in (points). */
export type PageLine = { text: string; indent?: number };

const SIZE = 12;
const LEFT = 72;
const TOP = 780;

/**
 * The bytes of a PDF whose characters are full-width and set where the lines say.
 * @param pages lines from top to bottom
 * @param locked give it a password that is not empty
 */
export function pdfFile(pages: readonly (readonly PageLine[])[], locked = false): Buffer {
  const first = 6;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>",
    stream(
      "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange " +
        Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, "0"))
          .reduce<string[][]>((parts, high, i) => {
            if (i % 100 === 0) parts.push([]);
            parts.at(-1)!.push(`<${high}00> <${high}ff> <${high}00>`);
            return parts;
          }, [])
          .map((part) => `${part.length} beginbfrange ${part.join(" ")} endbfrange`)
          .join(" ") +
        " endcmap end",
    ),
    ...pages.flatMap((lines, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      stream(lines.map(lineOf).join("\n")),
    ]),
  ];
  return assembled(objects, locked);
}

function lineOf({ text, indent = 0 }: PageLine, at: number): string {
  const codes = Array.from(text, (one) => one.codePointAt(0)!.toString(16).padStart(4, "0"));
  return `BT /F1 ${SIZE} Tf ${LEFT + indent} ${TOP - 24 * at} Td <${codes.join("")}> Tj ET`;
}

const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;

function assembled(objects: readonly string[], locked: boolean): Buffer {
  let text = "%PDF-1.7\n";
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const lock = locked
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${"5a".repeat(32)}> /U <${"a5".repeat(32)}> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`
    : "";
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
