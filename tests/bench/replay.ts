import { answersOf, type Call } from "./recording.ts";
import { serveTable } from "./table.ts";

/**
 * The stub in a process of its own, so that its work is in nobody's CPU: it answers as the table answered when the same
 * was asked, each time an invocation asks for it.
 */
let answers = answersOf([]);

process.on("message", (calls: readonly Call[]) => {
  answers = answersOf(calls);
  process.send?.("ready");
});

const { url } = await serveTable(async (operation, body) => answers(operation, body));
process.send?.(url);
