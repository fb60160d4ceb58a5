/** A file that cannot be taken in; the message says why and what to do. */
export class LawFileError extends Error {
  override name = "LawFileError";
}
