import { v7 } from "uuid";

/** Time and chance, apart from the clients: a function that needs none of those bundles none. */
export const newId = (): string => v7();
export const clock = (): Date => new Date();
export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
