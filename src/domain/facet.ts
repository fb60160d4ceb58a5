import { z } from "zod";

/** The aspects of an item that people ask about. */
export const Facet = z.enum([
  "need",
  "where",
  "authority",
  "materials",
  "limit",
  "fee",
  "validity",
  "renewal",
  "result",
  "trips",
  "commitment",
  "gaps",
  "next",
  "conditions",
  "threshold",
  "law",
  "late",
  "compare",
  "overview",
  "process",
  "guarantee",
]);
export type Facet = z.infer<typeof Facet>;
