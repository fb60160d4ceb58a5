import { openEmptyDatabase } from "../support/database.ts";
import { storeContract } from "./store.ts";

const { ONEDOOR_TEST_DATABASE_URL: url } = process.env;

storeContract("the bundled PostgreSQL 18", () => openEmptyDatabase());
storeContract(
  "the PostgreSQL of ONEDOOR_TEST_DATABASE_URL",
  () => openEmptyDatabase(url),
  url !== undefined,
);
