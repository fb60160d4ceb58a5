import type { InboundMessage, Reply, ShownCitation } from "../../src/index.ts";

const FOOD_LAW: ShownCitation = {
  id: "food-safety-law-35",
  title: "中华人民共和国食品安全法",
  article: "第三十五条",
  version: "2021年修正",
  says: "从事食品销售应当取得许可；只销售预包装食品的，不需要取得许可，向所在地县级以上食品安全监督管理部门备案即可。",
  validFrom: "2021-04-29",
  validTo: null,
  inForce: true,
  verified: true,
  checkedOn: "2026-11-20",
};

const SAMPLE_GUIDE: ShownCitation = {
  id: "sample-filing-guide",
  title: "仅销售预包装食品备案办事指南（示例）",
  article: "办理材料",
  version: "示例一",
  says: "备案时提交一份信息采集表，写明经营者、经营场所和经营种类。",
  validFrom: null,
  validTo: null,
  inForce: true,
  verified: false,
  checkedOn: "2026-11-01",
};

const OLD_RULE: ShownCitation = {
  id: "sample-old-rule",
  title: "食品流通许可管理办法（示例）",
  article: "第二条",
  version: "2009年版",
  says: "从前经营食品都要先取得流通许可。",
  validFrom: "2009-07-30",
  validTo: "2015-11-17",
  inForce: false,
  verified: true,
  checkedOn: "2026-11-20",
};

/** A reply with every kind of block, two choices and three kinds of source. */
export const FOOD: Reply = {
  lang: "zh",
  blocks: [
    { kind: "lead", text: "不用办食品经营许可证，做一次备案就可以，当场办完。", cites: [1] },
    { kind: "fact", label: "办理事项", text: "仅销售预包装食品备案", cites: [1] },
    { kind: "fact", label: "在哪里办", text: "行政审批局综合窗口，也可以网上提交", cites: [2] },
    { kind: "fact", label: "办理时限", text: "当场办结", cites: [2] },
    { kind: "fact", label: "收费", text: "不收费", cites: [2] },
    {
      kind: "list",
      label: "要带的材料",
      items: [
        { text: "仅销售预包装食品备案信息采集表", note: "窗口有空表，也可以网上填写" },
        { text: "营业执照", note: "系统能查到的，不用带复印件" },
      ],
      cites: [2],
    },
    {
      kind: "table",
      label: "备案和许可怎么分",
      columns: ["您卖什么", "要办什么", "多久"],
      rows: [
        ["只卖有包装、有标签的食品", "备案", "当场"],
        ["现场制作、散装熟食、餐饮", "食品经营许可", "法定20个工作日"],
      ],
      cites: [1, 3],
    },
    { kind: "heading", text: "还要留意" },
    { kind: "note", text: "如果以后加卖现做的热饮或散装熟食，就要先取得食品经营许可。" },
  ],
  choices: [
    { label: "需要什么材料", text: "需要什么材料" },
    { label: "要不要跑一趟", text: "要不要跑一趟" },
    { label: "备案还是许可", text: "备案还是许可" },
  ],
  citations: [FOOD_LAW, SAMPLE_GUIDE, OLD_RULE],
};

const MATERIALS: Reply = {
  lang: "zh",
  blocks: [
    { kind: "lead", text: "备案只要一份信息采集表。", cites: [1] },
    {
      kind: "list",
      label: "材料",
      items: [
        { text: "备案信息采集表", note: "必要；窗口有空表" },
        { text: "营业执照", note: "能共享查到，不用交" },
      ],
      cites: [1],
    },
  ],
  choices: [{ label: "那要多少钱", text: "那要多少钱？" }],
  citations: [SAMPLE_GUIDE],
};

const FOOD_EN: Reply = {
  lang: "en",
  blocks: [
    {
      kind: "lead",
      text: "You do not need a food licence. A filing is enough, and it is done on the spot.",
      cites: [1],
    },
    {
      kind: "fact",
      label: "What it is called",
      text: "Filing for selling pre-packaged food only (仅销售预包装食品备案)",
      cites: [1],
    },
    { kind: "fact", label: "Time limit", text: "On the spot", cites: [1] },
    {
      kind: "note",
      text: "Freshly made drinks or loose cooked food need a food business licence first.",
    },
  ],
  choices: [{ label: "What do I bring?", text: "What do I bring?" }],
  citations: [FOOD_LAW],
};

const WHICH: Reply = {
  lang: "zh",
  blocks: [{ kind: "note", text: "您想办哪一件？选一个，或者再多说一句。" }],
  choices: [
    { label: "开公司（设立登记）", text: "开公司要带什么材料" },
    { label: "卖食品", text: "我就卖袋装零食饮料，要不要食品证" },
    { label: "都不是", text: "都不是" },
  ],
  citations: [],
};

/** What a stub says: enough to walk through a visit. */
export function sampleAnswer(message: InboundMessage): Reply {
  if (/[a-z]{3}/i.test(message.text)) return FOOD_EN;
  if (/材料/.test(message.text)) return MATERIALS;
  if (/袋装|食品/.test(message.text)) return FOOD;
  return WHICH;
}
