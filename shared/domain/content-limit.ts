/** What an alert may say, in bytes of JSON (api.md); the table's own limit is 400 KB an item. */
export const CONTENT_LIMIT = 200 * 1024;

const encoder = new TextEncoder();

export const contentBytes = (content: unknown): number => encoder.encode(JSON.stringify(content)).length;
