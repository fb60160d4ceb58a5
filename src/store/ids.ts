import { v7 } from "uuid";

/** A new id: uuid v7, made here and not by the server, rising within this process. */
export function newId(): string {
  return v7();
}
