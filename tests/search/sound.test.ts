import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readPinyin,
  soundFeaturesOf,
  syllablesOf,
  withoutAskingSounds,
} from "../../src/search/sound.ts";
import { foldSyllable, SYLLABLES } from "../../src/search/syllables.ts";

const nothingKnown = () => 0;

describe("the sound of Chinese", () => {
  test("is told without tones, zh like z", () => {
    expect(syllablesOf("许可证")).toEqual(["xu", "ke", "zeng"]);
  });

  test("knows a character's reading from its neighbours", () => {
    expect(syllablesOf("银行")).toEqual(["yin", "hang"]);
  });

  test("is indexed as syllables and pairs, Latin and numbers are left out", () => {
    expect(
      soundFeaturesOf([
        { script: "han", text: "食品" },
        { script: "latin", text: "shop" },
      ]),
    ).toEqual(["~si", "~si pin", "~pin"]);
  });

  test("has every syllable that any character is read with", () => {
    const common =
      "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切谈";
    const unknown = syllablesOf(common).filter((syllable) => !SYLLABLES.has(syllable));
    expect(unknown).toEqual([]);
  });
});

describe("reading pinyin without gaps", () => {
  test("prefers few syllables", () => {
    expect(readPinyin("yingyezhizhao", nothingKnown)).toEqual(["ying", "ye", "zi", "zao"]);
  });

  test("prefers pairs somebody wrote", () => {
    const known = (first: string, second: string) => (first === "xi" && second === "an" ? 3 : 0);
    expect(readPinyin("xian", nothingKnown)).toEqual(["xian"]);
    expect(readPinyin("fangan", (a, b) => (a === "fang" && b === "an" ? 3 : 0))).toEqual([
      "fang",
      "an",
    ]);
    expect(readPinyin("fangan", (a, b) => (a === "fan" && b === "gan" ? 3 : 0))).toEqual([
      "fan",
      "gan",
    ]);
    expect(readPinyin("xian", known)).toEqual(["xian"]);
  });

  test("does not read what is no pinyin", () => {
    expect(readPinyin("restaurant", nothingKnown)).toBeUndefined();
    expect(readPinyin("", nothingKnown)).toEqual([]);
    expect(readPinyin("a".repeat(5000), nothingKnown)).toBeUndefined();
  });

  test("reads back whatever syllables were written together", () => {
    const syllable = fc.constantFrom(...[...SYLLABLES].filter((one) => one.length > 1));
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 6 }), (syllables) => {
        const read = readPinyin(syllables.join(""), nothingKnown);
        expect(read?.join("")).toBe(foldSyllable(syllables.join("")));
        expect(read!.length).toBeLessThanOrEqual(syllables.length);
      }),
    );
  });
});

test("words of asking are taken out of spoken syllables", () => {
  expect(withoutAskingSounds(syllablesOf("食品证怎么办"))).toEqual([["si", "pin", "zeng"]]);
});
