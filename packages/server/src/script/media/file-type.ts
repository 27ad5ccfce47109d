/** Content types by extension, of files that pages make. The first extension of a type is the usual one. */
const TYPES: Readonly<Record<string, string>> = {
  txt: "text/plain",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  html: "text/html",
  md: "text/markdown",
  ics: "text/calendar",
  json: "application/json",
  jsonl: "application/jsonl",
  xml: "application/xml",
  pdf: "application/pdf",
  zip: "application/zip",
  gz: "application/gzip",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.file",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  svg: "image/svg+xml",
  mp3: "audio/mpeg",
  wav: "audio/wav",
  mp4: "video/mp4",
  webm: "video/webm",
};

/** The content type of a file by its name; undefined for names that tell nothing. */
export function typeOfName(name: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
}

/** What a file of this type is called when nobody says. */
export function nameOfType(type: string): string {
  const bare = type.split(";", 1)[0]?.trim().toLowerCase();
  const extension = Object.keys(TYPES).find((name) => TYPES[name] === bare);
  return extension === undefined ? "download" : `download.${extension}`;
}
