import type { CatalogueDocument, CatalogueSources } from "../../src/search/catalogue-document.ts";

type Fields = Partial<CatalogueDocument["fields"]>;

function document(rest: Omit<CatalogueDocument, "fields">, fields: Fields): CatalogueDocument {
  return { ...rest, fields: { title: [], aliases: [], questions: [], text: [], ...fields } };
}

/** A made-up shelf of a few items: small enough to read, wide enough to confuse. */
const documents: CatalogueDocument[] = [
  document(
    { id: "bakery-licence", group: "bakery-licence", kind: "item" },
    {
      title: ["糕点店经营许可", "Bakery licence"],
      aliases: ["面包店执照", "蛋糕房许可证", "cake shop permit"],
      text: ["现做现卖面包、蛋糕的，应当先取得许可。"],
    },
  ),
  document(
    { id: "bakery-licence.new", group: "bakery-licence", kind: "handling", action: "new" },
    {
      title: ["糕点店经营许可新办", "Bakery licence, first application"],
      questions: ["想在小区门口开个面包店，上哪儿报名", "I would like to open a small bakery"],
    },
  ),
  document(
    { id: "bakery-licence.renew", group: "bakery-licence", kind: "handling", action: "renew" },
    {
      title: ["糕点店经营许可延续", "Bakery licence, renewal"],
      questions: ["面包店批下来快满五年了还能接着用吗", "Our bakery papers end in May"],
    },
  ),
  document(
    { id: "ferry-mooring", group: "ferry-mooring", kind: "handling", action: "new" },
    {
      title: ["渡船停泊许可", "Ferry mooring permit"],
      aliases: ["船停码头"],
      questions: ["小渡船能不能停在旧码头过冬", "Where may my ferry be moored in winter?"],
    },
  ),
  document(
    { id: "ferry-mooring-old", group: "ferry-mooring-old", kind: "item", validTo: "2020-12-31" },
    { title: ["渡船夜泊登记"], questions: ["渡船夜里停码头要登记吗"] },
  ),
  document(
    { id: "kite-festival", group: "kite-festival", kind: "item", zone: "north" },
    {
      title: ["风筝节场地许可", "Kite festival ground permit"],
      questions: ["放风筝比赛场地找谁批"],
    },
  ),
  document(
    { id: "weather", group: "weather", kind: "outside" },
    { title: ["天气", "Weather"], questions: ["明天下雨吗", "Will it rain tomorrow?"] },
  ),
];

export const SAMPLE: CatalogueSources = {
  documents,
  lexicon: [
    {
      words: { zh: ["吐司铺"], en: ["toast place"] },
      terms: { zh: ["糕点店经营许可"], en: ["bakery licence"] },
    },
  ],
  actions: [
    { kind: "new", words: { zh: ["想开"], en: ["open"] } },
    { kind: "renew", words: { zh: ["续期", "到期"], en: ["renew", "expire"] } },
  ],
};

export const TODAY = "2026-03-02T09:00:00+08:00";
