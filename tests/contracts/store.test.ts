import { describe, test } from "vitest";
import { openEmptyDatabase } from "../support/database.ts";
import { storeContract } from "./store.ts";

storeContract("the bundled PostgreSQL 18", () => openEmptyDatabase());

const url = process.env.ONEDOOR_TEST_DATABASE_URL;
if (url) storeContract("the PostgreSQL of ONEDOOR_TEST_DATABASE_URL", () => openEmptyDatabase(url));
else describe("the store on another PostgreSQL", () => test.skip("ONEDOOR_TEST_DATABASE_URL is not set"));
