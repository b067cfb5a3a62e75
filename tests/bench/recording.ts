/** One request to the table, what it answered, and after how many waves of requests it was made. */
export interface Call {
  readonly operation: string;
  readonly body: string;
  readonly answer: string;
  readonly wave: number;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Reads are told apart by what they ask for, whatever ids were made for it; a write is answered as the writes before it were. */
const keyOf = (operation: string, body: string): string =>
  /^(GetItem|BatchGetItem|Query)$/.test(operation) ? `${operation} ${body.replaceAll(UUID, "")}` : operation;

/** An answer to a request of then, with the ids of the one that is asked now: what was made in this very invocation. */
const renamed = ({ body: then, answer }: Call, now: string): string => {
  if (then === now) return answer;
  const ids = now.match(UUID) ?? [];
  const names = new Map((then.match(UUID) ?? []).map((id, n) => [id, ids[n] ?? id]));
  return answer.replaceAll(UUID, (id) => names.get(id) ?? id);
};

/** Answers from a recording. What is asked more than once in an invocation is answered in the order of then. */
export const answersOf = (calls: readonly Call[]): ((operation: string, body: string) => string) => {
  const known = new Map<string, { readonly calls: Call[]; next: number }>();
  for (const call of calls)
    for (const key of new Set([`${call.operation} ${call.body}`, keyOf(call.operation, call.body)])) {
      const entry = known.get(key) ?? { calls: [], next: 0 };
      entry.calls.push(call);
      known.set(key, entry);
    }
  return (operation, body) => {
    const entry = known.get(`${operation} ${body}`) ?? known.get(keyOf(operation, body));
    const call = entry?.calls[entry.next++ % entry.calls.length];
    if (call === undefined) throw new Error(`Nothing was recorded for ${operation} ${body}`);
    return renamed(call, body);
  };
};

/** The requests of one invocation, and which of them were under way together. */
export const recorder = (answer: (operation: string, body: string) => string) => {
  let calls: Call[] = [];
  let wave = 0;
  let open = 0;
  return {
    respond: async (operation: string, body: string): Promise<string> => {
      if (open === 0) wave++;
      open++;
      const call = { operation, body, answer: answer(operation, body), wave };
      calls.push(call);
      // Whatever is asked at the same time arrives meanwhile.
      await new Promise((resume) => setTimeout(resume, 15));
      open--;
      return call.answer;
    },
    take: (): readonly Call[] => {
      const taken = calls;
      calls = [];
      wave = 0;
      return taken;
    },
  };
};
