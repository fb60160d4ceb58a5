/** "第十三届", "第三十次会议": which one it was does not belong to the body's name. */
const TERM = /第[〇零一二三四五六七八九十百\d]+届/gu;
const MEETING =
  /(?:第[〇零一二三四五六七八九十百\d]+次|全体|常务)*(?:会议|部务会议|局务会议|署务会议|委务会议).*$/u;
const CONGRESS = /^(.{0,20}?人民代表大会(?:常务委员会)?)/u;
const COURTS = /^((?:最高人民法院|最高人民检察院)(?:[、 ](?:最高人民检察院|最高人民法院))?)/u;
const ORDER = /^(?:以|中华人民共和国)*([\p{Script=Han}、]{2,40}?)令/u;
const SAYS = /^(?:经)?([\p{Script=Han}、]{2,40}?)(?:公布|发布|颁布|印发)/u;

/**
 * Who made the law, as the head names it.
 * @param words what stands after each day in the head, in order
 * @returns null when the head does not say
 */
export function issuerIn(words: readonly string[], head: string, title: string): string | null {
  const courts = COURTS.exec(title);
  if (courts) return courts[1]!.replace(" ", "、");
  for (const said of words) {
    const name = bodyIn(said);
    if (name !== null) return name;
  }
  const order =
    /(?:^|[\s\n])(?:中华人民共和国)?([\p{Script=Han}、]{2,40}?)令(?:\s|第|[（(〔]|$)/u.exec(head);
  return order ? ofOrder(order[1]!) : null;
}

function bodyIn(words: string): string | null {
  const plain = words.replaceAll(TERM, "").replace(/^[）)，,、]+/u, "");
  const congress = CONGRESS.exec(plain);
  if (congress) return congress[1]!;
  if (/^(?:经)?国务院/u.test(plain)) return "国务院";
  const court = ["最高人民法院", "最高人民检察院"].find((name) => plain.startsWith(name));
  if (court !== undefined) return court;
  const order = ORDER.exec(plain.replace(MEETING, ""));
  if (order) return ofOrder(order[1]!);
  const says = SAYS.exec(plain);
  return says && /[部局会署院府厅行办]$/u.test(says[1]!) ? says[1]! : null;
}

/** The president's orders publish what the congress made: who that was stands elsewhere. */
function ofOrder(name: string): string | null {
  const plain = name.replace(/^中华人民共和国/u, "");
  return plain === "主席" || plain === "" ? null : plain;
}
